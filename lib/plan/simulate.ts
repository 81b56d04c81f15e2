import { type CalendarData, type DueResult, explainDue } from '@/lib/calendar';
import type { Instant } from '@/lib/calendar/instant';
import { policyFor } from '@/lib/escalation/policy';
import { stepsOf } from '@/lib/escalation/schedule';
import type { Category, CommonGrade } from '@/lib/incident/keys';
import type { GradingFacts } from './criteria';
import { criterionText, factText } from './criterion-text';
import { dutyDue } from './due';
import { suggestGrade, suggestScales } from './grading';
import {
  chainFor,
  type Duty,
  dutiesFor,
  holds,
  type PlanSituation,
  situationOf,
} from './obligations';
import {
  APPROVAL_OBJECTS,
  type Label,
  type Obligation,
  type ResponsePlan,
  type StartEvent,
} from './schema';
import { targetKind } from './schema-escalation';
import { type Moments, standsIn, startMoment } from './starts';

/** A case to try a plan on; instants UTC, grades and scales as the plan's keys. */
export interface TrialCase {
  moments: Moments;
  facts: GradingFacts;
  opinionGrade: string | null;
  scales: Record<string, string>;
  eventGrade: CommonGrade | null;
  category: Category | null;
}

export interface TrialDeadline {
  rule: string;
  key: string;
  title: Label;
  start: StartEvent;
  /** Null = the start has not happened in this case. */
  startedAt: Instant | null;
  /** Null = at once, or not started. */
  dueAt: Instant | null;
  amount: number | null;
  unit: string;
  clock: string;
  owner: string;
  target: string;
  recipient: Label | null;
  originalWords: Label | null;
  filledByUnit: boolean;
  /** The plan's rule first, then the norms that join it. */
  sources: { document: string; line: string; title: Label | null; decides: boolean }[];
  due: DueResult;
  /** Who is told when, as the plan escalates it. */
  tells: { at: Instant; atMinutes: number; to: string[] }[];
}

export interface Trial {
  suggestedGrade: string | null;
  /** Grade the clocks run on: the one given, else the suggestion. */
  grade: string | null;
  reasons: Label[];
  missing: Label[];
  suggestedScales: Record<string, { level: string | null; reasons: Label[] }>;
  /** Second scales the clocks run on. */
  scales: Record<string, string>;
  deadlines: TrialDeadline[];
  approvals: { object: string; chain: Label | null; steps: TrialStep[] }[];
  reporting: { key: string; label: Label; target: string; simultaneous: boolean }[];
  patrols: { key: string; label: Label }[];
  commandedBy: Label | null;
  warnings: Label[];
}

export interface TrialStep {
  label: Label;
  role: string;
  mode: 'any' | 'quorum';
  needed: number | 'majority';
  outside: Label | null;
}

/**
 * What a plan would do with a case: the grade it suggests and why, what would be due when and from
 * which source, who would be told, who would approve. The same rules an incident runs on; nothing
 * is stored. Pure; about a millisecond.
 */
export function simulate(plan: ResponsePlan, trial: TrialCase, calendar: CalendarData): Trial {
  const facts = { ...trial.facts, ...(trial.category ? { category: trial.category } : {}) };
  const suggestion = suggestGrade(plan, facts);
  const suggestedScales = suggestScales(plan, facts);
  const standing = {
    opinionGrade: trial.opinionGrade,
    provisionalGrade: null,
    suggestedGrade: suggestion.grade,
    proposedGrade: null,
    eventGrade: trial.eventGrade,
    category: trial.category,
    scales: { ...levelsOf(suggestedScales), ...trial.scales },
  };
  const situation = situationOf(plan, standing, trial.facts);
  const duties = dutiesFor(plan, situation);
  const deadlines = duties.map((duty) =>
    tryDuty(plan, duty, situation.grade, trial.moments, calendar),
  );
  return {
    suggestedGrade: suggestion.grade,
    grade: situation.grade,
    reasons: suggestion.reasons.map(criterionText),
    missing: suggestion.missing.map(factText),
    suggestedScales: Object.fromEntries(
      Object.entries(suggestedScales).map(([key, { grade, reasons }]) => [
        key,
        { level: grade, reasons: reasons.map(criterionText) },
      ]),
    ),
    scales: situation.scales,
    deadlines: deadlines.sort(byDue),
    approvals: approvalsOf(plan, situation),
    reporting: plan.reporting
      .filter((line) => holds(line.when, situation))
      .map(({ key, label, target, simultaneous }) => ({ key, label, target, simultaneous })),
    patrols: plan.patrols
      .filter((patrol) => holds(patrol.when ?? {}, situation))
      .map(({ key, label }) => ({ key, label })),
    commandedBy: plan.levels.find((one) => one.key === situation.grade)?.commandedBy ?? null,
    warnings: warningsOf(plan, duties, deadlines, trial, situation),
  };
}

const levelsOf = (suggested: ReturnType<typeof suggestScales>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(suggested).flatMap(([key, { grade }]) => (grade ? [[key, grade]] : [])),
  );

function tryDuty(
  plan: ResponsePlan,
  duty: Duty,
  grade: string | null,
  moments: Moments,
  calendar: CalendarData,
): TrialDeadline {
  const { rule } = duty;
  const startedAt = startMoment(rule.start, moments);
  const startOf = (start: StartEvent) => startMoment(start, moments);
  const due = startedAt ? dutyDue(duty, startedAt, startOf, calendar, plan.norms) : null;
  const { dueAt = null } = due ?? {};
  const { steps: policy } = policyFor(plan, rule, grade);
  const steps = startedAt ? stepsOf(policy, startedAt, dueAt) : [];
  return {
    rule: rule.rule,
    key: rule.key,
    title: rule.title,
    start: rule.start,
    startedAt,
    dueAt,
    amount: rule.amount,
    unit: rule.unit,
    clock: rule.clock,
    owner: rule.owner,
    target: rule.target,
    recipient: rule.recipient ?? null,
    originalWords: rule.originalWords ?? null,
    filledByUnit: rule.filledByUnit,
    sources: [rule, ...duty.sharpenedBy].map((one) => ({
      document: one.source.document,
      line: one.source.line,
      title: normTitle(plan, one),
      decides: due?.decidedBy.rule === one.rule,
    })),
    due: due ?? { dueAt: null, explanation: [], warnings: [] },
    tells: steps.map(({ at, minutes, step }) => ({
      at,
      atMinutes: minutes,
      to: step.to.map(targetKind),
    })),
  };
}

function normTitle(plan: ResponsePlan, rule: Obligation): Label | null {
  const norm = plan.norms.find((one) => one.rules.some((each) => each.rule === rule.rule));
  return norm?.title ?? null;
}

/** By due time; at once first, not yet started last. */
function byDue(a: TrialDeadline, b: TrialDeadline): number {
  const rank = (one: TrialDeadline) => (one.startedAt === null ? '~' : (one.dueAt ?? ''));
  return rank(a).localeCompare(rank(b));
}

function approvalsOf(plan: ResponsePlan, situation: PlanSituation): Trial['approvals'] {
  const strictest = [...plan.levels].sort((a, b) => b.rank - a.rank)[0]?.key ?? null;
  const graded = { ...situation, grade: situation.grade ?? strictest };
  return APPROVAL_OBJECTS.flatMap((object) => {
    const chain = chainFor(plan, object, graded);
    if (!chain) return [];
    const steps = chain.steps.map(({ label, role, mode, needed, outside }) => ({
      label,
      role,
      mode,
      needed,
      outside: outside ?? null,
    }));
    return [{ object, chain: chain.label, steps }];
  });
}

function warningsOf(
  plan: ResponsePlan,
  duties: readonly Duty[],
  deadlines: readonly TrialDeadline[],
  { moments, eventGrade }: TrialCase,
  situation: PlanSituation,
): Label[] {
  return [
    ...(plan.levels.length > 0 && situation.grade === null ? [UNGRADED] : []),
    ...deadlines.flatMap((one) => softer(one)),
    ...duties.flatMap(({ rule }) => (standsIn(rule.start, moments) ? [standIn(rule)] : [])),
    ...(plan.norms.length > 0 && eventGrade === null ? [NO_EVENT_GRADE] : []),
    ...deadlines.flatMap(({ due }) => yearsMissing(due)),
  ].filter(isFirst);
}

const isFirst = (label: Label, index: number, all: readonly Label[]): boolean =>
  all.findIndex((one) => one.zh === label.zh) === index;

const UNGRADED: Label = {
  zh: '现有情况不足以建议等级：未定级前，各等级的时限都按适用计算，审批走最严的一级。',
  en: 'The facts suggest no grade: until one is decided the limits of every grade count, and the strictest chain approves.',
};

const NO_EVENT_GRADE: Label = {
  zh: '没有填突发事件等级：特别重大、重大突发事件的 5 小时发布、24 小时发布会要求未计入。',
  en: 'No event grade is given: the 5 h and 24 h duties of grave emergencies are not counted.',
};

/** Where a norm decides because the plan is softer. */
function softer({ title, sources, amount, unit, clock }: TrialDeadline): Label[] {
  const norm = sources.slice(1).find((one) => one.decides);
  if (!norm) return [];
  const own = clock === 'wall' && amount !== null && unit === 'hour';
  const name = norm.title ?? { zh: norm.document, en: norm.document };
  return [
    {
      zh: `“${title.zh}”：预案${own ? `的 ${amount} 小时` : '的时限'}比${name.zh}（${norm.line}）宽，按先到期的执行。`,
      en: `“${title.en}”: the plan’s ${own ? `${amount} h` : 'limit'} is softer than ${name.en}; the earlier due time applies.`,
    },
  ];
}

const START_NAMES: Partial<Record<StartEvent, Label>> = {
  published: { zh: '发帖时间', en: 'time of the post' },
  opinion_occurred: { zh: '舆情发生时间', en: 'time the opinion arose' },
  event_occurred: { zh: '事件发生时间', en: 'time of the event' },
};

function standIn({ title, start }: Obligation): Label {
  const name = START_NAMES[start] ?? { zh: start, en: start };
  return {
    zh: `“${title.zh}”从${name.zh}起算，没有填写，暂从已知的最早时间起算。`,
    en: `“${title.en}” runs from the ${name.en}, which is not given: the earliest known moment stands in.`,
  };
}

function yearsMissing(due: DueResult): Label[] {
  const only = { explanation: [], warnings: due.warnings };
  const en = explainDue(only, 'en');
  return explainDue(only, 'zh-CN').map((zh, index) => ({ zh, en: en[index] ?? zh }));
}
