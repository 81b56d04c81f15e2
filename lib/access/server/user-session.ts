import 'server-only';
import { needsTouch, type SessionTimes, sessionHolds } from '@/lib/access/session-policy';
import type { AuditActor } from '@/lib/audit/envelope';
import { CLOCK_SETTING, noteClockOffset } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { DATABASE_STAMP, noteStamp } from '@/lib/platform/recent';
import { IDENTITY_COLUMNS, type Identity, type IdentityRow, identityOf } from './actor';
import { recordAccess } from './record';

/** A person with an open session. */
export interface SignedIn extends Identity {
  sessionId: string;
  /** Notices in the application that wait to be read. */
  unread: number;
}

interface SessionRow extends IdentityRow, SessionTimes {
  unread: number;
  clockOffset: unknown;
  stamp: string;
}

/**
 * Who a session belongs to, with the roles of this moment; null when it was revoked, idle for 30
 * minutes, older than 12 hours, or its person is inactive. Notes the request, once a minute, unless
 * nobody asked for it: an open event stream must not keep an empty chair signed in.
 */
export async function resolveSession(
  sessionId: string,
  now: Date = new Date(),
  { isRequest = true }: { isRequest?: boolean } = {},
): Promise<SignedIn | null> {
  // What every page shows comes with it: one question instead of four.
  const [row] = await prisma.$queryRaw<SessionRow[]>`
    SELECT ${IDENTITY_COLUMNS}, s."lastSeenAt", s."expiresAt", s."revokedAt",
      (SELECT count(*)::int FROM "Notification" m WHERE m."userId" = u.id
        AND m.channel = 'in_app' AND m."readAt" IS NULL AND m."acknowledgedAt" IS NULL) AS unread,
      (SELECT value FROM "Setting" WHERE key = ${CLOCK_SETTING}) AS "clockOffset",
      ${DATABASE_STAMP} AS stamp
    FROM "UserSession" s JOIN "User" u ON u.id = s."userId" JOIN "Org" o ON o.id = u."orgId"
    WHERE s.id = ${sessionId}::uuid`;
  if (!row || !sessionHolds(row, now.getTime())) return null;
  const identity = identityOf(row);
  if (!identity) return null;
  if (isRequest && needsTouch(row, now.getTime())) {
    await prisma.userSession.updateMany({
      where: { id: sessionId, lastSeenAt: { lt: now } },
      data: { lastSeenAt: now },
    });
  }
  noteClockOffset(row.clockOffset);
  noteStamp(row.stamp);
  return { ...identity, sessionId, unread: row.unread };
}

/** Ends one session at once; does nothing when it has ended already. */
export async function revokeSession(sessionId: string, by: AuditActor): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const session = await tx.userSession.findUnique({
      where: { id: sessionId },
      select: { userId: true, user: { select: { orgId: true } } },
    });
    const ended = await tx.userSession.updateMany({
      where: { id: sessionId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (!session || ended.count === 0) return;
    const { userId, user } = session;
    const isOwn = by.kind === 'person' && by.id === userId;
    const type = isOwn ? 'access.signedOut' : 'access.sessionRevoked';
    await recordAccess(tx, user.orgId, type, by, { userId, sessionId });
  });
}

/** Ends every session of a person, as after a change of password. Returns how many. */
export async function revokeSessionsOf(userId: string, by: AuditActor): Promise<number> {
  const open = await prisma.userSession.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true },
  });
  for (const { id } of open) await revokeSession(id, by);
  return open.length;
}

/** The sessions of a person that may still hold, latest first; times are real time. */
export function listSessions(userId: string) {
  return prisma.userSession.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true, createdAt: true, lastSeenAt: true, expiresAt: true },
    orderBy: { createdAt: 'desc' },
  });
}
