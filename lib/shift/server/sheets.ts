import 'server-only';
import type { Actor } from '@/lib/incident/context';
import { tellPeople } from '@/lib/outbox/server';
import type { Db } from '@/lib/platform/db';
import type { HandoverSheet, SummarySheet } from '../sheet';
import { doneBy, refuseShift, requireDoable, withTask } from './change';
import { compileHandover, compileSummary } from './compile';
import { hashOf, maskText, sealContent } from './content';
import { tellReceivers } from './receivers';
import { findParties } from './rosters';
import type { TaskRow } from './rows';

const noteOf = (note: string | null) => (note?.trim() ? maskText(note) : null);

/**
 * The outgoing officer hands over: what is open, due, promised and undone is compiled at this
 * moment, frozen and hashed. Once the handover is overdue the office or a leader may do it instead.
 * Throws `Problem`: FORBIDDEN without `shift:sign`; NOT_FOUND; REFUSED `task_closed`,
 * `task_not_open_yet`, `task_not_yours`, `handover_same_person`.
 */
export async function handOver(actor: Actor, taskId: string, note: string | null): Promise<string> {
  return withTask(actor, 'shift:sign', taskId, async ({ tx, task, now, record }) => {
    const parties = await partiesOf(tx, task);
    requireDoable(task, now);
    if ((await tx.dutySheet.count({ where: { taskId } })) > 0) throw refuseShift('task_closed');
    if (parties.outgoingId === parties.incomingId) throw refuseShift('handover_same_person');
    requireParty(actor, task, parties.outgoingId);
    const content: HandoverSheet = {
      ...(await compileHandover(tx, task, now)),
      note: noteOf(note),
    };
    const { sealed, hash } = sealContent(taskId, content);
    await tx.dutySheet.create({
      data: {
        ...{ taskId, kind: 'handover', sealed, contentHash: hash },
        ...{ signedBy: actor.id, signedAt: now },
      },
    });
    const event = await record('duty.handedOver', {
      contentHash: hash,
      isOnBehalf: actor.id !== parties.outgoingId,
    });
    const receivers = [parties.incomingId].filter((id) => id !== null && id !== actor.id);
    await tellPeople(tx, {
      orgId: task.orgId,
      ...event,
      rule: 'duty.handoverToReceive',
      personIds: receivers.filter((id) => id !== null),
      href: `/duty/tasks/${taskId}`,
      params: { at: task.startsAt, due: task.dueAt },
      urgent: true,
    });
    return hash;
  });
}

/**
 * The incoming officer signs for what was frozen, by the hash seen. Never the person who handed
 * over; once overdue the office or a leader may do it instead.
 * Throws `Problem` as `handOver`, and `handover_unsigned`; CONFLICT `sheet_changed`.
 */
export async function receiveHandover(actor: Actor, taskId: string, hash: string): Promise<void> {
  await withTask(actor, 'shift:sign', taskId, async ({ tx, task, now, record }) => {
    const { incomingId } = await partiesOf(tx, task);
    requireDoable(task, now);
    const sheet = await tx.dutySheet.findUnique({ where: { taskId } });
    if (!sheet) throw refuseShift('handover_unsigned');
    if (sheet.contentHash !== hash) throw refuseShift('sheet_changed');
    if (sheet.signedBy === actor.id) throw refuseShift('handover_same_person');
    requireParty(actor, task, incomingId);
    await tx.dutySheet.update({
      where: { taskId },
      data: { receivedBy: actor.id, receivedAt: now },
    });
    await tx.dutyTask.update({ where: { id: taskId }, data: doneBy(task, actor, now, 'signed') });
    await record('duty.received', {
      contentHash: hash,
      isOnBehalf: actor.id !== incomingId,
    });
  });
}

/**
 * Confirms the daily summary whose figures were seen, and sends it to those the plan names.
 * Throws `Problem`: FORBIDDEN without `shift:file`; NOT_FOUND; REFUSED `task_closed`,
 * `task_not_open_yet`; CONFLICT `sheet_changed` when the figures moved since.
 */
export async function fileSummary(
  actor: Actor,
  taskId: string,
  { seen, note }: { seen: string; note: string | null },
): Promise<void> {
  await withTask(actor, 'shift:file', taskId, async ({ tx, task, now, record }) => {
    if (task.kind !== 'daily_summary') throw refuseShift('task_closed');
    requireDoable(task, now);
    const facts = await compileSummary(tx, task, now);
    if (summaryMark(facts) !== seen) throw refuseShift('sheet_changed');
    const content: SummarySheet = { ...facts, note: noteOf(note) };
    const { sealed, hash } = sealContent(taskId, content);
    await tx.dutySheet.create({
      data: {
        ...{ taskId, kind: 'daily_summary', sealed, contentHash: hash },
        ...{ signedBy: actor.id, signedAt: now },
      },
    });
    await tx.dutyTask.update({ where: { id: taskId }, data: doneBy(task, actor, now, 'filed') });
    const event = await record('duty.summaryFiled', { contentHash: hash });
    await tellReceivers(tx, task, event, 'duty.summaryFiled', actor.id);
  });
}

/** What of a summary must not have moved between looking and confirming: all but the clock. */
export function summaryMark({ to: _, ...figures }: Omit<SummarySheet, 'note'>): string {
  return hashOf(figures);
}

async function partiesOf(tx: Db, task: TaskRow) {
  if (task.kind !== 'handover' || !task.rosterId) throw refuseShift('task_closed');
  return findParties(task.orgId, task.rosterId, task.startsAt, tx);
}

const STAND_INS = ['office', 'deputy', 'leader'] as const;

/** The person the roster names; when it is late, somebody of the office or a leader. */
function requireParty(actor: Actor, task: TaskRow, personId: string | null): void {
  if (actor.id === personId) return;
  const mayStandIn = STAND_INS.some((role) => actor.roles.includes(role));
  const isLate = task.state === 'missed' || personId === null;
  if (!(isLate && mayStandIn)) throw refuseShift('task_not_yours');
}
