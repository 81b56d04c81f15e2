'use server';

import { z } from 'zod';
import { PLACES } from '@/lib/duty/resolve';
import { answerSwap, askForSwap, decideSwap, withdrawSwap } from '@/lib/duty/server';
import { carryOut, momentField } from './form';

const instant = z.iso.datetime({ precision: 3 });
const span = (text: string) => text.split(' ');
const turn = z
  .string()
  .transform(span)
  .pipe(z.tuple([z.uuid(), z.enum(PLACES), instant, instant]));
const inReturn = z.union([
  z.literal('').transform(() => undefined),
  z
    .string()
    .transform(span)
    .pipe(z.tuple([instant, instant]))
    .transform(([startsAt, endsAt]) => ({ startsAt, endsAt })),
]);
const edge = z.union([z.literal('').transform(() => undefined), momentField]);
const askForm = z.object({
  turn,
  colleagueId: z.uuid(),
  inReturn: inReturn.optional(),
  swapFrom: edge.optional(),
  swapTo: edge.optional(),
});

/** Asks a colleague to take a turn of the own, or a part of it, for one of theirs or for nothing. */
export async function askForSwapAction(data: FormData): Promise<void> {
  await carryOut(data, {
    path: '/roster',
    to: 'swaps',
    schema: askForm,
    change: async (actor, { turn: own, colleagueId, inReturn: back, swapFrom, swapTo }) => {
      const [rosterId, place, from, to] = own;
      await askForSwap(actor, {
        rosterId,
        place,
        startsAt: swapFrom ?? from,
        endsAt: swapTo ?? to,
        colleagueId,
        ...(back ? { inReturn: back } : {}),
      });
      return { done: 'swapAsked' };
    },
  });
}

const answerForm = z.object({
  swapId: z.uuid(),
  next: z.enum(['answer', 'decide', 'withdraw']),
  says: z.enum(['yes', 'no']),
});

/** The colleague's answer, the office's decision, or a request that is taken back. */
export async function answerSwapAction(data: FormData): Promise<void> {
  await carryOut(data, {
    path: '/roster',
    to: 'swaps',
    schema: answerForm,
    change: async (actor, { swapId, next, says }) => {
      if (next === 'withdraw') {
        await withdrawSwap(actor, swapId);
        return { done: 'swapWithdrawn' };
      }
      const settle = next === 'answer' ? answerSwap : decideSwap;
      await settle(actor, swapId, says === 'yes');
      return { done: 'swapAnswered' };
    },
  });
}
