/** Fewest characters of a password; default of docs/security.md, the standard names no figure. */
export const PASSWORD_MIN = 10;
/** Most characters: a longer one only costs the server time. */
export const PASSWORD_MAX = 200;

/** Password of every demo person. Demo people exist in demo data only. */
export const DEMO_PASSWORD = 'huiying-demo';

/** The roots of the passwords that are tried first, in lower case. */
const BLOCKED = [
  'password',
  'passw0rd',
  'p@ssword',
  'p@ssw0rd',
  '1234567890',
  '0123456789',
  '0987654321',
  '1q2w3e4r5t',
  '1qaz2wsx3e',
  'qwertyuiop',
  'qwerty1234',
  'qazwsxedcr',
  'asdfghjkl',
  'abcdefghij',
  'abc1234567',
  'admin12345',
  'administrator',
  'welcome123',
  'iloveyou',
  'letmein123',
  'woaini1314',
  'woaini520',
  'a123456789',
  'changeme',
] as const;

export type PasswordFault = 'too_short' | 'too_long' | 'too_common' | 'contains_username';

/**
 * What is wrong with a password that a person is given, or null.
 * Counts characters, not bytes; `username` must not stand in it.
 */
export function passwordFault(password: string, username: string): PasswordFault | null {
  const characters = [...password];
  if (characters.length < PASSWORD_MIN) return 'too_short';
  if (characters.length > PASSWORD_MAX) return 'too_long';
  const lower = password.toLowerCase();
  if (new Set(lower).size < 4 || BLOCKED.some((root) => isMostly(lower, root))) return 'too_common';
  if (username.length >= 4 && lower.includes(username.toLowerCase())) return 'contains_username';
  return null;
}

/** A blocked root with no more than a few characters around it. */
function isMostly(password: string, root: string): boolean {
  return password.includes(root) && password.length - root.length < 5;
}
