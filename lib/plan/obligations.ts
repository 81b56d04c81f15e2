import type { Category } from '@/lib/incident/keys';
import { higherGrade } from './grading';
import type { ApprovalChain, Obligation, PlanFilter, ResponsePlan } from './schema';

/** What decides which rules of a plan hold for an incident right now. */
export interface PlanSituation {
  /** Decided, or the highest pending suggestion or provisional grade; null = nobody said anything. */
  grade: string | null;
  gradeDecided: boolean;
  eventGrade: string | null;
  category: Category | null;
  scales: Record<string, string>;
}

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
export function situationOf(plan: ResponsePlan, standing: GradeStanding): PlanSituation {
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
  };
}

const allows = (list: readonly string[] | undefined, value: string | null): boolean =>
  !list || list.length === 0 || value === null || list.includes(value);

/**
 * Whether a rule holds. A fact nobody has settled counts as fulfilled, so that not knowing never
 * switches a clock off; an event grade has to be named before its norms run.
 */
export function holds(filter: PlanFilter, situation: PlanSituation): boolean {
  const eventGrades = filter.eventGrades ?? [];
  return (
    allows(filter.grades, situation.grade) &&
    allows(filter.categories, situation.category) &&
    (eventGrades.length === 0 ||
      (situation.eventGrade !== null && eventGrades.includes(situation.eventGrade))) &&
    Object.entries(filter.scales ?? {}).every(([scale, levels]) => {
      const level = situation.scales[scale];
      return level !== undefined && levels.includes(level);
    })
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
  object: ApprovalChain['objects'][number],
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
