import type { Role } from '@/lib/access/roles';
import type { Directory, Person } from '@/lib/incident/context';
import type { EscalationStep } from '@/lib/plan/schema';

export interface Reach {
  personIds: string[];
  skipped: { role: string; reason: 'nobody_in_role' | 'nobody_on_duty' | 'recused' }[];
}

interface Owner {
  ownerRole: string;
  ownerUnitId: string | null;
}

const inRole = (directory: Directory, role: string, orgId: string): Person[] =>
  directory.people.filter(
    (person) => person.orgId === orgId && person.roles.includes(role as Role),
  );

/** People who own a deadline: the unit's handlers, the officer on duty, or everybody in the role. */
export function ownersOf(directory: Directory, owner: Owner): Person[] {
  const { onDuty, people, orgId } = directory;
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

function peopleFor(target: EscalationStep['to'][number], directory: Directory, owner: Owner) {
  const onDuty = (id: string | null) => directory.people.filter((person) => person.id === id);
  switch (target) {
    case 'owner':
      return ownersOf(directory, owner);
    case 'duty_officer':
      return onDuty(directory.onDuty.officerId);
    case 'duty_leader':
      return onDuty(directory.onDuty.leaderId);
    default:
      return inRole(directory, target, directory.orgId);
  }
}

/** Whom an empty step falls to: the leaders, or the deputies when every leader is recused. */
function finalLeaders(directory: Directory, recusedIds: readonly string[]): string[] {
  const free = (role: Role) =>
    inRole(directory, role, directory.orgId)
      .map((person) => person.id)
      .filter((id) => !recusedIds.includes(id));
  const leaders = free('leader');
  return leaders.length > 0 ? leaders : free('deputy');
}

/**
 * Who is told by these steps. An empty target is skipped at once with its reason; when a step
 * reaches nobody at all the final leader is told in its place. At night the leader on duty comes
 * first, however many steps are due at once.
 */
export function reach(
  steps: readonly EscalationStep[],
  directory: Directory,
  owner: Owner,
  options: { isNight: boolean; recusedIds: readonly string[] },
): Reach {
  const first: string[] = [];
  const reached: string[] = [];
  const skipped: Reach['skipped'] = [];
  for (const step of steps) {
    const night = options.isNight && step.nightFirst ? [step.nightFirst] : [];
    let found = 0;
    for (const target of [...night, ...step.to]) {
      const people = peopleFor(target, directory, owner);
      const free = people.filter((person) => !options.recusedIds.includes(person.id));
      if (people.length === 0) {
        const reason = target.startsWith('duty_') ? 'nobody_on_duty' : 'nobody_in_role';
        skipped.push({ role: target, reason });
      } else if (free.length === 0) {
        skipped.push({ role: target, reason: 'recused' });
      }
      found += free.length;
      const told = night.includes(target as 'duty_leader') ? first : reached;
      told.push(...free.map((person) => person.id));
    }
    if (found === 0) reached.push(...finalLeaders(directory, options.recusedIds));
  }
  return { personIds: [...new Set([...first, ...reached])], skipped };
}
