import 'server-only';
import { Problem } from '@/lib/access/problem';
import type { Actor } from '@/lib/incident/context';
import { changeIncident } from '@/lib/incident/server';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';

/** Marks notices of this person as read, or all of them; those of others are not touched. */
export async function markRead(actor: Actor, ids: readonly string[] | 'all'): Promise<number> {
  const now = new Date(await businessNow());
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.notification.updateMany({
      where: { userId: actor.id, readAt: null, ...(ids === 'all' ? {} : { id: { in: [...ids] } }) },
      data: { readAt: now },
    });
    if (count > 0) {
      const message = JSON.stringify({ type: 'desk.changed', userIds: [actor.id] });
      await tx.$executeRaw`SELECT pg_notify('huiying', ${message})`;
    }
    return count;
  });
}

/** Refusals that mean there is nothing left to acknowledge. */
export const SETTLED: readonly string[] = [
  'already_acknowledged',
  'deadline_not_open',
  'incident_ended',
];

/**
 * Acknowledges the escalation a notice tells of, which ends its calls to everybody, and marks the
 * notice as read. Where somebody was faster, or the limit is met, it is only marked.
 * @throws Problem NOT_FOUND for a notice of somebody else, FORBIDDEN without the right
 */
export async function acknowledge(actor: Actor, noticeId: string): Promise<{ incidentId: string }> {
  const notice = await prisma.notification.findFirst({
    where: { id: noticeId, userId: actor.id },
    select: { incidentId: true, deadlineId: true },
  });
  if (!notice?.deadlineId || !notice.incidentId) throw new Problem('NOT_FOUND');
  const { incidentId, deadlineId } = notice;
  try {
    const input = { deadlineId };
    await changeIncident({ actor, incidentId, type: 'acknowledgeEscalation', input });
  } catch (error) {
    const reason = error instanceof Problem ? error.facts.reason : undefined;
    if (!reason || !SETTLED.includes(reason)) throw error;
  }
  await markRead(actor, [noticeId]);
  return { incidentId };
}

/** The page where what a notice of this person tells of is dealt with; null when not theirs. */
export async function pageOf(actor: Actor, noticeId: string): Promise<string | null> {
  const notice = await prisma.notification.findFirst({
    where: { id: noticeId, userId: actor.id },
    select: { incidentId: true, href: true },
  });
  if (!notice) return null;
  return notice.href ?? `/incidents/${notice.incidentId}`;
}
