'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { Problem } from '@/lib/access/problem';
import { requireActor } from '@/lib/access/server';
import { DELEGATION_SCOPES } from '@/lib/group/delegates';
import { DUTIES } from '@/lib/group/duties';
import {
  addSeat,
  changeSeat,
  createGroup,
  dissolveGroup,
  endHeightened,
  giveDelegation,
  moveSeat,
  removeSeat,
  renameGroup,
  revokeDelegation,
  shareGroup,
  startHeightened,
} from '@/lib/group/server';
import { fromDateTimeLocal } from '@/lib/i18n/format';

const mark = { groupId: z.uuid(), revision: z.coerce.number().int().min(1) };
const filled = z.string().trim().min(1).max(200);
const maybe = z
  .string()
  .trim()
  .max(200)
  .optional()
  .transform((value) => value || null);
const moment = z.string().transform((value, context) => {
  const at = fromDateTimeLocal(value);
  if (at) return at;
  context.addIssue({ code: 'custom', message: 'no moment' });
  return z.NEVER;
});
const seat = z.object({
  ...mark,
  duty: z.enum(DUTIES),
  userId: maybe.pipe(z.uuid().nullable()),
  votes: z.string().optional(),
  officePhone: maybe,
  mobile: maybe,
});

/** Begins a group and opens it. */
export async function createGroupAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const { name } = parse(z.object({ name: filled }), data, '/groups');
  const made = await answering('/groups', () => createGroup(actor, name));
  redirect(`/groups/${made.groupId}`);
}

export async function renameGroupAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const { name, ...group } = parse(z.object({ ...mark, name: filled }), data, '/groups');
  await answering(pageOf(group), () => renameGroup(actor, group, name));
  redirect(pageOf(group));
}

export async function shareGroupAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const group = parse(z.object(mark), data, '/groups');
  const orgIds = z.array(z.uuid()).safeParse(data.getAll('orgIds'));
  if (!orgIds.success) redirect(`${pageOf(group)}?fault=invalid`);
  await answering(pageOf(group), () => shareGroup(actor, group, orgIds.data));
  redirect(pageOf(group));
}

export async function dissolveGroupAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const group = parse(z.object(mark), data, '/groups');
  await answering(pageOf(group), () => dissolveGroup(actor, group));
  redirect('/groups');
}

export async function addSeatAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const { groupId, revision, votes, ...wish } = parse(seat, data, '/groups');
  const group = { groupId, revision };
  await answering(pageOf(group), () =>
    addSeat(actor, group, { ...wish, votes: votes !== undefined }),
  );
  redirect(pageOf(group));
}

const seatAct = seat.extend({
  seatId: z.uuid(),
  act: z.enum(['save', 'up', 'down', 'remove']).default('save'),
});

/** Changes, moves or takes away one seat, by the button that was pressed. */
export async function changeSeatAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const { groupId, revision, votes, seatId, act, ...wish } = parse(seatAct, data, '/groups');
  const group = { groupId, revision };
  await answering(pageOf(group), () => {
    if (act === 'remove') return removeSeat(actor, group, seatId);
    if (act === 'save') return changeSeat(actor, group, seatId, { ...wish, votes: !!votes });
    return moveSeat(actor, group, seatId, act === 'up' ? -1 : 1);
  });
  redirect(pageOf(group));
}

const delegation = z.object({
  fromId: z.uuid(),
  toId: z.uuid(),
  scope: z.enum(DELEGATION_SCOPES),
  startsAt: moment,
  endsAt: moment,
  reason: filled,
  paperReference: maybe,
});

export async function giveDelegationAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const wish = parse(delegation, data, '/groups/delegations');
  await answering('/groups/delegations', () => giveDelegation(actor, wish));
  redirect('/groups/delegations?given=1');
}

export async function revokeDelegationAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const { id } = parse(z.object({ id: z.uuid() }), data, '/groups/delegations');
  await answering('/groups/delegations', () => revokeDelegation(actor, id));
  redirect('/groups/delegations');
}

const period = z.object({
  startsAt: moment,
  endsAt: moment,
  reason: filled,
  includesBelow: z.string().optional(),
});

export async function startHeightenedAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const { includesBelow, ...wish } = parse(period, data, '/groups/heightened');
  await answering('/groups/heightened', () =>
    startHeightened(actor, { ...wish, includesBelow: includesBelow !== undefined }),
  );
  redirect('/groups/heightened');
}

export async function endHeightenedAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const { id } = parse(z.object({ id: z.uuid() }), data, '/groups/heightened');
  await answering('/groups/heightened', () => endHeightened(actor, id));
  redirect('/groups/heightened');
}

const pageOf = ({ groupId }: { groupId: string }) => `/groups/${groupId}`;

/** The form's fields; what is wrong comes back in the address. */
function parse<Schema extends z.ZodType>(schema: Schema, data: FormData, page: string) {
  const parsed = schema.safeParse(Object.fromEntries(data));
  if (!parsed.success) redirect(`${page}?fault=invalid`);
  return parsed.data as z.output<Schema>;
}

/** Carries out a change; why it was refused comes back in the address. */
async function answering<T>(page: string, change: () => Promise<T>): Promise<T> {
  try {
    const made = await change();
    revalidatePath('/', 'layout');
    return made;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (!['REFUSED', 'CONFLICT', 'INVALID_INPUT'].includes(error.code)) throw error;
    redirect(`${page}?fault=${error.facts.reason ?? 'invalid'}`);
  }
}
