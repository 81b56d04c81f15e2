import type { Directory } from './context';
import type { AssignmentRow } from './model';

/**
 * 主要负责人 who may sign in the system what a unit feeds back. Of a unit below, the leaders of its
 * institution; of an own unit, the principal it names, else the institution's leaders and deputies.
 * @returns ids of active people, perhaps none
 */
export function principalsOf(
  { units, people, orgId }: Pick<Directory, 'units' | 'people' | 'orgId'>,
  { unitId }: Pick<AssignmentRow, 'unitId'>,
): string[] {
  const unit = units.find((one) => one.id === unitId);
  if (!unit) return [];
  const ofOrg = people.filter((one) => one.orgId === unit.orgId);
  const named = ofOrg.find((one) => one.id === unit.principalId);
  if (unit.orgId === orgId && named) return [named.id];
  const roles = unit.orgId === orgId ? ['leader', 'deputy'] : ['leader'];
  return ofOrg.filter((one) => one.roles.some((role) => roles.includes(role))).map(({ id }) => id);
}
