'use server';

import { z } from 'zod';
import {
  createRoster,
  draftShifts,
  moveRosterUp,
  previewRotation,
  publishRoster,
  renameRoster,
  rotationAsk,
} from '@/lib/duty/server';
import { carryOut, markField } from '../form';

const PLACE_LISTS = ['leader', 'officer', 'backup'] as const;
const draftForm = z.object({ revision: z.coerce.number().int(), asked: z.string().max(40_000) });

/** Keeps the rotation that was tried as a draft; it is planned anew, so that nothing is forged. */
export async function draftAction(data: FormData): Promise<void> {
  await carryOut(data, {
    path: '/roster/plan',
    to: 'publish',
    schema: draftForm,
    change: async (actor, { revision, asked }) => {
      const ask = rotationAsk.safeParse(askOf(asked));
      if (!ask.success) return { fault: 'invalid' };
      const { rosterId } = ask.data;
      const { plan } = await previewRotation(actor, ask.data);
      await draftShifts(actor, { rosterId, revision }, plan.shifts);
      return { rosterId, drafted: plan.shifts.length };
    },
  });
}

/** A rotation's wish, as the address of its preview holds it. */
function askOf(query: string): Record<string, string | string[]> {
  const asked = new URLSearchParams(query);
  const lists = PLACE_LISTS.flatMap((place) =>
    asked.has(place) ? [[place, asked.getAll(place)] as const] : [],
  );
  return { ...Object.fromEntries(asked), ...Object.fromEntries(lists) };
}

const publishForm = z.object({ mark: markField, accepted: z.literal('on').optional() });

/** Puts a draft in force; what is wrong with it comes back in the address. */
export async function publishAction(data: FormData): Promise<void> {
  await carryOut(data, {
    path: '/roster/plan',
    to: 'publish',
    schema: publishForm,
    change: async (actor, { mark, accepted }) => {
      await publishRoster(actor, mark, accepted === 'on');
      return { rosterId: mark.rosterId, published: 1 };
    },
  });
}

const name = z.string().trim().min(1).max(40);

/** Begins a further roster and shows it. */
export async function createAction(data: FormData): Promise<void> {
  await carryOut(data, {
    path: '/roster/plan',
    schema: z.object({ name }),
    change: async (actor, given) => {
      const { rosterId } = await createRoster(actor, given.name);
      return { rosterId, done: 'rosterCreated' };
    },
  });
}

/** Gives a roster another name. */
export async function renameAction(data: FormData): Promise<void> {
  await carryOut(data, {
    path: '/roster/plan',
    to: 'rosters',
    schema: z.object({ mark: markField, name }),
    change: async (actor, given) => {
      await renameRoster(actor, given.mark, given.name);
      return { done: 'rosterRenamed' };
    },
  });
}

/** Lets a roster answer before the one in front of it. */
export async function moveAction(data: FormData): Promise<void> {
  await carryOut(data, {
    path: '/roster/plan',
    to: 'rosters',
    schema: z.object({ mark: markField }),
    change: async (actor, { mark }) => {
      await moveRosterUp(actor, mark);
      return { done: 'rosterMoved' };
    },
  });
}
