import { type CalendarData, computeDue, type DueResult, type Step } from '@/lib/calendar';
import type { Instant } from '@/lib/calendar/instant';
import type { Duty } from './obligations';
import type { NormRule, Obligation, ResponsePlan, StartEvent, TimeRule } from './schema';

export interface DutyDue extends DueResult {
  /** Rule whose time is the earliest and therefore decides. */
  decidedBy: Obligation;
  /** Furthest an extension may go; null = the rule allows none. */
  hardMaxAt: Instant | null;
}

type StartOf = (start: StartEvent) => Instant | null;

const OWN_PLAN = { zh: '本单位预案', en: 'The institution’s own plan' };

/** What the calendar needs of a rule. */
export function timeRule({ amount, unit, clock, at, on, times }: TimeRule): TimeRule {
  return {
    amount,
    unit,
    clock,
    ...(at === undefined ? {} : { at }),
    ...(on === undefined ? {} : { on }),
    ...(times === undefined ? {} : { times }),
  };
}

/**
 * When a duty falls due: the rule's own time, or that of a norm where it is earlier. The
 * explanation then names every rule with its time. A norm whose start has not happened does not
 * run yet.
 *
 * @param startedAt UTC; when the rule's clock begins.
 * @param startOf when the norms' clocks begin, by start event.
 */
export function dutyDue(
  duty: Duty,
  startedAt: Instant,
  startOf: StartOf,
  calendar: CalendarData,
  norms: ResponsePlan['norms'] = [],
): DutyDue {
  const { rule } = duty;
  const own = computeDue({ ...timeRule(rule), start: startedAt }, calendar);
  const hardMaxAt = rule.hardMax
    ? computeDue({ ...timeRule(rule.hardMax), start: startedAt }, calendar).dueAt
    : null;
  const others = duty.sharpenedBy.flatMap((norm) => {
    const start = startOf(norm.start);
    return start ? [{ norm, due: computeDue({ ...timeRule(norm), start }, calendar) }] : [];
  });
  if (others.length === 0) return { ...own, decidedBy: rule, hardMaxAt };
  const all = [{ rule, due: own, source: sourceName(rule, norms) }].concat(
    others.map(({ norm, due }) => ({ rule: norm, due, source: sourceName(norm, norms) })),
  );
  const winner = all.reduce((best, one) => (isEarlier(one.due, best.due) ? one : best));
  const compared: Step[] = all.map(({ rule: { rule: name }, due, source }) => ({
    code: 'compared',
    params: { rule: name, source, at: due.dueAt, decides: due === winner.due },
  }));
  const steps = winner.due.explanation;
  const end = steps.filter((step) => step.code === 'due');
  const walk = steps.filter((step) => step.code !== 'due');
  return {
    dueAt: winner.due.dueAt,
    explanation: [...walk, ...compared, ...end],
    warnings: winner.due.warnings,
    decidedBy: winner.rule,
    // Nothing goes beyond a norm that decides.
    hardMaxAt: winner.rule === rule ? hardMaxAt : null,
  };
}

function isEarlier(a: DueResult, b: DueResult): boolean {
  return a.dueAt !== null && (b.dueAt === null || a.dueAt < b.dueAt);
}

function sourceName(rule: Obligation | NormRule, norms: ResponsePlan['norms']) {
  const norm = norms.find((one) => one.rules.some((each) => each.rule === rule.rule));
  return norm?.title ?? OWN_PLAN;
}

/** Whether an explanation already weighs every norm that makes a duty stricter. */
export function weighsNorms(explanation: readonly unknown[], { sharpenedBy }: Duty): boolean {
  const weighed = (explanation as Step[]).flatMap((step) =>
    step.code === 'compared' ? [step.params.rule] : [],
  );
  return sharpenedBy.every((norm) => weighed.includes(norm.rule));
}
