import type { Target } from '@/lib/access/policy';
import { GRAVE_GRADES } from './keys';
import type { IncidentState } from './model';

/**
 * What the policy asks of an incident.
 * @param standIns who stands in for holders of rights now, from `standInsOf`
 */
export function targetOf(
  state: IncidentState,
  parentOrgId: string | null,
  standIns: NonNullable<Target['standIns']> = [],
): Target {
  const { incident, assignments, gradings, taskforces } = state;
  const wasGrave = gradings.some((one) => GRAVE_GRADES.includes(one.opinionGrade));
  const lowered = wasGrave && !GRAVE_GRADES.includes(incident.opinionGrade ?? '');
  const dismissed = wasGrave && incident.dismissedAt !== null;
  return {
    orgId: incident.orgId,
    parentOrgId,
    unitId: incident.unitId,
    loggedBy: incident.loggedBy,
    assignedUnitIds: assignments.map((one) => one.unitId),
    orderedOrgIds: assignments.flatMap((one) => one.toOrgId ?? []),
    taskforceIds: taskforces.flatMap(({ dissolvedAt, members }) =>
      dissolvedAt ? [] : members.map((one) => one.personId),
    ),
    standIns,
    isVisibleAbove: incident.reportedUpAt !== null || lowered || dismissed,
  };
}
