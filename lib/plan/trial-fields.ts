import type { Criterion, FactCount, FactYesNo } from './criteria';
import { leavesOf } from './evaluate';
import type { Label, PlanFilter, ResponsePlan, StartEvent } from './schema';

/** What a plan's rules and criteria look at, so that a form asks for nothing else. */
export interface TrialFields {
  counts: FactCount[];
  yesNo: FactYesNo[];
  mediaTier: boolean;
  imageImpact: boolean;
  judged: { key: string; label: Label }[];
  eventGrade: boolean;
  category: boolean;
  difficulty: boolean;
  circumstances: NonNullable<PlanFilter['circumstances']>;
  starts: StartEvent[];
}

const OF_INCIDENTS: readonly StartEvent[] = [
  'known',
  'published',
  'event_occurred',
  'opinion_occurred',
  'oral_reported',
  'ordered',
  'graded',
  'resolved',
  'stable',
];

export function trialFields(plan: ResponsePlan): TrialFields {
  const levels = [...plan.levels, ...plan.scales.flatMap((scale) => scale.levels)];
  const leaves = levels.flatMap((level) => (level.criteria ? leavesOf(level.criteria) : []));
  const rules = [...plan.obligations, ...plan.norms.flatMap((norm) => norm.rules)];
  const filters = [
    ...rules.map((rule) => rule.when),
    ...plan.reporting.map((line) => line.when),
    ...plan.patrols.flatMap((patrol) => patrol.when ?? []),
  ];
  const counts = leaves.flatMap((leaf) => ('count' in leaf ? [leaf.count] : []));
  const harm = filters.flatMap(({ harm: limits }): FactCount[] => [
    ...(limits?.deaths === undefined ? [] : (['deaths'] as const)),
    ...(limits?.injured === undefined ? [] : (['injured'] as const)),
  ]);
  const people = filters.some((filter) => filter.people) ? (['people'] as const) : [];
  const starts = new Set<StartEvent>(rules.map((rule) => rule.start));
  if (starts.has('earliest_known')) {
    starts.add('event_occurred');
    starts.add('opinion_occurred');
  }
  return {
    counts: [...new Set([...counts, ...harm, ...people])],
    yesNo: [...new Set(leaves.flatMap((leaf) => ('is' in leaf ? [leaf.is] : [])))],
    mediaTier: leaves.some((leaf) => 'mediaTier' in leaf),
    imageImpact: leaves.some((leaf) => 'imageImpact' in leaf),
    judged: leaves.flatMap((leaf, index) =>
      'manual' in leaf && leaf.key && !hasKey(leaves.slice(0, index), leaf.key)
        ? [{ key: leaf.key, label: leaf.manual }]
        : [],
    ),
    eventGrade: filters.some((one) => one.eventGrades || one.notEventGrades),
    category:
      filters.some((one) => one.categories) ||
      plan.chains.some((chain) => chain.categories) ||
      leaves.some((leaf) => 'category' in leaf),
    difficulty: filters.some((one) => one.difficulty),
    circumstances: [...new Set(filters.flatMap((one) => one.circumstances ?? []))],
    starts: OF_INCIDENTS.filter((start) => starts.has(start)),
  };
}

/** Two levels may hang on one judgement; it is asked once. */
const hasKey = (leaves: readonly Criterion[], key: string): boolean =>
  leaves.some((leaf) => 'manual' in leaf && leaf.key === key);
