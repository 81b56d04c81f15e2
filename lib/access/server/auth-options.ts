import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import credentials from 'next-auth/providers/credentials';
import { ABSOLUTE_MS } from '@/lib/access/session-policy';
import { env } from '@/lib/platform/env';
import { log } from '@/lib/platform/log';
import { personActor } from './record';
import { signIn } from './sign-in';
import { revokeSession } from './user-session';

/**
 * next-auth with a password: the token in the cookie holds the ids of person and session and
 * nothing else. A refusal reaches the form as the error `wrong` or `locked:<minutes>`. Cookies are
 * marked secure where the site is reached over https.
 */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: ABSOLUTE_MS / 1000 },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      credentials({
        credentials: { username: { type: 'text' }, password: { type: 'password' } },
        authorize: (given) => authorize(given?.username, given?.password),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) =>
        user && 'sessionId' in user ? { sub: user.id, sid: user.sessionId } : token,
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid !== 'string' || typeof token.sub !== 'string') return;
        await revokeSession(token.sid, personActor(token.sub));
      },
    },
    logger: {
      error: (code, metadata) => {
        const error = 'error' in metadata ? metadata.error : metadata;
        log.error({ code, message: String(error) }, 'sign-in failed');
      },
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

async function authorize(username: unknown, password: unknown) {
  if (typeof username !== 'string' || typeof password !== 'string') throw new Error('wrong');
  const outcome = await signIn(username, password);
  if (outcome.ok) return { id: outcome.userId, sessionId: outcome.sessionId };
  throw new Error(outcome.reason === 'locked' ? `locked:${outcome.minutes}` : 'wrong');
}
