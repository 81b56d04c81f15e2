import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { AccessFault } from '@/lib/access/fault';
import type { AuditActor } from '@/lib/audit/envelope';
import { MINUTE_MS } from '@/lib/calendar/instant';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { IDENTITY_COLUMNS, type IdentityRow, identityOf } from './actor';
import { ADMIN_ACTOR, recordChange } from './record';

const PREFIX = 'hy_';
const BEARER = /^Bearer +(hy_[A-Za-z0-9_-]{43})$/i;
const SCOPE = /^[a-z][A-Za-z0-9_.*-]*(:[A-Za-z0-9_.*-]+)?$/;

/** Acts as its user; an empty list of scopes does not narrow it. */
export interface BearerIdentity {
  actor: Actor;
  scopes: readonly string[];
  tokenId: string;
}

/**
 * Makes an API token for a person and returns its plain text, which is stored nowhere.
 * Throws `AccessFault` when there is no such active person, or name or scopes are not usable.
 */
export async function createToken(
  userId: string,
  name: string,
  scopes: readonly string[] = [],
  by: AuditActor = ADMIN_ACTOR,
): Promise<string> {
  const wrong = scopes.find((scope) => scope.length > 80 || !SCOPE.test(scope));
  if (wrong !== undefined) throw new AccessFault('scope_invalid', `"${wrong}" is not a scope.`);
  const label = name.trim();
  if (label.length === 0 || label.length > 80) {
    throw new AccessFault('name_invalid', 'The name of a token has 1 to 80 characters.');
  }
  const plain = `${PREFIX}${randomBytes(32).toString('base64url')}`;
  await prisma.$transaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { id: userId } });
    if (!user) throw new AccessFault('unknown_user', 'There is no such person.');
    if (!user.active) throw new AccessFault('inactive', `${user.username} is not active.`);
    const id = newId();
    await tx.apiToken.create({
      data: { id, userId, name: label, scopes: [...scopes], tokenHash: hashToken(plain) },
    });
    const payload = { tokenId: id, userId, scopes: [...scopes] };
    await recordChange(tx, user.orgId, 'org.tokenCreated', by, payload);
  });
  return plain;
}

/**
 * Whose token an `Authorization` header carries, with the roles of this moment; null for none, an
 * unknown or revoked token, and an inactive person. Notes the use, once a minute.
 */
export async function actorFromBearer(
  header: string | null,
  now: Date = new Date(),
): Promise<BearerIdentity | null> {
  const plain = BEARER.exec(header ?? '')?.[1];
  if (plain === undefined) return null;
  type Row = IdentityRow & { tokenId: string; scopes: string[]; lastUsedAt: Date | null };
  const [row] = await prisma.$queryRaw<Row[]>`
    SELECT ${IDENTITY_COLUMNS}, t.id AS "tokenId", t.scopes, t."lastUsedAt"
    FROM "ApiToken" t JOIN "User" u ON u.id = t."userId" JOIN "Org" o ON o.id = u."orgId"
    WHERE t."tokenHash" = ${hashToken(plain)} AND t."revokedAt" IS NULL`;
  const identity = row ? identityOf(row) : null;
  if (!row || !identity) return null;
  if (row.lastUsedAt === null || now.getTime() - row.lastUsedAt.getTime() >= MINUTE_MS) {
    await prisma.apiToken.update({ where: { id: row.tokenId }, data: { lastUsedAt: now } });
  }
  return { actor: identity.actor, scopes: row.scopes, tokenId: row.tokenId };
}

/** Ends a token at once. Throws `AccessFault` when there is none. */
export async function revokeToken(tokenId: string, by: AuditActor): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const token = await tx.apiToken.findUnique({
      where: { id: tokenId },
      select: { userId: true, user: { select: { orgId: true } } },
    });
    if (!token) throw new AccessFault('unknown_token', 'There is no such token.');
    const ended = await tx.apiToken.updateMany({
      where: { id: tokenId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (ended.count === 0) return;
    const payload = { tokenId, userId: token.userId };
    await recordChange(tx, token.user.orgId, 'org.tokenRevoked', by, payload);
  });
}

function hashToken(plain: string): string {
  return createHash('sha256').update(plain).digest('hex');
}
