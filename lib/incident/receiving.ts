import type { IncidentState } from './model';

/**
 * Whose it is to receive or answer what was sent: the institution it went to; one's own where it
 * stayed in the house or went to a body outside the system.
 */
export const isAddressedTo = (
  sent: { toOrgId: string | null },
  { incident }: Pick<IncidentState, 'incident'>,
  { orgId }: { orgId: string | null },
): boolean => (sent.toOrgId ?? incident.orgId) === orgId;
