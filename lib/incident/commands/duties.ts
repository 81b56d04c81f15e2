import type { Role } from '@/lib/access/roles';
import type { Decision } from '../decision';

/** A person whom the incident concerns neither grades, approves, dismisses nor closes it. */
export function refuseIfRecused(decision: Decision): void {
  const recused = decision.state.recusals.some((one) => one.personId === decision.me);
  decision.refuseIf(recused, 'recused');
}

/** Whether the actor holds one of the roles, as its own or for a person recused above it. */
export function holdsRole(decision: Decision, roles: readonly Role[]): boolean {
  return decision.context.actor.roles.some((role) => roles.includes(role));
}

const NEXT_IN_LINE: Partial<Record<Role, Role>> = { deputy: 'leader', leader: 'deputy' };

/**
 * Roles that may act in place of `roles`: themselves, and the next in line when every holder is
 * recused from this incident.
 */
export function actingRoles(decision: Decision, roles: readonly Role[]): Role[] {
  const recused = decision.state.recusals.map((one) => one.personId);
  const { people, orgId } = decision.context.directory;
  const free = (role: Role) =>
    people.some(
      (person) =>
        person.orgId === orgId && person.roles.includes(role) && !recused.includes(person.id),
    );
  if (roles.some(free)) return [...roles];
  return roles.flatMap((role) => NEXT_IN_LINE[role] ?? []);
}
