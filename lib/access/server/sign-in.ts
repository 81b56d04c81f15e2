import 'server-only';
import { lockMinutes, minutesLocked } from '@/lib/access/lockout';
import { PASSWORD_MAX } from '@/lib/access/password-policy';
import { ABSOLUTE_MS } from '@/lib/access/session-policy';
import { DAY_MS } from '@/lib/calendar/instant';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { countDecoyFailure } from './decoy-locks';
import { verifyNothing, verifyPassword } from './password';
import { personActor, recordAccess } from './record';

/** `minutes` until the lock ends. An unknown name, an inactive person and a wrong password are one. */
export type SignInOutcome =
  | { ok: true; userId: string; sessionId: string }
  | { ok: false; reason: 'wrong' }
  | { ok: false; reason: 'locked'; minutes: number };

/** Sessions are kept this long after they ended, then leave with the next sign-in. */
const KEEP_ENDED_MS = 30 * DAY_MS;

/**
 * Checks a name and a password and opens a session of at most 12 hours. The fifth failure in a
 * row locks the account for 15 minutes, each further one for twice as long, up to 24 hours; a
 * locked account is refused without looking at the password. Real time, never the demo clock.
 * Success, failure and lock are written to the record of accesses.
 */
export async function signIn(
  username: string,
  password: string,
  now: Date = new Date(),
): Promise<SignInOutcome> {
  const name = username.trim().toLowerCase();
  if (password.length > PASSWORD_MAX * 4 || name.length === 0 || name.length > 100) {
    return { ok: false, reason: 'wrong' };
  }
  const found = await prisma.user.findUnique({
    where: { username: name },
    select: { id: true, active: true },
  });
  if (!found?.active) {
    const minutes = countDecoyFailure(name, now);
    await verifyNothing(password);
    return minutes > 0 ? { ok: false, reason: 'locked', minutes } : { ok: false, reason: 'wrong' };
  }
  return oneAtATime(found.id, () => check(found.id, password, now));
}

async function check(userId: string, password: string, now: Date): Promise<SignInOutcome> {
  const user = await prisma.user.findUniqueOrThrow({
    where: { id: userId },
    select: { orgId: true, passwordHash: true, lockedUntil: true },
  });
  const minutes = minutesLocked(user.lockedUntil, now.getTime());
  if (minutes > 0) return { ok: false, reason: 'locked', minutes };
  return (await verifyPassword(user.passwordHash, password))
    ? openSession(userId, user.orgId, now)
    : countFailure(userId, user.orgId, now);
}

function openSession(userId: string, orgId: string, now: Date): Promise<SignInOutcome> {
  const sessionId = newId();
  return prisma.$transaction(async (tx) => {
    await tx.user.update({
      where: { id: userId },
      data: { failedSignIns: 0, lockedUntil: null },
    });
    await tx.userSession.deleteMany({
      where: { userId, expiresAt: { lt: new Date(now.getTime() - KEEP_ENDED_MS) } },
    });
    await tx.userSession.create({
      data: {
        id: sessionId,
        userId,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + ABSOLUTE_MS),
      },
    });
    const payload = { userId, sessionId };
    await recordAccess(tx, orgId, 'access.signedIn', personActor(userId), payload);
    return { ok: true, userId, sessionId };
  });
}

function countFailure(userId: string, orgId: string, now: Date): Promise<SignInOutcome> {
  return prisma.$transaction(async (tx) => {
    const { failedSignIns: failures } = await tx.user.update({
      where: { id: userId },
      data: { failedSignIns: { increment: 1 } },
      select: { failedSignIns: true },
    });
    const minutes = lockMinutes(failures);
    const actor = { kind: 'system', id: 'sign-in' } as const;
    await recordAccess(tx, orgId, 'access.signInFailed', actor, { userId, failures });
    if (minutes === 0) return { ok: false, reason: 'wrong' };
    const lockedUntil = new Date(now.getTime() + minutes * 60_000);
    await tx.user.update({ where: { id: userId }, data: { lockedUntil } });
    const payload = { userId, failures, minutes, until: lockedUntil.toISOString() };
    await recordAccess(tx, orgId, 'access.locked', actor, payload);
    return { ok: false, reason: 'locked', minutes };
  });
}

const queues = new Map<string, Promise<unknown>>();

/** Guesses at one account wait for each other, so that a burst cannot overtake the lock. */
async function oneAtATime<T>(userId: string, work: () => Promise<T>): Promise<T> {
  const before = queues.get(userId) ?? Promise.resolve();
  const mine = before.then(work, work);
  queues.set(userId, mine);
  try {
    return await mine;
  } finally {
    if (queues.get(userId) === mine) queues.delete(userId);
  }
}
