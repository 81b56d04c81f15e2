'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { requireActor } from '@/lib/access/server';
import { setRetentionDays } from '@/lib/retention/server';

const form = z.object({ days: z.coerce.number().int() });

/** Sets for how many days after closing the names of posters are kept. */
export async function saveRetention(data: FormData): Promise<void> {
  const { days } = form.parse(Object.fromEntries(data));
  await setRetentionDays(await requireActor(), days);
  revalidatePath('/admin');
}
