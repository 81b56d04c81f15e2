'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { Problem } from '@/lib/access/problem';
import { requireActor } from '@/lib/access/server';
import {
  createRoster,
  draftShifts,
  previewRotation,
  publishRoster,
  rotationAsk,
} from '@/lib/duty/server';

const draftForm = rotationAsk.extend({ revision: z.coerce.number().int() });

/** Keeps the rotation that was tried as a draft; it is planned anew, so that nothing is forged. */
export async function draftAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const parsed = draftForm.safeParse(Object.fromEntries(data));
  if (!parsed.success) redirect('/roster/plan?fault=invalid');
  const { revision, ...ask } = parsed.data;
  const { plan } = await previewRotation(actor, ask);
  const mark = { rosterId: ask.rosterId, revision };
  const fault = await reasonOf(() => draftShifts(actor, mark, plan.shifts));
  const told = fault ? `fault=${fault}` : `drafted=${plan.shifts.length}`;
  revalidatePath('/roster', 'layout');
  redirect(`/roster/plan?rosterId=${ask.rosterId}&${told}`);
}

const publishForm = z.object({
  rosterId: z.uuid(),
  revision: z.coerce.number().int(),
  accepted: z.literal('on').optional(),
});

/** Puts a draft in force; what is wrong with it comes back in the address. */
export async function publishAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const parsed = publishForm.safeParse(Object.fromEntries(data));
  if (!parsed.success) redirect('/roster/plan?fault=invalid');
  const { accepted, ...mark } = parsed.data;
  const fault = await reasonOf(() => publishRoster(actor, mark, accepted === 'on'));
  revalidatePath('/roster', 'layout');
  redirect(`/roster/plan?rosterId=${mark.rosterId}&${fault ? `fault=${fault}` : 'published=1'}`);
}

/** Begins a further roster and shows it. */
export async function createAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const name = z.string().trim().min(1).max(40).safeParse(data.get('name'));
  if (!name.success) redirect('/roster/plan?fault=invalid');
  let rosterId = '';
  const fault = await reasonOf(async () => {
    rosterId = (await createRoster(actor, name.data)).rosterId;
  });
  revalidatePath('/roster', 'layout');
  redirect(fault ? `/roster/plan?fault=${fault}` : `/roster/plan?rosterId=${rosterId}`);
}

/** The code of a refusal that a form can be told; throws everything else. */
async function reasonOf(change: () => Promise<unknown>): Promise<string | null> {
  try {
    await change();
    return null;
  } catch (error) {
    if (error instanceof Problem && error.facts.reason) return error.facts.reason;
    throw error;
  }
}
