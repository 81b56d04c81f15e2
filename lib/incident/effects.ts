import type { Instant } from '@/lib/calendar/instant';
import type { DeadlineRow, IncidentRow, IncidentState } from './model';

/** How a time limit stands at one moment. */
export interface LimitStanding {
  /** UTC; null = 立即. */
  dueAt: Instant | null;
  state: DeadlineRow['state'];
  /** Set while it stands still: when it runs again at the latest. */
  pausedUntil: Instant | null;
}

/**
 * `reopened`: a demand that had been let go of comes back, from where it began. `moved`: another due
 * time. `kept`: still pending as it was, or passed meanwhile.
 */
export type LimitChange =
  | 'opened'
  | 'reopened'
  | 'moved'
  | 'paused'
  | 'resumed'
  | 'cancelled'
  | 'met'
  | 'kept';

export interface LimitEffect {
  /** Null for one that does not exist yet. */
  deadlineId: string | null;
  key: string;
  /** The plan's rule, whose title names it. */
  rule: string;
  basis: DeadlineRow['basis'];
  change: LimitChange;
  before: LimitStanding | null;
  after: LimitStanding | null;
  /** Why this time, as it will be; steps for explainDue, with their warnings. */
  explanation: unknown[];
  warnings: unknown[];
}

/** What a command leads to, as far as clocks and standing go. */
export interface Effects {
  deadlines: LimitEffect[];
  stage: Turn<IncidentRow['stage']>;
  opinionGrade: Turn<string | null>;
  provisionalGrade: Turn<string | null>;
  eventGrade: Turn<string | null>;
  category: Turn<IncidentRow['category']>;
}

export interface Turn<T> {
  before: T;
  after: T;
}

const isPending = ({ state }: DeadlineRow): boolean => state === 'open' || state === 'breached';

/**
 * What happens to the time limits between two states of one incident: those that are pending before
 * or after, by the due time they will have; 立即 first. What had ended before is left out.
 */
export function deadlineEffects(before: IncidentState, after: IncidentState): LimitEffect[] {
  const known = new Map(before.deadlines.map((row) => [row.id, row]));
  const effects = after.deadlines.flatMap((row): LimitEffect[] => {
    const old = known.get(row.id) ?? null;
    if (old && !isPending(old)) return wasCorrected(old, row) ? [effect('moved', old, row)] : [];
    return [effect(old ? changeOf(old, row) : birthOf(row, before), old, row)];
  });
  return effects.sort((a, b) => order(a).localeCompare(order(b)) || a.rule.localeCompare(b.rule));
}

/** An earlier start measures anew what had been met. */
const wasCorrected = (old: DeadlineRow, row: DeadlineRow): boolean =>
  old.dueAt !== row.dueAt || old.state !== row.state;

function effect(change: LimitChange, old: DeadlineRow | null, row: DeadlineRow): LimitEffect {
  return {
    deadlineId: old?.id ?? null,
    key: row.key,
    rule: row.rule,
    basis: row.basis,
    change,
    before: old && standingOf(old),
    after: change === 'cancelled' ? null : standingOf(row),
    explanation: row.explanation,
    warnings: row.warnings,
  };
}

const standingOf = ({ dueAt, state, resumesAt }: DeadlineRow): LimitStanding => ({
  dueAt,
  state,
  pausedUntil: resumesAt,
});

function birthOf(row: DeadlineRow, before: IncidentState): LimitChange {
  const { round } = before.incident;
  const hadOne = before.deadlines.some(
    (one) => one.rule === row.rule && one.round === round && one.basis === 'plan',
  );
  return hadOne && row.basis === 'plan' && row.round === round ? 'reopened' : 'opened';
}

function changeOf(old: DeadlineRow, row: DeadlineRow): LimitChange {
  if (row.state === 'cancelled') return 'cancelled';
  if (!isPending(row)) return 'met';
  if (!old.resumesAt && row.resumesAt) return 'paused';
  if (old.resumesAt && !row.resumesAt) return 'resumed';
  return old.dueAt === row.dueAt ? 'kept' : 'moved';
}

const order = ({ before, after }: LimitEffect): string => after?.dueAt ?? before?.dueAt ?? '';

/** The effects of a decision, from the state before it and the one it leads to. */
export function effectsOf(before: IncidentState, after: IncidentState): Effects {
  const turn = <K extends keyof IncidentRow>(field: K): Turn<IncidentRow[K]> => ({
    before: before.incident[field],
    after: after.incident[field],
  });
  return {
    deadlines: deadlineEffects(before, after),
    stage: turn('stage'),
    opinionGrade: turn('opinionGrade'),
    provisionalGrade: turn('provisionalGrade'),
    eventGrade: turn('eventGrade'),
    category: turn('category'),
  };
}
