import type { JudgedLevel } from './grading';
import type { Label, ResponsePlan } from './schema';

/** How grave a level looks, 1 gravest; gives colour and shape. */
export type LevelRank = 1 | 2 | 3 | 4;

const COMMON: Record<string, LevelRank> = {
  especially_serious: 1,
  serious: 2,
  relatively_serious: 3,
  ordinary: 4,
};

/** The common grades keep their colours in every plan; a plan's own levels count from the gravest. */
export function levelRank(
  levels: readonly Pick<JudgedLevel, 'key' | 'rank'>[],
  key: string,
): LevelRank {
  const own = levels.find((one) => one.key === key)?.rank ?? 0;
  const graver = levels.filter((one) => one.rank > own).length;
  return COMMON[key] ?? (Math.min(4, graver + 1) as LevelRank);
}

/** What a plan calls its levels, for places that show incidents of several plans. */
export interface PlanNames {
  /** False where the plan knows no grades: its incidents are assessed, not graded. */
  hasLevels: boolean;
  levels: Record<string, { label: Label; rank: LevelRank }>;
}

export function planNames({ levels }: Pick<ResponsePlan, 'levels'>): PlanNames {
  const named = levels.map(({ key, label }) => [key, { label, rank: levelRank(levels, key) }]);
  return { hasLevels: levels.length > 0, levels: Object.fromEntries(named) };
}
