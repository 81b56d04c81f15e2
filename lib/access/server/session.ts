import 'server-only';
import { decode } from 'next-auth/jwt';
import { cache } from 'react';
import { PATH_HEADER } from '@/lib/access/request-headers';
import type { Actor } from '@/lib/incident/context';
import { env } from '@/lib/platform/env';
import { resolveSession, type SignedIn } from './user-session';

// Next's own modules are loaded when a request needs them: the worker and the command lines import
// this folder outside Next, where they cannot be loaded.
const nextHeaders = () => import('next/headers');
const nextNavigation = () => import('next/navigation');

/** next-auth's names for the session cookie; the first is used over https. */
const COOKIES = ['__Secure-next-auth.session-token', 'next-auth.session-token'];

/** Who is signed in, read from the database once per request; null when nobody is. */
export const findSignedIn = cache(async (): Promise<SignedIn | null> => {
  const sessionId = await findSessionId();
  return sessionId ? resolveSession(sessionId) : null;
});

/** The session that this request's cookie names, whether it still holds or not. */
export async function findSessionId(): Promise<string | null> {
  const { cookies } = await nextHeaders();
  const jar = await cookies();
  const value = COOKIES.map((name) => jar.get(name)?.value).find(Boolean);
  return value ? sessionIdOf(value) : null;
}

/** The actor of this request; null when nobody is signed in. */
export async function findActor(): Promise<Actor | null> {
  return (await findSignedIn())?.actor ?? null;
}

/** Who is signed in; otherwise redirects to the sign-in page, which leads back here. */
export async function requireSignedIn(): Promise<SignedIn> {
  const signedIn = await findSignedIn();
  if (signedIn) return signedIn;
  const path = await requestedPath();
  const isWorthReturning = path !== null && path !== '/' && path.startsWith('/');
  return redirectTo(
    isWorthReturning ? `/sign-in?callbackUrl=${encodeURIComponent(path)}` : '/sign-in',
  );
}

/** The actor of this request; redirects to the sign-in page when nobody is signed in. */
export async function requireActor(): Promise<Actor> {
  return (await requireSignedIn()).actor;
}

/** Path and query of the request as the proxy noted them; null where it did not. */
export async function requestedPath(): Promise<string | null> {
  const { headers } = await nextHeaders();
  return (await headers()).get(PATH_HEADER);
}

/** Next's redirect, usable from files that are also loaded outside Next. */
export async function redirectTo(href: string): Promise<never> {
  const { redirect } = await nextNavigation();
  return redirect(href);
}

/**
 * Cookies opened before, by their sealed value: what one names never changes, and whether the
 * session holds is asked of the database each time.
 */
const opened = new Map<string, string>();
const MOST_OPENED = 5000;

/** The session a cookie names; null for a cookie that is not ours or has expired. */
async function sessionIdOf(cookie: string): Promise<string | null> {
  const known = opened.get(cookie);
  if (known) return known;
  try {
    const token = await decode({ token: cookie, secret: env().NEXTAUTH_SECRET });
    if (typeof token?.sid !== 'string') return null;
    if (opened.size >= MOST_OPENED) opened.clear();
    opened.set(cookie, token.sid);
    return token.sid;
  } catch {
    return null;
  }
}
