'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { Problem } from '@/lib/access/problem';
import { requireActor } from '@/lib/access/server';
import { action } from '@/lib/access/server/action';
import { PLACES } from '@/lib/duty/resolve';
import { answerSwap, askForSwap, createFeed, decideSwap } from '@/lib/duty/server';

/** Makes the secret address of a calendar feed of the own duty; it is told this once. */
export const createFeedAction = action.inputSchema(z.strictObject({})).action(async ({ ctx }) => {
  const { secret } = await createFeed(ctx.actor, null);
  return { path: `/api/v1/roster/feed/${secret}.ics` };
});

const turn = z
  .string()
  .transform((text) => text.split(' '))
  .pipe(
    z.tuple([
      z.uuid(),
      z.enum(PLACES),
      z.iso.datetime({ precision: 3 }),
      z.iso.datetime({ precision: 3 }),
    ]),
  );
const askForm = z.object({ turn, colleagueId: z.uuid() });

/** Asks a colleague to take a turn of the own. */
export async function askForSwapAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const parsed = askForm.safeParse(Object.fromEntries(data));
  if (!parsed.success) redirect('/roster?fault=invalid');
  const [rosterId, place, startsAt, endsAt] = parsed.data.turn;
  const { colleagueId } = parsed.data;
  await answering(() => askForSwap(actor, { rosterId, place, startsAt, endsAt, colleagueId }));
}

const answerForm = z.object({
  swapId: z.uuid(),
  next: z.enum(['answer', 'decide']),
  says: z.enum(['yes', 'no']),
});

/** The colleague's answer, or the office's decision. */
export async function answerSwapAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const parsed = answerForm.safeParse(Object.fromEntries(data));
  if (!parsed.success) redirect('/roster?fault=invalid');
  const { swapId, next, says } = parsed.data;
  const change = next === 'answer' ? answerSwap : decideSwap;
  await answering(() => change(actor, swapId, says === 'yes'));
}

/** Carries out a change; why it was refused comes back in the address. */
async function answering(change: () => Promise<unknown>): Promise<void> {
  let fault = '';
  try {
    await change();
  } catch (error) {
    if (!(error instanceof Problem && error.facts.reason)) throw error;
    fault = `?fault=${error.facts.reason}`;
  }
  revalidatePath('/', 'layout');
  redirect(`/roster${fault}#swaps`);
}
