import type { Role } from '@/lib/access/roles';
import type { Level, ResponsePlan } from '../schema';
import type { Finding, ReviewContext } from './finding';

const STANDS_IN: Partial<Record<Role, Role>> = { deputy: 'leader', leader: 'deputy' };

/** Levels and scales: criteria, ranks, and whether somebody decides them. */
export function reviewLevels(plan: ResponsePlan, context: ReviewContext): Finding[] {
  return [
    ...plan.levels.flatMap((level) => withoutCriteria(level)),
    ...reviewGroup(plan.levels, 'levels', context),
    ...plan.scales.flatMap((scale) => {
      const path = `scales.${scale.key}`;
      const isKnown = scale.levels.some((level) => level.key === scale.undecided);
      const params = { scale: scale.label, level: scale.undecided ?? '' };
      return [
        ...reviewGroup(scale.levels, `${path}.levels`, context),
        ...(scale.undecided === null || isKnown
          ? []
          : [{ code: 'undecided_unknown', severity: 'error', path, params } as const]),
      ];
    }),
  ];
}

function withoutCriteria(level: Level): Finding[] {
  if (level.criteria) return [];
  const params = { level: level.label };
  return [{ code: 'level_no_criteria', severity: 'note', path: `levels.${level.key}`, params }];
}

function reviewGroup(
  levels: readonly Level[],
  path: string,
  { holders }: ReviewContext,
): Finding[] {
  return levels.flatMap((level, index): Finding[] => {
    const place = `${path}.${level.key}`;
    const twin = levels.slice(0, index).find((one) => one.rank === level.rank);
    const decided = level.deciders.some(
      (role) => holders[role] > 0 || holders[STANDS_IN[role] ?? role] > 0,
    );
    const params = { level: level.label, roles: level.deciders };
    return [
      ...(twin ? [twice(place, level, twin)] : []),
      ...(decided
        ? []
        : [{ code: 'level_no_decider', severity: 'error', path: place, params } as const]),
    ];
  });
}

function twice(path: string, level: Level, twin: Level): Finding {
  const params = { level: level.label, other: twin.label, rank: level.rank };
  return { code: 'rank_twice', severity: 'error', path, params };
}
