import { computeDue } from '@/lib/calendar';
import { timeRule } from '../due';
import type { Obligation, PlanFilter, ResponsePlan } from '../schema';
import type { Finding, ReviewContext } from './finding';
import { sampleStarts } from './samples';

/** Obligations: whether they can begin and end, who owns them, and whether their figures agree. */
export function reviewObligations(plan: ResponsePlan, context: ReviewContext): Finding[] {
  const normNames = plan.norms.flatMap((norm) => norm.rules.map((rule) => rule.rule));
  return [
    ...plan.obligations.flatMap((rule) => [
      ...reviewOwner(rule, context),
      ...reviewEnd(rule),
      ...reviewBlank(rule),
      ...reviewMaximum(rule, context),
      ...reviewFilter(plan, rule.when, `obligations.${rule.rule}`),
      ...neverRuns(rule),
      ...(normNames.includes(rule.rule) ? [finding('rule_collides_with_norm', 'error', rule)] : []),
    ]),
    ...plan.reporting.flatMap((line) => reviewFilter(plan, line.when, `reporting.${line.key}`)),
    ...plan.patrols.flatMap((one) => reviewFilter(plan, one.when ?? {}, `patrols.${one.key}`)),
    ...plan.chains.flatMap((chain) =>
      reviewFilter(plan, chain.grades ? { grades: chain.grades } : {}, `chains.${chain.key}`),
    ),
  ];
}

function finding(
  code: Finding['code'],
  severity: Finding['severity'],
  rule: Obligation,
  more: Finding['params'] = {},
): Finding {
  const params = { title: rule.title, rule: rule.rule, ...more };
  return { code, severity, path: `obligations.${rule.rule}`, params };
}

function reviewOwner(rule: Obligation, { holders }: ReviewContext): Finding[] {
  // What no unit handles falls to the office.
  const owners = rule.owner === 'handler' ? holders.handler + holders.office : holders[rule.owner];
  return owners > 0 ? [] : [finding('owner_missing', 'error', rule, { role: rule.owner })];
}

/** Patrols and filings run by the calendar alone; every other limit has to end somehow. */
function reviewEnd(rule: Obligation): Finding[] {
  const endless = rule.start !== 'periodic' && rule.metBy.length === 0;
  return endless ? [finding('met_by_nothing', 'error', rule)] : [];
}

function reviewBlank(rule: Obligation): Finding[] {
  if (rule.amount !== null || rule.clock !== 'now') return [];
  const more = rule.originalWords ? { words: rule.originalWords } : {};
  return [finding('blank_at_once', 'note', rule, more)];
}

function reviewMaximum(rule: Obligation, { calendar }: ReviewContext): Finding[] {
  const { hardMax } = rule;
  if (!hardMax || rule.amount === null) return [];
  for (const start of sampleStarts(calendar)) {
    const dueAt = computeDue({ ...timeRule(rule), start }, calendar).dueAt;
    const maximumAt = computeDue({ ...timeRule(hardMax), start }, calendar).dueAt;
    if (dueAt && maximumAt && maximumAt < dueAt) {
      return [finding('hard_max_before_amount', 'error', rule, { start, dueAt, maximumAt })];
    }
  }
  return [];
}

/** What a filter names and the plan does not have; with nothing left it can never hold. */
function reviewFilter(plan: ResponsePlan, filter: PlanFilter, path: string): Finding[] {
  const found = (field: string, name: string, severity: Finding['severity']): Finding => ({
    code: 'filter_unknown',
    severity,
    path,
    params: { field, name },
  });
  const levels = plan.levels.map((level) => level.key);
  const known = plan.categories.map((category) => category.key);
  const grades = (filter.grades ?? []).filter((grade) => !levels.includes(grade));
  const categories = (filter.categories ?? []).filter((one) => !known.includes(one));
  const scales = Object.entries(filter.scales ?? {}).flatMap(([key, wanted]) => {
    const scale = plan.scales.find((one) => one.key === key);
    if (!scale) return [key];
    return wanted.flatMap((level) =>
      scale.levels.some((one) => one.key === level) ? [] : [`${key}: ${level}`],
    );
  });
  return [
    ...grades.map((name) => found('grades', name, 'error')),
    ...scales.map((name) => found('scales', name, 'error')),
    // Every incident has one of the four categories, named in the plan or not.
    ...(known.length > 0 ? categories.map((name) => found('categories', name, 'warning')) : []),
  ];
}

function neverRuns(rule: Obligation): Finding[] {
  const { eventGrades = [], notEventGrades = [], scales = {} } = rule.when;
  const excluded =
    eventGrades.length > 0 && eventGrades.every((grade) => notEventGrades.includes(grade));
  const noLevel = Object.values(scales).some((levels) => levels.length === 0);
  return excluded || noLevel ? [finding('never_runs', 'error', rule)] : [];
}
