import type { Criterion, GradingFacts } from './criteria';
import { evaluate } from './evaluate';
import type { Level, ResponsePlan } from './schema';

/** What of a level decides whether it is suggested. */
export type JudgedLevel = Pick<Level, 'key' | 'label' | 'rank' | 'criteria'>;
export type JudgedScale = Pick<ResponsePlan['scales'][number], 'key' | 'label'> & {
  levels: readonly JudgedLevel[];
};
/** The levels and scales of a plan, without everything else. */
export interface Judged {
  levels: readonly JudgedLevel[];
  scales: readonly JudgedScale[];
}

export interface GradeSuggestion {
  grade: string | null;
  reasons: Criterion[];
  /** What somebody would have to find out to settle a higher level. */
  missing: Criterion[];
}

/** Highest level whose criteria hold. The machine suggests; a person decides. */
export function suggestGrade(plan: Pick<Judged, 'levels'>, facts: GradingFacts): GradeSuggestion {
  return suggestLevel(plan.levels, facts);
}

/** The same for every second scale of the plan that has criteria, by the scale's key. */
export function suggestScales(
  plan: Pick<Judged, 'scales'>,
  facts: GradingFacts,
): Record<string, GradeSuggestion> {
  const judged = plan.scales.filter((scale) => hasCriteria(scale.levels));
  return Object.fromEntries(judged.map(({ key, levels }) => [key, suggestLevel(levels, facts)]));
}

export const hasCriteria = (levels: readonly JudgedLevel[]): boolean =>
  levels.some((level) => level.criteria);

export function suggestLevel(levels: readonly JudgedLevel[], facts: GradingFacts): GradeSuggestion {
  const missing: Criterion[] = [];
  for (const level of byRankDown(levels)) {
    if (!level.criteria) continue;
    const finding = evaluate(level.criteria, facts);
    if (finding.result) return { grade: level.key, reasons: finding.reasons, missing };
    missing.push(...finding.missing);
  }
  return { grade: null, reasons: [], missing };
}

/**
 * The lowest level above a grade (null = above none) that nobody can rule out yet, with what would
 * settle it; null = nothing is open above it.
 */
export function openAbove(
  levels: readonly JudgedLevel[],
  grade: string | null,
  facts: GradingFacts,
): { level: JudgedLevel; missing: Criterion[] } | null {
  const rank = levels.find((one) => one.key === grade)?.rank ?? -1;
  for (const level of byRankDown(levels).reverse()) {
    if (level.rank <= rank || !level.criteria) continue;
    const finding = evaluate(level.criteria, facts);
    if (finding.result === null) return { level, missing: finding.missing };
  }
  return null;
}

export function byRankDown<T extends { rank: number }>(levels: readonly T[]): T[] {
  return [...levels].sort((a, b) => b.rank - a.rank);
}

/** The higher of two level keys of one plan; unknown and absent keys lose. */
export function higherGrade(plan: ResponsePlan, a: string | null, b: string | null): string | null {
  const rank = (grade: string | null) => plan.levels.find((one) => one.key === grade)?.rank ?? -1;
  return rank(a) >= rank(b) ? a : b;
}

/** Resolves a grade given by key or by Chinese label. */
export function findLevel(plan: ResponsePlan, grade: string): Level | null {
  return plan.levels.find((one) => one.key === grade || one.label.zh === grade) ?? null;
}
