/**
 * Speaks with next-auth's own routes without its client library, which would weigh on every page.
 */

/** Why a sign-in was refused. `locked` says for how many minutes; `code` asks for the one-time code. */
export type SignInResult =
  | { ok: true }
  | { ok: false; reason: 'wrong' | 'code' | 'unreachable' }
  | { ok: false; reason: 'locked'; minutes: number };

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  const csrf = await fetch('/api/auth/csrf', { cache: 'no-store' });
  if (!csrf.ok) throw new Error(`csrf ${csrf.status}`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }),
  });
}

/**
 * Reads the refusal out of the address next-auth answers with. The credentials provider throws an
 * error whose message is `locked:<minutes>` or `totp_required`; anything else is a wrong name or
 * password.
 */
export function readRefusal(url: string): SignInResult {
  const error = new URL(url, 'http://localhost').searchParams.get('error');
  if (!error) return { ok: true };
  const locked = /^locked:(\d+)$/i.exec(error);
  if (locked) return { ok: false, reason: 'locked', minutes: Number(locked[1]) };
  return { ok: false, reason: /^totp/i.test(error) ? 'code' : 'wrong' };
}

/** Signs in with a password and, where asked for, a one-time code (`totp`). Never throws. */
export async function signIn(fields: Record<string, string>): Promise<SignInResult> {
  try {
    const response = await post('/api/auth/callback/credentials', fields);
    if (response.status >= 500) return { ok: false, reason: 'unreachable' };
    const { url } = (await response.json()) as { url?: string };
    const result = readRefusal(url ?? '/');
    return response.ok || !result.ok ? result : { ok: false, reason: 'wrong' };
  } catch {
    return { ok: false, reason: 'unreachable' };
  }
}

/** Ends the session on the server. */
export async function signOut(): Promise<void> {
  await post('/api/auth/signout', { callbackUrl: '/sign-in' });
}
