import type { Permission } from './policy';

/** Rights a token may be narrowed to. */
export type TokenRight = Permission;

const READS: readonly string[] = [
  'incident:read',
  'audit:verify',
  'plan:read',
  'roster:read',
  'calendar:read',
  'shift:read',
];

/**
 * Whether a token's scopes leave a right. No scopes narrow nothing; `incident:approve` names one
 * right, `incident:*` all of a kind, `read` everything that only reads.
 */
export function scopesCover(scopes: readonly string[], right: TokenRight): boolean {
  if (scopes.length === 0) return true;
  const [kind] = right.split(':');
  return scopes.some(
    (scope) =>
      scope === right || scope === `${kind}:*` || (scope === 'read' && READS.includes(right)),
  );
}
