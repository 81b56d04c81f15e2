import 'server-only';
import type { JsonObject } from '@/lib/audit/canonical';
import type { AuditActor } from '@/lib/audit/envelope';
import { appendToStream } from '@/lib/audit/server';
import { localDate } from '@/lib/calendar/instant';
import type { Actor } from '@/lib/incident/context';
import { realNow } from '@/lib/platform/clock';
import { type Db, prisma } from '@/lib/platform/db';

/** The command line `npm run admin`, in the record. */
export const ADMIN_ACTOR: AuditActor = { kind: 'system', id: 'admin' };

/** A person, in the record. */
export function personActor(userId: string): AuditActor {
  return { kind: 'person', id: userId };
}

/**
 * Writes a sign-in, a failure or another access into the institution's stream of the local day,
 * `access:<orgId>:<YYYY-MM-DD>`, in real time. Payloads hold ids, never names.
 */
export async function recordAccess(
  tx: Db,
  orgId: string,
  type: `access.${string}`,
  actor: AuditActor,
  payload: JsonObject,
): Promise<void> {
  const occurredAt = realNow();
  const streamId = `access:${orgId}:${localDate(occurredAt)}`;
  await appendToStream(tx, streamId, [{ type, typeVersion: 1, actor, occurredAt, payload }]);
}

/** Writes an attempt at something outside one's rights into the access log of that day. */
export async function recordDenied(actor: Actor, payload: JsonObject): Promise<void> {
  const { orgId, id } = actor;
  if (actor.kind !== 'person' || !orgId) return;
  await prisma.$transaction((tx) =>
    recordAccess(tx, orgId, 'access.denied', personActor(id), payload),
  );
}

/** Kinds of events of an institution's own stream. */
export type ChangeType = `${'org' | 'plan' | 'roster' | 'group' | 'duty' | 'wording'}.${string}`;

/** Where a change stands in the record. */
export interface RecordedChange {
  streamId: string;
  seq: number;
  eventType: ChangeType;
}

/**
 * Writes a change of accounts, configuration, plans, groups, rosters or of what people on duty do
 * into `org:<orgId>`, in real time; answers with its place.
 */
export async function recordChange(
  tx: Db,
  orgId: string,
  type: ChangeType,
  actor: AuditActor,
  payload: JsonObject,
): Promise<RecordedChange> {
  const streamId = `org:${orgId}`;
  const draft = { type, typeVersion: 1, actor, occurredAt: realNow(), payload };
  const [event] = await appendToStream(tx, streamId, [draft]);
  if (!event) throw new RangeError('nothing was recorded');
  return { streamId, seq: event.seq, eventType: type };
}
