import type { Role } from '@/lib/access/roles';

/** pending 待认证 · verified 已认证 · lapsed 认证失效. */
export const VERIFICATIONS = ['pending', 'verified', 'lapsed'] as const;
export type Verification = (typeof VERIFICATIONS)[number];

/** Roles whose holders may be named for an account as a whole: those who publish or answer. */
export const PUBLISHER_ROLES = [
  'spokesperson',
  'office',
  'officer',
] as const satisfies readonly Role[];
export type PublisherRole = (typeof PUBLISHER_ROLES)[number];

/** An account as far as it decides who may speak through it. */
export interface Voice {
  active: boolean;
  verification: Verification;
  publisherRoles: readonly string[];
  publisherIds: readonly string[];
}

export type VoiceFault = 'account_retired' | 'account_unverified' | 'not_a_publisher';

/**
 * Why this person may not speak through this account now; null = may. The database asks the same
 * when a publication or a reply is written (guard 1).
 */
export function voiceFault(
  { active, verification, publisherRoles, publisherIds }: Voice,
  person: { id: string; roles: readonly string[] },
): VoiceFault | null {
  if (!active) return 'account_retired';
  if (verification !== 'verified') return 'account_unverified';
  const isNamed =
    publisherIds.includes(person.id) || person.roles.some((role) => publisherRoles.includes(role));
  return isNamed ? null : 'not_a_publisher';
}
