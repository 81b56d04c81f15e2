import { type Criterion, evaluate, type GradingFacts } from './criteria';
import type { Level, ResponsePlan } from './schema';

export interface GradeSuggestion {
  grade: string | null;
  reasons: Criterion[];
  /** What somebody would have to find out to settle a higher level. */
  missing: Criterion[];
}

/** Highest level whose criteria hold. The machine suggests; a person decides. */
export function suggestGrade(plan: ResponsePlan, facts: GradingFacts): GradeSuggestion {
  return suggestLevel(plan.levels, facts);
}

/** The same for every second scale of the plan that has criteria, by the scale's key. */
export function suggestScales(
  plan: ResponsePlan,
  facts: GradingFacts,
): Record<string, GradeSuggestion> {
  const judged = plan.scales.filter((scale) => scale.levels.some((level) => level.criteria));
  return Object.fromEntries(judged.map(({ key, levels }) => [key, suggestLevel(levels, facts)]));
}

function suggestLevel(levels: readonly Level[], facts: GradingFacts): GradeSuggestion {
  const missing: Criterion[] = [];
  for (const level of byRankDown(levels)) {
    if (!level.criteria) continue;
    const finding = evaluate(level.criteria, facts);
    if (finding.result) return { grade: level.key, reasons: finding.reasons, missing };
    missing.push(...finding.missing);
  }
  return { grade: null, reasons: [], missing };
}

export function byRankDown(levels: readonly Level[]): Level[] {
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
