import type { CalendarData, Step } from '@/lib/calendar';
import { dutyDue } from '../due';
import { normsFor } from '../norms';
import { sharpens } from '../obligations';
import type { Norm, NormRule, Obligation, PlanFilter, ResponsePlan, StartEvent } from '../schema';
import type { Finding, ReviewContext } from './finding';
import { sampleStarts } from './samples';

/** Starts that come long after the hours of a norm have begun; nothing to compare. */
const LATER: readonly StartEvent[] = ['resolved', 'stable', 'promised', 'periodic'];

/** Where a norm that binds the institution is stricter than its plan, or asks for something more. */
export function reviewNorms(plan: ResponsePlan, { orgKind, calendar }: ReviewContext): Finding[] {
  return normsFor(orgKind).flatMap((norm) =>
    norm.rules.flatMap((rule): Finding[] => {
      const same = plan.obligations.filter((one) => sharpens(rule, one));
      if (same.length === 0) return [added(norm, rule)];
      return same
        .filter((one) => meet(one.when, rule.when) && !LATER.includes(one.start))
        .flatMap((one) => softer(one, norm, rule, calendar));
    }),
  );
}

const figure = ({ amount, unit, clock }: Obligation) =>
  amount === null ? '' : `${amount} ${unit} ${clock}`;

function added(norm: Norm, rule: NormRule): Finding {
  const params = { title: rule.title, norm: norm.title, normFigure: figure(rule) };
  return { code: 'norm_adds_duty', severity: 'note', path: `norms.${norm.key}`, params };
}

/** The first sampled start at which the norm's time comes before the plan's, with both times. */
function softer(own: Obligation, norm: Norm, rule: NormRule, calendar: CalendarData): Finding[] {
  if (own.amount === null) return [];
  for (const start of sampleStarts(calendar)) {
    const duty = { rule: own, sharpenedBy: [rule] };
    const due = dutyDue(duty, start, () => start, calendar, [norm]);
    if (due.decidedBy.rule !== rule.rule) continue;
    const [ownDueAt, normDueAt] = due.explanation.flatMap(timeCompared);
    const params = {
      title: own.title,
      rule: own.rule,
      norm: norm.title,
      ownFigure: figure(own),
      normFigure: figure(rule),
      start,
      ownDueAt: ownDueAt ?? '',
      normDueAt: normDueAt ?? '',
    };
    const path = `obligations.${own.rule}`;
    return [{ code: 'softer_than_norm', severity: 'warning', path, params }];
  }
  return [];
}

const timeCompared = (step: Step): string[] =>
  step.code === 'compared' ? [(step.params as { at: string | null }).at ?? ''] : [];

/** Whether one event can fall under both filters. */
function meet(own: PlanFilter, norm: PlanFilter): boolean {
  const wanted = norm.eventGrades ?? [];
  const barred = [...(own.notEventGrades ?? []), ...(norm.notEventGrades ?? [])];
  const named = own.eventGrades ?? [];
  if (named.length > 0 && named.every((grade) => barred.includes(grade))) return false;
  if (wanted.length === 0) return true;
  const shared = named.length === 0 ? wanted : wanted.filter((grade) => named.includes(grade));
  return shared.some((grade) => !barred.includes(grade));
}
