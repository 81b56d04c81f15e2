/** Who may act, as the domain's table of roles names them. */
export const ROLES = [
  'monitor',
  'officer',
  'office',
  'handler',
  'deputy',
  'leader',
  'member',
  'spokesperson',
  'auditor',
  'sysadmin',
  'secadmin',
  'audit_admin',
] as const;
export type Role = (typeof ROLES)[number];

/** 三员: never combined in one person, nor with another role. */
export const ADMINISTRATORS: readonly Role[] = ['sysadmin', 'secadmin', 'audit_admin'];

/** Whether one person may hold these roles together. */
export function rolesCombine(roles: readonly Role[]): boolean {
  return roles.length <= 1 || !roles.some((role) => ADMINISTRATORS.includes(role));
}
