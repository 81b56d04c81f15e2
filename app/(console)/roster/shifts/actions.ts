'use server';

import { z } from 'zod';
import { SCOPES } from '@/lib/duty/series';
import { addShifts, editShift, removeShift } from '@/lib/duty/server';
import { carryOut, markField, momentField, personField } from '../form';

const until = z.union([z.literal('').transform(() => null), z.iso.date()]);
const places = { leaderId: personField, officerId: personField, backupId: personField };
const reach = { scope: z.enum(SCOPES), until };
const editForm = z.object({
  mark: markField,
  id: z.uuid(),
  startsAt: momentField,
  endsAt: momentField,
  ...places,
  ...reach,
});

/** Changes a shift, or it and those like it after it. */
export async function editShiftAction(data: FormData): Promise<void> {
  await carryOut(data, {
    path: pathOf(data),
    schema: editForm,
    change: async (actor, { mark, id, scope, until: last, ...wish }) => {
      const { result } = await editShift(actor, mark, id, wish, { scope, until: last });
      return { done: 'shiftsChanged', count: result };
    },
  });
}

const removeForm = z.object({ mark: markField, id: z.uuid(), ...reach });

/** Takes a shift out, or it and those like it after it. */
export async function removeShiftAction(data: FormData): Promise<void> {
  await carryOut(data, {
    path: '/roster/shifts',
    schema: removeForm,
    change: async (actor, { mark, id, scope, until: last }) => {
      const { result } = await removeShift(actor, mark, id, { scope, until: last });
      return { done: 'shiftsRemoved', count: result, roster: mark.rosterId };
    },
  });
}

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const addForm = z.object({
  mark: markField,
  firstDay: z.iso.date(),
  start: time,
  end: time,
  every: z.enum(['once', 'day', 'week']),
  until,
  ...places,
});

/** Adds a shift, every day or every week where that is asked, as shifts in the making. */
export async function addShiftsAction(data: FormData): Promise<void> {
  await carryOut(data, {
    path: '/roster/shifts',
    schema: addForm,
    change: async (actor, { mark, leaderId, officerId, backupId, ...repetition }) => {
      const seats = { leaderId, officerId, backupId };
      const { result } = await addShifts(actor, mark, repetition, seats);
      const day = repetition.firstDay;
      return { done: 'shiftsAdded', count: result, roster: mark.rosterId, day };
    },
  });
}

/** The page of the shift a form is about. */
function pathOf(data: FormData): string {
  const id = z.uuid().safeParse(data.get('id'));
  return id.success ? `/roster/shifts/${id.data}` : '/roster/shifts';
}
