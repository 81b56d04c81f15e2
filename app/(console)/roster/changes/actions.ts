'use server';

import { z } from 'zod';
import { PLACES } from '@/lib/duty/resolve';
import {
  cancelLeave,
  endCover,
  enterCover,
  markGap,
  recordLeave,
  unmarkGap,
} from '@/lib/duty/server';
import { carryOut, markField, momentField } from '../form';

const path = '/roster/changes';

const coverForm = z.object({
  mark: markField,
  place: z.enum(PLACES),
  personId: z.uuid(),
  startsAt: momentField,
  endsAt: momentField,
  although: z.literal('on').optional(),
});

/** 替班: one person takes a place for exactly a time. */
export async function coverAction(data: FormData): Promise<void> {
  await carryOut(data, {
    path,
    to: 'covers',
    schema: coverForm,
    change: async (actor, { mark, although, ...cover }) => {
      await enterCover(actor, mark, { ...cover, although: although === 'on' });
      return { done: 'covered' };
    },
  });
}

const rowForm = z.object({ mark: markField, id: z.uuid() });

/** Ends a cover. */
export async function endCoverAction(data: FormData): Promise<void> {
  await carryOut(data, {
    path,
    to: 'covers',
    schema: rowForm,
    change: async (actor, { mark, id }) => {
      await endCover(actor, mark, id);
      return { done: 'coverEnded' };
    },
  });
}

const leaveForm = z.object({ absentId: z.uuid(), leaveFrom: momentField, leaveTo: momentField });

/** 请假: a person holds no place meanwhile. */
export async function leaveAction(data: FormData): Promise<void> {
  await carryOut(data, {
    path,
    to: 'leaves',
    schema: leaveForm,
    change: async (actor, { absentId: personId, leaveFrom: startsAt, leaveTo: endsAt }) => {
      await recordLeave(actor, { personId, startsAt, endsAt });
      return { done: 'leave' };
    },
  });
}

/** 销假: a leave is taken back, or ends now. */
export async function cancelLeaveAction(data: FormData): Promise<void> {
  await carryOut(data, {
    path,
    to: 'leaves',
    schema: z.object({ id: z.uuid() }),
    change: async (actor, { id }) => {
      await cancelLeave(actor, id);
      return { done: 'leaveCancelled' };
    },
  });
}

const gapForm = z.object({
  mark: markField,
  gapFrom: momentField,
  gapTo: momentField,
  reason: z.string().trim().min(1).max(200),
});

/** 有意空班: a roster is meant to be empty. */
export async function gapAction(data: FormData): Promise<void> {
  await carryOut(data, {
    path,
    to: 'gaps',
    schema: gapForm,
    change: async (actor, { mark, gapFrom: startsAt, gapTo: endsAt, reason }) => {
      await markGap(actor, mark, { startsAt, endsAt, reason });
      return { done: 'gap' };
    },
  });
}

/** The time warns again. */
export async function unmarkGapAction(data: FormData): Promise<void> {
  await carryOut(data, {
    path,
    to: 'gaps',
    schema: rowForm,
    change: async (actor, { mark, id }) => {
      await unmarkGap(actor, mark, id);
      return { done: 'gapUnmarked' };
    },
  });
}
