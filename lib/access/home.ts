import type { Role } from './roles';

/** Where a person starts after signing in: the three administrators do not see the desk. */
export function homeHref(roles: readonly Role[]): '/' | '/admin' | '/audit' {
  if (roles.includes('audit_admin')) return '/audit';
  return roles.includes('sysadmin') || roles.includes('secadmin') ? '/admin' : '/';
}
