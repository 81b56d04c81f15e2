'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { Problem } from '@/lib/access/problem';
import { requireActor } from '@/lib/access/server';
import { nameUnitPrincipal } from '@/lib/org/server';

const PAGE = '/groups/units';
const maybeId = z.union([z.literal('').transform(() => null), z.uuid()]);
const wish = z.object({ unitId: z.uuid(), beforeId: maybeId, personId: maybeId });

/** Names the principal of a unit; why it was not done comes back in the address. */
export async function namePrincipalAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const parsed = wish.safeParse(Object.fromEntries(data));
  if (!parsed.success) redirect(`${PAGE}?fault=invalid`);
  let answer = '?named=1';
  try {
    await nameUnitPrincipal(actor, parsed.data);
  } catch (error) {
    if (!(error instanceof Problem) || !error.facts.reason) throw error;
    answer = `?fault=${error.facts.reason}`;
  }
  revalidatePath(PAGE);
  redirect(`${PAGE}${answer}`);
}
