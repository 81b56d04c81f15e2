import type { Category } from '@/lib/incident/keys';
import type { Circumstance, GradingFacts } from './criteria';
import { higherGrade } from './grading';
import type {
  ApprovalChain,
  ApprovalObject,
  NormRule,
  Obligation,
  PlanFilter,
  ResponsePlan,
} from './schema';

/** What decides which rules of a plan hold for an incident right now. */
export interface PlanSituation {
  /** Decided, or the highest pending suggestion or provisional grade; null = nobody said anything. */
  grade: string | null;
  gradeDecided: boolean;
  eventGrade: string | null;
  category: Category | null;
  scales: Record<string, string>;
  difficulty: 'simple' | 'hard' | null;
  /** Named numbers of harm and of people on the spot; 0 = none, or nobody named any. */
  deaths: number;
  injured: number;
  people: number;
  circumstances: readonly Circumstance[];
}

/** What the newest assessment states beyond the grades. */
export type StatedFacts = Pick<
  GradingFacts,
  'difficulty' | 'deaths' | 'injured' | 'people' | 'circumstances'
>;

export interface GradeStanding {
  opinionGrade: string | null;
  provisionalGrade: string | null;
  suggestedGrade: string | null;
  proposedGrade: string | null;
  eventGrade: string | null;
  category: Category | null;
  scales: Record<string, string>;
}

/** Until a grade is decided clocks run on the highest one that anybody, or the machine, has named. */
export function situationOf(
  plan: ResponsePlan,
  standing: GradeStanding,
  facts: StatedFacts = {},
): PlanSituation {
  const pending = [standing.provisionalGrade, standing.suggestedGrade, standing.proposedGrade];
  const grade =
    standing.opinionGrade ??
    pending.reduce<string | null>((best, one) => higherGrade(plan, best, one), null);
  const scales = Object.fromEntries(
    plan.scales.flatMap((scale) => {
      const level = standing.scales[scale.key] ?? scale.undecided;
      return level ? [[scale.key, level]] : [];
    }),
  );
  return {
    grade,
    gradeDecided: standing.opinionGrade !== null,
    eventGrade: standing.eventGrade,
    category: standing.category,
    scales,
    difficulty: facts.difficulty ?? null,
    deaths: facts.deaths ?? 0,
    injured: facts.injured ?? 0,
    people: facts.people ?? 0,
    circumstances: facts.circumstances ?? [],
  };
}

const allows = (list: readonly string[] | undefined, value: string | null): boolean =>
  !list || list.length === 0 || value === null || list.includes(value);

/**
 * Whether a rule holds. A fact nobody has settled counts as fulfilled, so that not knowing never
 * switches a clock off; an event grade, harm, people and circumstances have to be named before
 * their rules run.
 */
export function holds(filter: PlanFilter, situation: PlanSituation): boolean {
  const { eventGrade, difficulty } = situation;
  const named = filter.eventGrades ?? [];
  const circumstances = filter.circumstances ?? [];
  return (
    allows(filter.grades, situation.grade) &&
    allows(filter.categories, situation.category) &&
    allows(filter.difficulty && [filter.difficulty], difficulty) &&
    (named.length === 0 || named.some((one) => one === eventGrade)) &&
    !filter.notEventGrades?.some((one) => one === eventGrade) &&
    reachesHarm(filter.harm, situation) &&
    situation.people >= (filter.people?.atLeast ?? 0) &&
    (circumstances.length === 0 ||
      circumstances.some((one) => situation.circumstances.includes(one))) &&
    Object.entries(filter.scales ?? {}).every(([scale, levels]) => {
      const level = situation.scales[scale];
      return level !== undefined && levels.includes(level);
    })
  );
}

function reachesHarm(harm: PlanFilter['harm'], { deaths, injured }: PlanSituation): boolean {
  if (harm?.deaths === undefined && harm?.injured === undefined) return true;
  const reached = (limit: number | undefined, number: number) =>
    limit !== undefined && number >= limit;
  return reached(harm.deaths, deaths) || reached(harm.injured, injured);
}

/** One thing an incident owes now: the rule that asks for it, and norms that make it stricter. */
export interface Duty {
  rule: Obligation;
  sharpenedBy: NormRule[];
}

/**
 * What an incident of this kind owes by the plan and by the norms pinned to it. A norm's rule joins
 * the plan's rule for the same duty, or stands alone; of two norms for one duty the second joins
 * the first.
 */
export function dutiesFor(plan: ResponsePlan, situation: PlanSituation): Duty[] {
  const duties: Duty[] = obligationsFor(plan, situation).map((rule) => ({ rule, sharpenedBy: [] }));
  const norms = plan.norms.flatMap((norm) => norm.rules);
  for (const rule of norms.filter((one) => holds(one.when, situation))) {
    const same = duties.filter((duty) => sharpens(rule, duty.rule));
    for (const duty of same) duty.sharpenedBy.push(rule);
    if (same.length === 0) duties.push({ rule, sharpenedBy: [] });
  }
  return duties;
}

/** Whether a norm's rule is about the duty of another rule. */
export function sharpens(norm: NormRule, rule: Obligation): boolean {
  return rule.key === norm.key || norm.sharpens.includes(rule.key);
}

/** A rule of the plan or of a norm pinned to it, by its name. */
export function findRule(plan: ResponsePlan, name: string): Obligation | null {
  return (
    plan.obligations.find((one) => one.rule === name) ??
    plan.norms.flatMap((norm) => norm.rules).find((one) => one.rule === name) ??
    null
  );
}

/** Rules that give an incident of this kind a time limit; the calendar's own duties are patrols. */
export function obligationsFor(plan: ResponsePlan, situation: PlanSituation): Obligation[] {
  return plan.obligations.filter(
    (rule) => rule.start !== 'periodic' && holds(rule.when, situation),
  );
}

/** The approval chain of an object at a grade; the first that fits, as the plan lists them. */
export function chainFor(
  plan: ResponsePlan,
  object: ApprovalObject,
  situation: PlanSituation,
): ApprovalChain | null {
  return (
    plan.chains.find(
      (chain) =>
        chain.objects.includes(object) &&
        (!chain.grades?.length ||
          (situation.grade !== null && chain.grades.includes(situation.grade))) &&
        allows(chain.categories, situation.category),
    ) ?? null
  );
}

/** Whether approval by a chain suffices at a grade: its own, or one below those it is for. */
export function coversGrade(plan: ResponsePlan, chainKey: string, grade: string | null): boolean {
  const chain = plan.chains.find((one) => one.key === chainKey);
  const rank = (key: string | null) => plan.levels.find((one) => one.key === key)?.rank ?? -1;
  if (!chain?.grades?.length || grade === null) return true;
  return chain.grades.some((one) => rank(one) >= rank(grade));
}
