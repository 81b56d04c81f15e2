import 'server-only';
import { Problem } from '@/lib/access/problem';
import { personActor, recordChange } from '@/lib/access/server';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';
import { requireConfigurer } from './channels';

/**
 * Moves a channel one place up or down: of several ways to a person the first is taken. At the end
 * of the list nothing happens. Throws `Problem` FORBIDDEN, NOT_FOUND.
 */
export async function moveChannel(
  actor: Actor,
  channelId: string,
  direction: 'up' | 'down',
): Promise<void> {
  const orgId = requireConfigurer(actor);
  await prisma.$transaction(async (tx) => {
    const rows = await tx.channel.findMany({
      where: { orgId },
      select: { id: true },
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
    });
    const order = rows.map(({ id }) => id);
    const from = order.indexOf(channelId);
    if (from < 0) throw new Problem('NOT_FOUND');
    const to = direction === 'up' ? from - 1 : from + 1;
    const other = order[to];
    if (other === undefined) return;
    [order[from], order[to]] = [other, channelId];
    await tx.$executeRaw`UPDATE "Channel" c SET position = o.place::int, "updatedAt" = ${new Date()}
      FROM unnest(${order}::uuid[]) WITH ORDINALITY AS o (id, place) WHERE c.id = o.id`;
    await recordChange(tx, orgId, 'org.channelsOrdered', personActor(actor.id), { order });
  });
}
