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

/** Who stands in where nobody in the role may act. */
export const NEXT_IN_LINE: Partial<Record<Role, Role>> = { deputy: 'leader', leader: 'deputy' };

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

export function requireUnit(decision: Decision, unitId: string): void {
  const known = decision.context.directory.units.some((unit) => unit.id === unitId);
  decision.refuseIf(!known, 'unknown_target', { collection: 'units', id: unitId });
}

/** The registered unit of a form's two fields; a name that is not registered stays as text. */
export function namedUnit(
  decision: Decision,
  { unitId, unit }: { unitId: string | null; unit: string | null },
): { id: string | null; name: string | null } {
  if (unitId) requireUnit(decision, unitId);
  const { units, orgId } = decision.context.directory;
  const wanted = unitId ?? unit;
  const found = units.filter((one) => one.id === wanted || one.name === wanted);
  const registered = found.find((one) => one.orgId === orgId) ?? found[0];
  return registered
    ? { id: registered.id, name: unit && registered.name }
    : { id: null, name: unit };
}

/** Moments people state of what has happened lie in the past. */
export function refuseIfFuture(
  decision: Decision,
  moments: readonly (string | null | undefined)[],
): void {
  const ahead = moments.some((moment) => moment != null && moment > decision.now);
  decision.refuseIf(ahead, 'instant_in_future');
}
