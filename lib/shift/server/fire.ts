import 'server-only';
import { recordChange } from '@/lib/access/server';
import type { Instant } from '@/lib/calendar/instant';
import type { HouseRule } from '@/lib/notify/house-rules';
import { tellPeople } from '@/lib/outbox/server';
import type { Db } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { type Reach, reachOf } from '../reach';
import { nextActionAt, type PlannedStep, stepsDue } from '../schedule';
import { type DutySettings, stepsFor } from '../settings';
import type { TaskKind } from '../task';
import { DUTY_CLOCK } from './plan-ahead';
import { findParties } from './rosters';
import type { TaskRow } from './rows';
import { type House, sceneOf } from './scene';

type StepKind = 'reminder' | 'due' | 'overdue';

/** The sentence a task is told with before its time and after it. */
const RULES: Record<TaskKind, { before: HouseRule; after: HouseRule }> = {
  patrol: { before: 'duty.patrolSoon', after: 'duty.patrolMissed' },
  handover: { before: 'duty.handoverSoon', after: 'duty.handoverUnsigned' },
  daily_summary: { before: 'duty.summarySoon', after: 'duty.summaryMissed' },
  zero_report: { before: 'duty.zeroSoon', after: 'duty.zeroMissed' },
};

/**
 * Fires what is due of one task that is locked: who owes it is asked now, those the steps name are
 * told once, a time that passed is recorded for ever. A handover with nobody to hand over is closed
 * with the reason.
 */
export async function fireTask(
  tx: Db,
  task: TaskRow,
  house: House,
  settings: DutySettings,
): Promise<void> {
  const now = house.at;
  const spared = await sparedBecause(tx, task, now);
  if (spared) return spare(tx, task, spared);
  const due = task.acknowledgedAt ? [] : stepsDue(settings, task.kind, task, now);
  const isMissed = task.state === 'open' && now >= task.dueAt;
  const told = due.length > 0 ? reachOf(stepsOf(due), await sceneOf(tx, task, house)) : null;
  const stepsDone = task.stepsDone + due.length;
  const state = isMissed ? ('missed' as const) : task.state;
  const next = nextActionAt(settings, task.kind, { ...task, state, stepsDone });
  await tx.dutyTask.update({
    where: { id: task.id },
    data: {
      stepsDone,
      nextActionAt: next,
      ...(isMissed ? { state, missedAt: task.dueAt } : {}),
    },
  });
  if (isMissed) await record(tx, task, 'duty.missed', { missedAt: task.dueAt });
  if (told) await tell(tx, task, settings, due, told, now);
}

const stepsOf = (due: readonly PlannedStep[]) => due.map(({ step }) => step);

/** Why nothing has to be handed over; asked from the change of shifts on, when the roster is final. */
async function sparedBecause(tx: Db, task: TaskRow, now: Instant) {
  if (task.kind !== 'handover' || !task.rosterId || task.state !== 'open') return null;
  if (now < task.startsAt) return null;
  const { outgoingId, incomingId } = await findParties(
    task.orgId,
    task.rosterId,
    task.startsAt,
    tx,
  );
  if (outgoingId === null) return 'nobody_outgoing';
  return outgoingId === incomingId ? 'same_person' : null;
}

async function spare(tx: Db, task: TaskRow, outcome: string): Promise<void> {
  const data = { state: 'spared', outcome, nextActionAt: null };
  await tx.dutyTask.update({ where: { id: task.id }, data });
  await record(tx, task, 'duty.spared', { outcome });
}

async function tell(
  tx: Db,
  task: TaskRow,
  settings: DutySettings,
  due: readonly PlannedStep[],
  { personIds, skipped }: Reach,
  now: Instant,
): Promise<void> {
  const [fromStep, toStep] = [due[0]?.index ?? 0, due.at(-1)?.index ?? 0];
  const kind = kindOf(due, task.dueAt);
  await tx.dutyTaskStep.create({
    data: {
      id: newId(),
      taskId: task.id,
      fromStep,
      toStep,
      kind,
      firedAt: now,
      recipientIds: personIds,
      skipped: skipped.map((one) => ({ ...one })),
    },
  });
  const event = await record(tx, task, 'duty.escalated', {
    step: kind,
    fromStep,
    toStep,
    recipientIds: personIds,
    skipped: skipped.map((one) => ({ ...one })),
  });
  const rule = RULES[task.kind][kind === 'reminder' ? 'before' : 'after'];
  // Repeats can wait for the morning; the first word of what was missed cannot.
  const urgent = kind !== 'reminder' && fromStep < stepsFor(settings, task.kind).length;
  await tellPeople(tx, {
    orgId: task.orgId,
    ...event,
    rule,
    personIds,
    href: `/duty/tasks/${task.id}`,
    params: { at: task.startsAt, due: task.dueAt },
    urgent,
  });
}

function kindOf(due: readonly PlannedStep[], dueAt: Instant): StepKind {
  const last = due.at(-1)?.at ?? dueAt;
  if (last < dueAt) return 'reminder';
  return (due[0]?.at ?? dueAt) <= dueAt && last === dueAt ? 'due' : 'overdue';
}

function record(tx: Db, task: TaskRow, type: `duty.${string}`, payload: Record<string, unknown>) {
  const { id, kind, key, orgId } = task;
  const facts = { taskId: id, kind, key, ...payload } as Parameters<typeof recordChange>[4];
  return recordChange(tx, orgId, type, DUTY_CLOCK, facts);
}
