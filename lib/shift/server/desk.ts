import 'server-only';
import { holdsPermission } from '@/lib/access/policy';
import { recentArrangement } from '@/lib/audit/server';
import { fromLocal } from '@/lib/calendar';
import { DAY_MS, type Instant, localDate, parseInstant, toInstant } from '@/lib/calendar/instant';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';
import { shiftOrg } from './change';
import { type ListedTask, named, ofActor } from './list';
import { asTask } from './rows';

export interface DeskHandover extends ListedTask {
  isSigned: boolean;
}

/** What the desk shows of a house's own duties. */
export interface DeskTasks {
  /** Handovers that wait for a signature, and the next one. */
  handovers: DeskHandover[];
  /** Patrols of the local day, and yesterday's that nobody did or took on. */
  patrols: ListedTask[];
  /** Summaries and zero reports to be filed. */
  reports: ListedTask[];
}

const NOTHING: DeskTasks = { handovers: [], patrols: [], reports: [] };
const MOST = 24;

/** Today's duty tasks; nothing for those without the right to see them. */
export async function findDeskTasks(actor: Actor, now: Instant): Promise<DeskTasks> {
  if (!holdsPermission(actor, 'shift:read')) return NOTHING;
  const dayStart = new Date(fromLocal(localDate(now), '00:00'));
  const dayEnd = new Date(fromLocal(localDate(now), '24:00'));
  const rows = await prisma.dutyTask.findMany({
    where: {
      ...ofActor(actor),
      OR: [
        {
          state: { in: ['open', 'missed', 'done', 'late'] },
          startsAt: { gte: dayStart, lt: dayEnd },
        },
        {
          state: { in: ['open', 'missed'] },
          acknowledgedAt: null,
          startsAt: { gte: new Date(toInstant(parseInstant(now) - DAY_MS)), lt: dayStart },
        },
        { state: 'open', kind: 'handover', opensAt: { lte: new Date(now) } },
      ],
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: 200,
    include: { sheet: { select: { signedAt: true } } },
  });
  const signed = new Set(rows.flatMap(({ id, sheet }) => (sheet ? [id] : [])));
  const tasks = await named(rows.map(({ sheet: _, ...row }) => asTask(row)));
  const isUndone = ({ state }: ListedTask) => state === 'open' || state === 'missed';
  const of = (kind: string) => tasks.filter((one) => one.kind === kind);
  const handovers = of('handover').filter(isUndone);
  const patrols = of('patrol');
  const far = patrols.length > MOST;
  return {
    handovers: handovers.map((one) => ({ ...one, isSigned: signed.has(one.id) })),
    patrols: far ? patrols.filter((one) => isUndone(one)).slice(0, MOST) : patrols,
    reports: tasks.filter(
      (one) => (one.kind === 'daily_summary' || one.kind === 'zero_report') && isUndone(one),
    ),
  };
}

/** The same for pages many people keep open; whoever sees the same tasks shares the answer. */
export async function recentDeskTasks(actor: Actor, now: Instant): Promise<DeskTasks> {
  if (!holdsPermission(actor, 'shift:read')) return NOTHING;
  const orgId = shiftOrg(actor, 'shift:read');
  const whose = JSON.stringify(ofActor(actor));
  const key = `duty-tasks:${whose}:${now.slice(0, 16)}`;
  return recentArrangement(orgId, key, () => findDeskTasks(actor, now));
}
