import 'server-only';
import { z } from 'zod';
import type { Instant } from '@/lib/calendar/instant';
import type { Actor } from '@/lib/incident/context';
import type { ChannelKind } from '@/lib/notify/channel-kinds';
import { Prisma, prisma } from '@/lib/platform/db';
import { requireConfigurer } from './channels';
import { CURSOR, pageOf } from './page-of';

/** One try, as the administrator sees it: no incident, no address. */
export interface ListedAttempt {
  id: string;
  channelId: string;
  channelName: string;
  kind: ChannelKind;
  /** Null for a test from the administration. */
  messageId: string | null;
  rule: string | null;
  /** State of the message by now. */
  state: string | null;
  /** The newest try of its message: the one that may be repeated. */
  isLast: boolean;
  /** Null for a group. */
  recipientName: string | null;
  /** Messages it carried: more than one in a bundle. */
  messages: number;
  startedAt: Instant;
  endedAt: Instant | null;
  /** Null while under way or when the worker died. */
  result: string | null;
  code: string | null;
  /** The provider's own words, without secrets. */
  said: string | null;
}

export const RESULTS = ['sent', 'retry', 'rest', 'permanent', 'open'] as const;

/** Which tries are asked for; what does not fit is as if it were not there. */
export const logFilter = z.object({
  channel: z.uuid().optional().catch(undefined),
  result: z.enum(RESULTS).optional().catch(undefined),
  message: z.uuid().optional().catch(undefined),
  cursor: z.string().regex(CURSOR).optional().catch(undefined),
});
export type LogFilter = z.output<typeof logFilter>;

const PAGE = 50;

type Found = Omit<ListedAttempt, 'startedAt' | 'endedAt'> & {
  startedAt: Date;
  endedAt: Date | null;
};

/** Tries of the own institution's channels, newest first. Throws `Problem` FORBIDDEN. */
export async function listAttempts(
  actor: Actor,
  filter: LogFilter = {},
  limit = PAGE,
): Promise<{ items: ListedAttempt[]; nextCursor: string | null }> {
  const orgId = requireConfigurer(actor);
  const rows = await prisma.$queryRaw<Found[]>`
    SELECT a.id, a."channelId", c.name AS "channelName", c.kind, a."messageId", m.rule, m.state,
      u.name AS "recipientName", a.messages, a."startedAt", a."endedAt", a.result, a.code, a.said,
      NOT EXISTS (SELECT FROM "DeliveryAttempt" later WHERE later."messageId" = a."messageId"
        AND (later."startedAt", later.id) > (a."startedAt", a.id)) AS "isLast"
    FROM "DeliveryAttempt" a JOIN "Channel" c ON c.id = a."channelId"
      LEFT JOIN "OutboxMessage" m ON m.id = a."messageId"
      LEFT JOIN "User" u ON u.id = nullif(a.recipient, 'group')::uuid
    WHERE c."orgId" = ${orgId}::uuid AND ${asked(filter)}
    ORDER BY a."startedAt" DESC, a.id DESC LIMIT ${limit + 1}`;
  const items = rows.map(({ startedAt, endedAt, ...rest }) => ({
    ...rest,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  }));
  return pageOf(items, limit, ({ startedAt, id }) => `${startedAt}_${id}`);
}

function asked({ channel, result, message, cursor }: LogFilter): Prisma.Sql {
  const [, at, id] = CURSOR.exec(cursor ?? '') ?? [];
  const parts = [
    channel && Prisma.sql`a."channelId" = ${channel}::uuid`,
    message && Prisma.sql`a."messageId" = ${message}::uuid`,
    result === 'open' && Prisma.sql`a.result IS NULL`,
    result && result !== 'open' && Prisma.sql`a.result = ${result}`,
    at && id && Prisma.sql`(a."startedAt", a.id) < (${at}::timestamptz, ${id}::uuid)`,
  ].filter((part): part is Prisma.Sql => typeof part === 'object');
  return parts.length > 0 ? Prisma.join(parts, ' AND ') : Prisma.sql`true`;
}
