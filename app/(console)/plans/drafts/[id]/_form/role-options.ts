'use client';

import { useTranslations } from 'next-intl';
import type { Option } from '@/components/ui/inputs';
import type { Role } from '@/lib/access/roles';
import type { PlanScope } from './scope';

/** Roles that have a part in an incident; the administrators of the system do not. */
export const ACTING_ROLES = [
  'monitor',
  'officer',
  'office',
  'handler',
  'deputy',
  'leader',
  'member',
  'spokesperson',
  'auditor',
] as const satisfies readonly Role[];

/** Roles that may answer for a duty: all but those who only look. */
export const OWNING_ROLES = ACTING_ROLES.filter((role) => role !== 'auditor');

/** Roles that may decide a level. */
export const DECIDING_ROLES = ['deputy', 'leader'] as const satisfies readonly Role[];

/** Roles with a word where nobody holds one. */
export function useRoleOptions<R extends Role | 'group'>(
  scope: PlanScope,
  roles: readonly R[],
): (Option & { value: R })[] {
  const t = useTranslations('planEditor');
  const words = useTranslations('words');
  return roles.map((role) => {
    const name = role === 'group' ? t('group') : words(`role.${role as Role}`);
    const isHeld = scope.holders[role] > 0;
    return { value: role, label: isHeld ? name : t('roleEmpty', { role: name }) };
  });
}
