import type { Actor } from '@/lib/incident/context';
import { can, holdsPermission, type Permission, type Target } from './policy';
import { Problem } from './problem';

declare const minted: unique symbol;

/** Proof that the policy was asked. Domain functions that change or reveal things take one. */
export interface Grant {
  readonly [minted]: true;
  readonly actor: Actor;
  readonly permission: Permission;
}

const mint = (actor: Actor, permission: Permission): Grant =>
  ({ actor, permission }) as unknown as Grant;

/**
 * Asks the policy for a right on one incident.
 * @throws Problem NOT_FOUND when the actor may not even see it, FORBIDDEN when only the act is barred
 */
export function authorize(actor: Actor, permission: Permission, target: Target): Grant {
  if (can(actor, permission, target)) return mint(actor, permission);
  const seen = actor.kind === 'person' && can(actor, 'incident:read', target);
  throw new Problem(seen ? 'FORBIDDEN' : 'NOT_FOUND');
}

/** Asks for a right that no particular incident is needed for. */
export function authorizeInOrg(actor: Actor, permission: Permission): Grant {
  if (actor.kind === 'person' && holdsPermission(actor, permission)) return mint(actor, permission);
  throw new Problem('FORBIDDEN');
}
