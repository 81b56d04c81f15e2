import { listRosters } from '@/lib/duty/server';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';

/** A roster as somebody has it before them: its id and its revision. */
export async function markOf(actor: Actor, name = '值班表') {
  const roster = (await listRosters(actor)).find((one) => one.name === name);
  return { rosterId: roster?.id ?? '', revision: roster?.revision ?? 0 };
}

/** What was last recorded of an institution. */
export const lastEventOf = (orgId: string) =>
  prisma.auditEvent.findFirstOrThrow({
    where: { streamId: `org:${orgId}` },
    orderBy: { seq: 'desc' },
  });
