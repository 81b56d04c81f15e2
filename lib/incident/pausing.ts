import type { CalendarData } from '@/lib/calendar';
import type { Clock } from '@/lib/calendar/due-rule';
import type { DueResult, Step } from '@/lib/calendar/due-steps';
import type { Instant } from '@/lib/calendar/instant';
import { isPausable, type Pause, resumeDue } from '@/lib/calendar/pause';
import type { ResponsePlan } from '@/lib/plan/schema';
import type { Decision } from './decision';
import type { DeadlineRow } from './model';
import { nextActionFor } from './watching';

/** Whether the plan lets this limit stand still, and its clock counts something that can. */
export function mayPause(deadline: DeadlineRow, plan: ResponsePlan): boolean {
  const isPending = deadline.state === 'open' || deadline.state === 'breached';
  const rule = plan.obligations.find((one) => one.rule === deadline.rule);
  const counts = deadline.dueAt !== null && isPausable(deadline.clock);
  return isPending && deadline.pausedAt === null && counts && rule?.pausable === true;
}

/**
 * What no pause goes beyond: the plan's longest time, and the time of every norm the limit was
 * weighed against (the first entry is the plan's own). UTC; null = nothing bounds it.
 */
export function maximumOf({
  hardMaxAt,
  explanation,
}: Pick<DeadlineRow, 'hardMaxAt' | 'explanation'>): Instant | null {
  const weighed = (explanation as Step[]).filter((step) => step.code === 'compared').slice(1);
  const norms = weighed.flatMap((step) => (step.params.at ? [step.params.at] : []));
  return [...norms, ...(hardMaxAt ? [hardMaxAt] : [])].sort()[0] ?? null;
}

/**
 * Lets a paused limit run again from `at`, or from the end that was set when that came first; what
 * was left counts on. No-op for a limit that runs.
 */
export function endPause(
  decision: Decision,
  deadline: DeadlineRow,
  at: Instant,
  reason: string | null = null,
): void {
  const { pausedAt, resumesAt, dueAt } = deadline;
  if (!pausedAt || !resumesAt) return;
  const end = at < resumesAt ? at : resumesAt;
  const pause: Pause = { from: pausedAt, to: end > pausedAt ? end : pausedAt };
  const pauses = [...(deadline.pauses ?? []), pause];
  const { calendar } = decision.context;
  const { explanation, warnings } = deadline as unknown as DueResult;
  const due = runOn(deadline, { dueAt, explanation, warnings }, [pause], calendar);
  const running = { ...deadline, dueAt: due.dueAt, resumesAt: null };
  const from = pause.to < decision.now ? pause.to : decision.now;
  decision.emit(
    'deadline.resumed',
    {
      id: deadline.id,
      dueAt: due.dueAt,
      explanation: due.explanation,
      warnings: due.warnings,
      pauses,
      nextActionAt: nextActionFor(decision, running),
      text: { reason },
    },
    from,
  );
}

/** Limits whose pause has come to its end run again from there, whatever comes next. */
export function endLapsedPauses(decision: Decision): void {
  for (const deadline of decision.state.deadlines) {
    if (deadline.resumesAt && deadline.resumesAt <= decision.now) {
      endPause(decision, deadline, deadline.resumesAt);
    }
  }
}

/** A due time that was computed anew, with the pauses that were granted. */
export function withPauses<T extends DueResult & { hardMaxAt: Instant | null }>(
  deadline: DeadlineRow,
  due: T,
  calendar: CalendarData,
): T {
  const { pauses, clock } = deadline;
  if (!pauses) return due;
  const limit = { clock, hardMaxAt: due.hardMaxAt, extendedBy: null };
  return { ...due, ...runOn(limit, due, pauses, calendar) };
}

/** Adds pauses to a due time and its explanation, step by step. */
function runOn(
  { clock, hardMaxAt, extendedBy }: Pick<DeadlineRow, 'clock' | 'hardMaxAt' | 'extendedBy'>,
  due: DueResult,
  pauses: readonly Pause[],
  calendar: CalendarData,
): DueResult {
  const maximum = maximumOf({ hardMaxAt, explanation: due.explanation });
  let { dueAt } = due;
  const explanation = [...due.explanation];
  const warnings = [...due.warnings];
  for (const pause of pauses) {
    if (dueAt === null) break;
    const resumed = resumeDue({ dueAt, clock: clock as Clock, maximum }, pause, calendar);
    const told = explanation.findLast((step) => step.code === 'due')?.params.at;
    const wasExtended = extendedBy !== null && told !== dueAt && resumed.steps.length > 0;
    if (wasExtended) explanation.push({ code: 'extended', params: { at: dueAt } });
    explanation.push(...resumed.steps);
    const years = warnings.map((one) => one.year);
    warnings.push(...resumed.warnings.filter((one) => !years.includes(one.year)));
    dueAt = resumed.dueAt;
  }
  return { dueAt, explanation, warnings };
}
