import 'server-only';
import { holdsPermission } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import type { Instant } from '@/lib/calendar/instant';
import type { Actor } from '@/lib/incident/context';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import type { HandoverSheet, SummarySheet } from '../sheet';
import { isMonitorOnly } from './change';
import { compileHandover, compileSummary } from './compile';
import { hashOf, openContent } from './content';
import { type ListedTask, named } from './list';
import { targetOf } from './receivers';
import { findParties } from './rosters';
import { asTask, type TaskRow } from './rows';
import { summaryMark } from './sheets';

export interface TaskPerson {
  id: string;
  name: string;
  phone: string | null;
}

interface SignedSheet<T> {
  content: T;
  contentHash: string;
  /** Whether the text still is what was signed. */
  isWhole: boolean;
  signedBy: TaskPerson | null;
  signedAt: Instant;
  receivedBy: TaskPerson | null;
  receivedAt: Instant | null;
}

export interface TaskStep {
  kind: string;
  firedAt: Instant;
  recipients: string[];
  skipped: { target: string; reason: string }[];
}

export interface PatrolLine {
  id: string;
  sourceName: string;
  result: string;
  note: string | null;
  incidents: { id: string; number: string }[];
}

export interface TaskView {
  task: ListedTask;
  now: Instant;
  /** Whether it can be done at this moment, and by this person. */
  isDoable: boolean;
  /** Of the own institution, not reported from below. */
  isOwn: boolean;
  may: { file: boolean; signOut: boolean; receive: boolean; acknowledge: boolean };
  outgoing: TaskPerson | null;
  incoming: TaskPerson | null;
  handover: SignedSheet<HandoverSheet> | null;
  /** What would be handed over now; null once it is signed. */
  handoverNow: Omit<HandoverSheet, 'note'> | null;
  summary: SignedSheet<SummarySheet> | null;
  summaryNow: { facts: Omit<SummarySheet, 'note'>; mark: string } | null;
  results: PatrolLine[];
  steps: TaskStep[];
}

/**
 * One duty task with everything its page shows. The house above reads what was reported up to it.
 * Throws `Problem`: NOT_FOUND for what the actor may not see.
 */
export async function getTask(actor: Actor, taskId: string): Promise<TaskView> {
  if (!holdsPermission(actor, 'shift:read')) throw new Problem('NOT_FOUND');
  const row = await prisma.dutyTask.findUnique({
    where: { id: taskId },
    include: {
      sheet: true,
      results: { orderBy: { id: 'asc' }, include: { links: true } },
      steps: { orderBy: { fromStep: 'asc' } },
      org: { select: { parentId: true } },
    },
  });
  if (!row) throw new Problem('NOT_FOUND');
  const { sheet, results, steps, org, ...stored } = row;
  const task = asTask(stored);
  if (!(await isSeen(actor, task, org.parentId))) throw new Problem('NOT_FOUND');
  const now = await businessNow();
  const isOwn = task.orgId === actor.orgId;
  const isOpen = (task.state === 'open' || task.state === 'missed') && now >= task.opensAt;
  const isDoable = isOwn && isOpen;
  const parties =
    task.kind === 'handover' && task.rosterId
      ? await findParties(task.orgId, task.rosterId, task.startsAt)
      : { outgoingId: null, incomingId: null };
  const people = await loadPeople([
    ...Object.values(parties),
    sheet?.signedBy ?? null,
    sheet?.receivedBy ?? null,
    ...steps.flatMap((one) => one.recipientIds as string[]),
  ]);
  const person = (id: string | null) => (id === null ? null : (people.get(id) ?? null));
  const opened = <T>(): SignedSheet<T> | null => {
    if (!sheet) return null;
    const content = openContent<T>(task.id, sheet.sealed);
    return {
      content,
      contentHash: sheet.contentHash,
      isWhole: hashOf(content as never) === sheet.contentHash,
      signedBy: person(sheet.signedBy),
      signedAt: sheet.signedAt.toISOString(),
      receivedBy: person(sheet.receivedBy),
      receivedAt: sheet.receivedAt?.toISOString() ?? null,
    };
  };
  const isHandover = task.kind === 'handover';
  const isSummary = task.kind === 'daily_summary';
  const facts = isSummary && !sheet && isDoable ? await compileSummary(prisma, task, now) : null;
  const maySign = holdsPermission(actor, 'shift:sign');
  const standsIn = task.state === 'missed' && actor.roles.some((one) => STAND_INS.includes(one));
  const linked = await incidentsOf(
    results.flatMap(({ links }) => links.map((one) => one.incidentId)),
  );
  const [listed] = await named([task]);
  if (!listed) throw new Problem('NOT_FOUND');
  return {
    task: listed,
    now,
    isDoable,
    isOwn,
    may: {
      file: isDoable && !isHandover && holdsPermission(actor, 'shift:file'),
      signOut:
        isDoable &&
        isHandover &&
        maySign &&
        !sheet &&
        (actor.id === parties.outgoingId || standsIn),
      receive:
        isDoable &&
        isHandover &&
        maySign &&
        sheet !== null &&
        sheet.signedBy !== actor.id &&
        (actor.id === parties.incomingId || standsIn),
      acknowledge: isOwn && maySign && task.state === 'missed' && task.acknowledgedAt === null,
    },
    outgoing: person(parties.outgoingId),
    incoming: person(parties.incomingId),
    handover: isHandover ? opened<HandoverSheet>() : null,
    handoverNow: isHandover && !sheet && isOpen ? await compileHandover(prisma, task, now) : null,
    summary: isSummary ? opened<SummarySheet>() : null,
    summaryNow: facts ? { facts, mark: summaryMark(facts) } : null,
    results: results.map(({ id, sourceName, result, sealed, links }) => ({
      id,
      sourceName,
      result,
      note: sealed ? openContent<{ note: string }>(id, sealed).note : null,
      incidents: linked.filter((one) => links.some(({ incidentId }) => incidentId === one.id)),
    })),
    steps: steps.map(({ kind, firedAt, recipientIds, skipped }) => ({
      kind,
      firedAt: firedAt.toISOString(),
      recipients: (recipientIds as string[]).flatMap((id) => people.get(id)?.name ?? []),
      skipped: skipped as TaskStep['skipped'],
    })),
  };
}

const STAND_INS: readonly string[] = ['office', 'deputy', 'leader'];

/** Own tasks; of an institution below, what was filed and the plan sends up. */
async function isSeen(actor: Actor, task: TaskRow, parentId: string | null): Promise<boolean> {
  if (task.orgId === actor.orgId) {
    if (!isMonitorOnly(actor)) return true;
    return task.kind !== 'handover' && (task.unitId === null || task.unitId === actor.unitId);
  }
  const isFiled = task.state === 'done' || task.state === 'late';
  const isReport = task.kind === 'daily_summary' || task.kind === 'zero_report';
  if (parentId !== actor.orgId || !isFiled || !isReport) return false;
  return (await targetOf(prisma, task)) === 'superior';
}

async function loadPeople(ids: readonly (string | null)[]): Promise<Map<string, TaskPerson>> {
  const rows = await prisma.user.findMany({
    where: { id: { in: [...new Set(ids)].filter((id) => id !== null) } },
    select: { id: true, name: true, phone: true },
  });
  return new Map(rows.map((one) => [one.id, one]));
}

async function incidentsOf(ids: readonly string[]) {
  if (ids.length === 0) return [];
  return prisma.incident.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, number: true },
  });
}
