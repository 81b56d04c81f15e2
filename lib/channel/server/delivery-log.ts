import 'server-only';
import type { Instant } from '@/lib/calendar/instant';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';
import { requireConfigurer } from './channels';

/** One try, as the administrator sees it: no incident, no address. */
export interface ListedAttempt {
  id: string;
  channelName: string;
  messageId: string | null;
  rule: string | null;
  /** Messages it carried: more than one in a bundle. */
  messages: number;
  startedAt: Instant;
  /** Null while under way or when the worker died. */
  result: string | null;
  code: string | null;
}

const PAGE = 100;

/** The newest tries of the own institution's channels. Throws `Problem` FORBIDDEN. */
export async function listAttempts(actor: Actor): Promise<ListedAttempt[]> {
  const orgId = requireConfigurer(actor);
  const rows = await prisma.deliveryAttempt.findMany({
    where: { channel: { orgId } },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: PAGE,
    include: { channel: { select: { name: true } }, message: { select: { rule: true } } },
  });
  return rows.map(({ id, channel, messageId, message, messages, startedAt, result, code }) => ({
    id,
    channelName: channel.name,
    messageId,
    rule: message?.rule ?? null,
    messages,
    startedAt: startedAt.toISOString(),
    result,
    code,
  }));
}
