import type { Role } from '@/lib/access/roles';
import type { DutyStep, StepTarget } from './settings';

/** The house at the moment a step fires. */
export interface Scene {
  /** Who owes the task now, and why nobody does. */
  responsibleIds: readonly string[];
  missing: SkipReason | null;
  dutyLeaderId: string | null;
  /** Active people of the institution. */
  people: readonly { id: string; roles: readonly Role[] }[];
  /** Who is told when the whole house is empty: the office of the institution above. */
  aboveIds: readonly string[];
}

export type SkipReason = 'nobody_on_duty' | 'nobody_in_role' | 'nobody_in_unit';

export interface Reach {
  personIds: string[];
  skipped: { target: string; reason: SkipReason }[];
}

/** In this order somebody else is told in place of a step that reaches nobody. */
const NEXT: readonly StepTarget[] = ['duty_leader', 'office', 'deputy', 'leader'];

function peopleOf(target: StepTarget, scene: Scene): string[] {
  if (target === 'responsible') return [...scene.responsibleIds];
  if (target === 'duty_leader') return scene.dutyLeaderId === null ? [] : [scene.dutyLeaderId];
  return scene.people.filter(({ roles }) => roles.includes(target)).map(({ id }) => id);
}

function reasonOf(target: StepTarget, scene: Scene): SkipReason {
  if (target === 'responsible') return scene.missing ?? 'nobody_on_duty';
  return target === 'duty_leader' ? 'nobody_on_duty' : 'nobody_in_role';
}

/**
 * Whom these steps tell. A target with nobody in it is skipped with its reason; a step that reaches
 * nobody goes to the next in line at once, at last to the institution above.
 */
export function reachOf(steps: readonly DutyStep[], scene: Scene): Reach {
  const reached: string[] = [];
  const skipped = new Map<string, SkipReason>();
  const tell = (targets: readonly StepTarget[]): number => {
    let found = 0;
    for (const target of targets) {
      const ids = peopleOf(target, scene);
      if (ids.length === 0) skipped.set(target, reasonOf(target, scene));
      reached.push(...ids);
      found += ids.length;
    }
    return found;
  };
  for (const { to } of steps) {
    if (tell(to) > 0) continue;
    const helped = NEXT.filter((one) => !to.includes(one)).some((one) => tell([one]) > 0);
    if (!helped) reached.push(...scene.aboveIds);
  }
  return {
    personIds: [...new Set(reached)],
    skipped: [...skipped].map(([target, reason]) => ({ target, reason })),
  };
}
