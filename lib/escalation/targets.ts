import type { Role } from '@/lib/access/roles';
import type { Directory, Person } from '@/lib/incident/context';
import type { EscalationTarget } from '@/lib/plan/schema';

/** Why a target, or one person it names, was not told. Stable: they stand in events. */
export const SKIP_REASONS = [
  'nobody_in_role',
  'nobody_on_duty',
  'nobody_in_group',
  'unknown_group',
  'unknown_person',
  'person_inactive',
  'not_reported_up',
  'recused',
  'on_leave',
  /** Told in the house, yet no way leads to the person outside it. */
  'no_contact',
  'delegation_expired',
  'nobody_reachable',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

export interface Owner {
  ownerRole: string;
  ownerUnitId: string | null;
  /** The very people it waits for; absent or null = whoever holds the role. */
  ownerIds?: readonly string[] | null;
}

/** People a target stands for; named people who are not there; or why there is nobody. */
export interface Named {
  people: Person[];
  gone: { personId: string; reason: SkipReason }[];
  empty: SkipReason;
}

const inRole = (directory: Directory, role: string, orgId: string): Person[] =>
  directory.people.filter(
    (person) => person.orgId === orgId && person.roles.includes(role as Role),
  );

/** People who own a deadline: the unit's handlers, the officer on duty, or everybody in the role. */
export function ownersOf(directory: Directory, owner: Owner): Person[] {
  const { onDuty, people, orgId } = directory;
  const { ownerIds } = owner;
  if (ownerIds) return people.filter((person) => ownerIds.includes(person.id));
  if (owner.ownerRole === 'handler' && owner.ownerUnitId) {
    const inUnit = people.filter((person) => person.unitId === owner.ownerUnitId);
    const handlers = inUnit.filter((person) => person.roles.includes('handler'));
    return handlers.length > 0 ? handlers : inRole(directory, 'office', orgId);
  }
  if (owner.ownerRole === 'handler') return inRole(directory, 'office', orgId);
  if (owner.ownerRole === 'officer') {
    const duty = people.filter((person) => person.id === onDuty.officerId);
    if (duty.length > 0) return duty;
  }
  return inRole(directory, owner.ownerRole, orgId);
}

/**
 * Who a target is at this moment. `isVisibleAbove`: whether the institution above may see the
 * incident; nobody there is told of what was not reported up.
 */
export function peopleFor(
  target: EscalationTarget,
  directory: Directory,
  owner: Owner,
  isVisibleAbove: boolean,
): Named {
  const { orgId, parentOrgId } = directory;
  // Nobody of another institution is told by name: they do not see the incident.
  const named = (ids: readonly string[], empty: SkipReason, of: string | null = orgId): Named => {
    const people = directory.people.filter(
      (person) => ids.includes(person.id) && person.orgId === of,
    );
    const missing = [...new Set(ids)].filter((id) => !people.some((person) => person.id === id));
    const gone = missing.map((personId) => {
      const isInactive = directory.inactiveIds.includes(personId);
      const reason: SkipReason = isInactive ? 'person_inactive' : 'unknown_person';
      return { personId, reason };
    });
    return { people, gone, empty };
  };
  const role = (people: Person[], empty: SkipReason = 'nobody_in_role'): Named => ({
    people,
    gone: [],
    empty,
  });
  const onDuty = (id: string | null, of = orgId): Named =>
    named(id === null ? [] : [id], 'nobody_on_duty', of);
  switch (target) {
    case 'owner':
      return role(ownersOf(directory, owner));
    case 'duty_officer':
      return onDuty(directory.onDuty.officerId);
    case 'duty_backup':
      return onDuty(directory.onDuty.backupId);
    case 'duty_leader':
      return onDuty(directory.onDuty.leaderId);
    case 'above_officer':
      if (!isVisibleAbove) return role([], 'not_reported_up');
      return onDuty(parentOrgId && directory.onDutyAbove.officerId, parentOrgId ?? orgId);
    case 'above_office':
      if (!isVisibleAbove) return role([], 'not_reported_up');
      return role(parentOrgId ? inRole(directory, 'office', parentOrgId) : []);
    default: {
      const [kind, id = '', duty] = target.split(':');
      if (kind === 'person') return named([id], 'unknown_person');
      if (kind === 'seats') return named(seatsOf(directory, null, id), 'nobody_in_group');
      if (kind !== 'group') return role(inRole(directory, target, orgId));
      const isKnown = directory.groups.some((group) => group.id === id);
      if (!isKnown) return role([], 'unknown_group');
      return named(seatsOf(directory, id, duty ?? null), 'nobody_in_group');
    }
  }
}

/** People on the seats of one group, or of all; of one duty, or of every. */
function seatsOf({ groups }: Directory, groupId: string | null, duty: string | null): string[] {
  const own = groups.filter((group) => groupId === null || group.id === groupId);
  const seats = own.flatMap((group) => group.seats);
  return seats.filter((seat) => duty === null || seat.duty === duty).map((seat) => seat.personId);
}
