import type { Target } from '@/lib/access/policy';
import { GRAVE_GRADES } from './keys';
import type { IncidentState } from './model';

/** What the policy asks of an incident. */
export function targetOf(state: IncidentState, parentOrgId: string | null): Target {
  const { incident, assignments, gradings } = state;
  const wasGrave = gradings.some((one) => GRAVE_GRADES.includes(one.opinionGrade));
  const lowered = wasGrave && !GRAVE_GRADES.includes(incident.opinionGrade ?? '');
  const dismissed = wasGrave && incident.dismissedAt !== null;
  return {
    orgId: incident.orgId,
    parentOrgId,
    unitId: incident.unitId,
    loggedBy: incident.loggedBy,
    assignedUnitIds: assignments.map((one) => one.unitId),
    isVisibleAbove: incident.reportedUpAt !== null || lowered || dismissed,
  };
}
