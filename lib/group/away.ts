import type { Role } from '@/lib/access/roles';
import type { Instant } from '@/lib/calendar/instant';
import type { Delegation } from './delegates';

/** A rule of a plan: who is away for longer names a delegate in writing. */
export interface AwayRule {
  role: Role;
  awayMoreThanHours: number;
}

export interface Absence {
  id: string;
  personId: string;
  startsAt: Instant;
  endsAt: Instant;
}

const HOUR_MS = 3_600_000;

/**
 * Absences that a rule wants covered by a written authority and that are not, wholly, from `now`
 * on: several papers may follow one another without a gap.
 * @param rolesOf roles of a person, by id
 */
export function uncoveredAbsences(
  absences: readonly Absence[],
  delegations: readonly Delegation[],
  rules: readonly AwayRule[],
  rolesOf: (personId: string) => readonly Role[],
  now: Instant,
): Absence[] {
  return absences.filter((away) => {
    const hours = (Date.parse(away.endsAt) - Date.parse(away.startsAt)) / HOUR_MS;
    const roles = rolesOf(away.personId);
    const asked = rules.some((one) => roles.includes(one.role) && hours > one.awayMoreThanHours);
    if (!asked || away.endsAt <= now) return false;
    const papers = delegations
      .filter((one) => one.fromId === away.personId)
      .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
    let covered = away.startsAt > now ? away.startsAt : now;
    for (const { startsAt, endsAt } of papers) {
      if (startsAt <= covered && endsAt > covered) covered = endsAt;
    }
    return covered < away.endsAt;
  });
}
