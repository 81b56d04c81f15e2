import 'server-only';
import type { RecordedChange } from '@/lib/access/server';
import type { HouseRule } from '@/lib/notify/house-rules';
import { businessNow, realNow } from '@/lib/platform/clock';
import type { Db } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { ENQUEUE, type OutgoingNotice } from './enqueue';

/** A notice with the event it tells of, recorded in the same transaction. */
export interface HouseNotice extends RecordedChange {
  /** Institution whose channels take it. */
  orgId: string;
  rule: HouseRule;
  personIds: readonly string[];
  /** Page where it is dealt with, such as `/roster`. */
  href: string;
  /** Values for the places of the rule's sentence, instants as they are; never personal data. */
  params?: Readonly<Record<string, string>>;
  /** Goes out in quiet hours too. */
  urgent?: boolean;
}

/**
 * Tells people of something that is about no incident: in the app once, and outside by the first
 * way that works for each. Call it in the transaction of the event; a second call for the same
 * event, rule and person does nothing.
 */
export async function tellPeople(tx: Db, notice: HouseNotice): Promise<void> {
  const { orgId, streamId, seq, eventType, rule, href, urgent = false } = notice;
  const personIds = [...new Set(notice.personIds)];
  if (personIds.length === 0) return;
  const params = notice.params ?? null;
  const createdAt = await businessNow(tx);
  const rows = personIds.map((userId) => ({
    id: newId(),
    userId,
    streamId,
    seq,
    rule,
    href,
    params,
    channel: 'in_app',
    createdAt,
  }));
  await tx.$executeRawUnsafe(
    `INSERT INTO "Notification" SELECT * FROM jsonb_populate_recordset(null::"Notification", $1::jsonb)
     ON CONFLICT DO NOTHING`,
    JSON.stringify(rows),
  );
  const outgoing: OutgoingNotice = {
    ...{ orgId, streamId, seq, eventType, rule, personIds, href, params, urgent },
    incidentId: null,
    deadlineId: null,
    at: realNow(),
  };
  await tx.$queryRawUnsafe(ENQUEUE.replaceAll('$rows', '$1::jsonb'), JSON.stringify([outgoing]));
  const message = JSON.stringify({ type: 'desk.changed', userIds: personIds });
  await tx.$executeRaw`SELECT pg_notify('huiying', ${message})`;
}
