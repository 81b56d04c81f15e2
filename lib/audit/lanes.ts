import { isNight } from '@/lib/calendar';
import type { Instant } from '@/lib/calendar/instant';
import type { AuditActor } from './envelope';

export const LANES = ['system', 'office', 'handler', 'leader'] as const;
/** 系统 · 值班与办公室 · 承办 · 领导. */
export type Lane = (typeof LANES)[number];

/** What the timeline needs of an event. */
export interface LanedEvent {
  seq: number;
  type: string;
  actor: AuditActor;
  occurredAt: Instant;
}

/** A time limit as far as its lateness goes. */
export interface LaidDeadline {
  id: string;
  dueAt: Instant | null;
  metAt: Instant | null;
  breachedAt: Instant | null;
}

export type TimelineRow<E extends LanedEvent> =
  | { kind: 'moment'; key: string; at: Instant; lanes: Record<Lane, E[]> }
  | { kind: 'gap'; key: string; ms: number; isNight: boolean }
  | { kind: 'late'; key: string; at: Instant; deadlineId: string; metAt: Instant | null };

/** Events that follow by themselves from somebody's act. */
const BY_ITSELF =
  /^(?:deadline\.(?!extended|explained)|stage\.|escalation\.fired|approval\.(?:step_|voided))/;

const LANE_OF_ROLE: Record<string, Lane> = {
  handler: 'handler',
  deputy: 'leader',
  leader: 'leader',
  member: 'leader',
};

/** Gaps from two hours on are told rather than drawn. */
const GAP_MS = 2 * 3_600_000;

/** Whose lane an event belongs to: the machine's when it followed by itself, else its actor's. */
export function laneOf({ type, actor }: Pick<LanedEvent, 'type' | 'actor'>): Lane {
  if (actor.kind === 'system' || BY_ITSELF.test(type)) return 'system';
  return LANE_OF_ROLE[actor.role ?? ''] ?? 'office';
}

/**
 * Lays events out in business time: what happened at one moment side by side in its lanes, in the
 * order of recording. Each time limit that passed unmet has a mark where it passed, whenever
 * anybody noticed; pauses of two hours and more stand as gaps with their length.
 *
 * @param events of one incident
 * @param deadlines of the same incident, as they stand now
 */
export function layTimeline<E extends LanedEvent>(
  events: readonly E[],
  deadlines: readonly LaidDeadline[],
  now: Instant,
): TimelineRow<E>[] {
  const marks = deadlines
    .filter((one) => isLate(one, now))
    .map((one) => ({ at: one.dueAt ?? one.breachedAt ?? now, late: one, events: [] as E[] }));
  const moments = [...momentsOf(events), ...marks].sort((a, b) =>
    a.at === b.at ? Number(a.late !== null) - Number(b.late !== null) : a.at < b.at ? -1 : 1,
  );
  return moments.flatMap(({ at, late, events: own }, index): TimelineRow<E>[] => {
    const before = moments[index - 1]?.at;
    const gap = before === undefined ? [] : gapBetween<E>(before, at, index);
    if (!late) return [...gap, { kind: 'moment', key: at, at, lanes: lanesOf(own) }];
    const { id, metAt } = late;
    return [...gap, { kind: 'late', key: `late-${id}`, at, deadlineId: id, metAt }];
  });
}

function momentsOf<E extends LanedEvent>(events: readonly E[]) {
  const moments = new Map<Instant, E[]>();
  for (const event of [...events].sort((a, b) => a.seq - b.seq)) {
    const { occurredAt } = event;
    moments.set(occurredAt, [...(moments.get(occurredAt) ?? []), event]);
  }
  return [...moments].map(([at, own]) => ({ at, late: null, events: own }));
}

function lanesOf<E extends LanedEvent>(events: readonly E[]): Record<Lane, E[]> {
  const of = (lane: Lane) => events.filter((event) => laneOf(event) === lane);
  return {
    system: of('system'),
    office: of('office'),
    handler: of('handler'),
    leader: of('leader'),
  };
}

function isLate({ dueAt, metAt, breachedAt }: LaidDeadline, now: Instant): boolean {
  if (dueAt === null) return breachedAt !== null;
  return breachedAt !== null || (metAt !== null && metAt > dueAt && dueAt <= now);
}

function gapBetween<E extends LanedEvent>(
  from: Instant,
  to: Instant,
  index: number,
): TimelineRow<E>[] {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  if (end - start < GAP_MS) return [];
  const middle = new Date((start + end) / 2).toISOString();
  const isOneNight = end - start < 16 * 3_600_000 && isNight(middle);
  return [{ kind: 'gap', key: `gap-${index}`, ms: end - start, isNight: isOneNight }];
}
