import 'server-only';
import { z } from 'zod';
import type { Instant } from '@/lib/calendar/instant';
import type { Actor } from '@/lib/incident/context';
import type { ChannelKind } from '@/lib/notify/channel-kinds';
import { Prisma, prisma } from '@/lib/platform/db';
import { requireConfigurer } from './channels';
import type { HeldBy } from './hold-back';
import { CURSOR, pageOf } from './page-of';

/** Waiting now · carried by another message · sent later than it could have been. */
export const HELD_VIEWS = ['waiting', 'bundled', 'postponed'] as const;
export type HeldView = (typeof HELD_VIEWS)[number];

export const heldFilter = z.object({
  view: z.enum(HELD_VIEWS).catch('waiting'),
  channel: z.uuid().optional().catch(undefined),
  cursor: z.string().regex(CURSOR).optional().catch(undefined),
});
export type HeldFilter = z.output<typeof heldFilter>;

/** A message that did not go out at once or not by itself. */
export interface HeldMessage {
  id: string;
  channelName: string;
  kind: ChannelKind;
  rule: string;
  /** Null for a group. */
  recipientName: string | null;
  urgent: boolean;
  state: string;
  createdAt: Instant;
  settledAt: Instant | null;
  /** Not before this, as far as is known now. */
  notBefore: Instant;
  heldBy: HeldBy | null;
  attempts: number;
  lastCode: string | null;
  /** The message that carries it. */
  carrierId: string | null;
  restsUntil: Instant | null;
  restsFor: 'own_rate' | 'asked' | null;
}

type Stamp = 'createdAt' | 'settledAt' | 'notBefore' | 'restsUntil';
type Found = Omit<HeldMessage, Stamp> & {
  createdAt: Date;
  settledAt: Date | null;
  notBefore: Date;
  restsUntil: Date | null;
};

const CONDITION: Record<HeldView, Prisma.Sql> = {
  waiting: Prisma.sql`m.state IN ('queued', 'bundled')`,
  bundled: Prisma.sql`m."carrierId" IS NOT NULL`,
  postponed: Prisma.sql`m."heldBy" IS NOT NULL AND m."carrierId" IS NULL
    AND m.state IN ('sent', 'failed')`,
};

const PAGE = 100;

/**
 * Everything held back by the own institution's channels, newest first, each with its reason.
 * Throws `Problem` FORBIDDEN.
 */
export async function listHeld(
  actor: Actor,
  { view, channel, cursor }: HeldFilter,
  limit = PAGE,
): Promise<{ items: HeldMessage[]; nextCursor: string | null }> {
  const orgId = requireConfigurer(actor);
  const [, at, id] = CURSOR.exec(cursor ?? '') ?? [];
  const rows = await prisma.$queryRaw<Found[]>`
    SELECT m.id, c.name AS "channelName", c.kind, m.rule, u.name AS "recipientName", m.urgent,
      m.state, m."createdAt", m."settledAt", m."notBefore", m."heldBy", m.attempts, m."lastCode",
      m."carrierId", c."restsUntil", c."restsFor"
    FROM "OutboxMessage" m JOIN "Channel" c ON c.id = m."channelId"
      LEFT JOIN "User" u ON u.id = nullif(m.recipient, 'group')::uuid
    WHERE c."orgId" = ${orgId}::uuid AND ${CONDITION[view]}
      AND ${channel ? Prisma.sql`c.id = ${channel}::uuid` : Prisma.sql`true`}
      AND ${at && id ? Prisma.sql`(m."createdAt", m.id) < (${at}::timestamptz, ${id}::uuid)` : Prisma.sql`true`}
    ORDER BY m."createdAt" DESC, m.id DESC LIMIT ${limit + 1}`;
  const items = rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    settledAt: row.settledAt?.toISOString() ?? null,
    notBefore: row.notBefore.toISOString(),
    restsUntil: row.restsUntil?.toISOString() ?? null,
  }));
  return pageOf(items, limit, (one) => `${one.createdAt}_${one.id}`);
}

/** How many messages each view holds. Throws `Problem` FORBIDDEN. */
export async function countHeld(actor: Actor): Promise<Record<HeldView, number>> {
  const orgId = requireConfigurer(actor);
  const [row] = await prisma.$queryRaw<Record<HeldView, number>[]>`
    SELECT count(*) FILTER (WHERE ${CONDITION.waiting})::int AS waiting,
      count(*) FILTER (WHERE ${CONDITION.bundled})::int AS bundled,
      count(*) FILTER (WHERE ${CONDITION.postponed})::int AS postponed
    FROM "OutboxMessage" m JOIN "Channel" c ON c.id = m."channelId" AND c."orgId" = ${orgId}::uuid`;
  return row ?? { waiting: 0, bundled: 0, postponed: 0 };
}

/** A message of the reader that waits outside; the notice in the app is there already. */
export interface OwnHeld {
  id: string;
  rule: string;
  createdAt: Instant;
  notBefore: Instant;
  heldBy: HeldBy;
}

/** The person's own messages that were left to a later moment and still wait, oldest first. */
export async function listOwnHeld(actor: Actor): Promise<OwnHeld[]> {
  const rows = await prisma.outboxMessage.findMany({
    where: { recipient: actor.id, state: 'queued', heldBy: { not: null }, carrierId: null },
    select: { id: true, rule: true, createdAt: true, notBefore: true, heldBy: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: PAGE,
  });
  return rows.map(({ createdAt, notBefore, heldBy, ...rest }) => ({
    ...rest,
    createdAt: createdAt.toISOString(),
    notBefore: notBefore.toISOString(),
    heldBy: heldBy as HeldBy,
  }));
}
