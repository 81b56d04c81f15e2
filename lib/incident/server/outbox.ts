import 'server-only';
import { isUrgent } from '@/lib/notify/quiet-hours';
import type { Notice } from '@/lib/notify/rules';
import { ENQUEUE, type OutgoingNotice } from '@/lib/outbox/server';
import type { Db } from '@/lib/platform/db';
import type { IncidentState } from '../model';
import { streamOf } from './keys';
import type { WriteBatch } from './save';

/**
 * What is told outside about an event. Null for a drill: nothing of it leaves the house.
 * @param recordedAt real time
 */
export function outgoingNotice(
  { incident }: IncidentState,
  notice: Notice,
  event: { seq: number; type: string },
  recordedAt: string,
): OutgoingNotice | null {
  if (incident.isDrill) return null;
  const { id, orgId, opinionGrade, provisionalGrade, suggestedGrade, eventGrade, flags } = incident;
  const pending = opinionGrade === null ? [provisionalGrade, suggestedGrade] : [opinionGrade];
  return {
    streamId: streamOf(id),
    seq: event.seq,
    eventType: event.type,
    rule: notice.rule,
    orgId,
    personIds: notice.personIds,
    incidentId: id,
    deadlineId: notice.deadlineId,
    href: null,
    params: null,
    urgent: isUrgent([...pending, eventGrade], flags),
    at: recordedAt,
  };
}

/** Adds the messages to the write of the events they tell of. */
export function enqueue(write: WriteBatch, notices: readonly OutgoingNotice[]): void {
  if (notices.length > 0) write.add(ENQUEUE, notices);
}

/** Acts after which what was queued before has nothing to ask any more. */
const SETTLES_DEADLINE = ['escalation.acknowledged', 'deadline.met', 'deadline.cancelled'];
const ENDS_INCIDENT = ['incident.closed', 'incident.dismissed', 'incident.archived'];

/** An event with its place, as far as cancelling goes. */
export interface PlacedEvent {
  incidentId: string;
  seq: number;
  type: string;
  payload: object;
}

interface Settled {
  incidentId: string;
  seq: number;
  /** Null = every message of the incident. */
  deadlineId: string | null;
}

/**
 * Cancels what was queued before an acknowledgement, before a limit was met or let go, and before
 * an incident ended. What is on its way at this moment arrives.
 */
export async function cancelQueued(db: Db, events: readonly PlacedEvent[]): Promise<void> {
  const settled = events.flatMap(({ incidentId, seq, type, payload }): Settled[] => {
    if (ENDS_INCIDENT.includes(type)) return [{ incidentId, seq, deadlineId: null }];
    if (!SETTLES_DEADLINE.includes(type)) return [];
    return [{ incidentId, seq, deadlineId: (payload as { id: string }).id }];
  });
  if (settled.length === 0) return;
  // Locked in the order of ids, as the delivery does, so that neither waits in a circle.
  const cancelled = await db.$queryRawUnsafe<{ id: string }[]>(
    `WITH mine AS (SELECT m.id FROM "OutboxMessage" m
       JOIN jsonb_to_recordset($1::jsonb) AS s ("incidentId" uuid, seq int, "deadlineId" uuid)
         ON m."incidentId" = s."incidentId" AND m.seq < s.seq
        AND (s."deadlineId" IS NULL OR m."deadlineId" = s."deadlineId")
       WHERE m.state IN ('queued', 'bundled') ORDER BY m.id FOR UPDATE OF m)
     UPDATE "OutboxMessage" m SET state = 'cancelled', "settledAt" = now()
     FROM mine WHERE m.id = mine.id RETURNING m.id`,
    JSON.stringify(settled),
  );
  if (cancelled.length === 0) return;
  await db.$executeRawUnsafe(
    `UPDATE "OutboxMessage" SET state = 'queued', "carrierId" = NULL
     WHERE state = 'bundled' AND "carrierId" = ANY($1::uuid[])`,
    cancelled.map(({ id }) => id),
  );
}
