import 'server-only';
import { holdsPermission, type Permission } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import type { Actor } from '@/lib/incident/context';
import type { WorkshopRefusalCode } from '../refusal';

/** The institution in which the actor may do so. Throws `Problem` FORBIDDEN. */
export function ownOrg(actor: Actor, permission: Permission): string {
  if (!holdsPermission(actor, permission) || actor.orgId === null) throw new Problem('FORBIDDEN');
  return actor.orgId;
}

export const refuseChange = (reason: WorkshopRefusalCode): Problem =>
  new Problem('REFUSED', { reason });
