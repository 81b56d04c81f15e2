'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { ACCOUNT_ACTS, changeAccount, requireActor } from '@/lib/access/server';

const form = z.object({ userId: z.uuid(), act: z.enum(ACCOUNT_ACTS) });

/** What the buttons beside an account do. */
export async function changeAccountAction(data: FormData): Promise<void> {
  const { userId, act } = form.parse(Object.fromEntries(data));
  await changeAccount(await requireActor(), userId, act);
  revalidatePath('/admin');
}
