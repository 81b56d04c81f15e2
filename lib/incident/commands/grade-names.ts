import { findLevel } from '@/lib/plan/grading';
import type { Level } from '@/lib/plan/schema';
import type { Decision } from '../decision';
import { type CommonGrade, findCommonGrade, GRADES } from '../keys';
import { refuse } from '../refusal';

/** The plan's level of a grade given by key or Chinese label. */
export function resolveLevel(decision: Decision, grade: string): Level {
  const { plan } = decision.context;
  return (
    findLevel(plan, grade) ??
    refuse('grade_unknown_to_plan', { grade, known: plan.levels.map((level) => level.key) })
  );
}

export function resolveGrade(decision: Decision, grade: string): string {
  return resolveLevel(decision, grade).key;
}

/** Second scales by key or Chinese label, refusing what the plan does not have. */
export function resolveScales(
  decision: Decision,
  wanted: Record<string, string>,
): Record<string, string> {
  const { plan } = decision.context;
  return Object.fromEntries(
    Object.entries(wanted).map(([key, value]) => {
      const scale = plan.scales.find((one) => one.key === key || one.label.zh === key);
      const level = scale?.levels.find((one) => one.key === value || one.label.zh === value);
      if (!scale || !level) return refuse('grade_unknown_to_plan', { grade: `${key}: ${value}` });
      return [scale.key, level.key];
    }),
  );
}

/** The grade of the underlying event by key or Chinese label: the four keys of the norms. */
export function resolveEventGrade(grade: string | null): CommonGrade | null {
  if (grade === null) return null;
  return findCommonGrade(grade) ?? refuse('grade_unknown_to_plan', { grade, known: GRADES });
}
