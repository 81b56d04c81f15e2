import 'server-only';
import { can } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import type { JsonObject } from '@/lib/audit/canonical';
import type { AuditActor } from '@/lib/audit/envelope';
import { readStream } from '@/lib/audit/server';
import type { Instant } from '@/lib/calendar/instant';
import { prisma } from '@/lib/platform/db';
import type { Actor } from '../context';
import { eventFilter } from '../reading';
import { targetOf } from '../target';
import { loadKeys, openPayload, streamOf } from './keys';
import { loadMany } from './load';

/** One recorded event with its text opened, as a reader may see it. */
export interface TimelineItem {
  seq: number;
  type: string;
  actor: AuditActor;
  /** Business time of the act. */
  occurredAt: Instant;
  /** Real time at which it was written down. */
  recordedAt: Instant;
  payload: JsonObject;
  hash: string;
  prevHash: string;
}

/**
 * Everything that happened to an incident, in order, text opened; the poster's sealed name never
 * leaves. A unit reads its own assignments only.
 *
 * @throws Problem NOT_FOUND when there is none, or none this person may see
 */
export async function readTimeline(actor: Actor, incidentId: string): Promise<TimelineItem[]> {
  const state = (await loadMany(prisma, [incidentId])).get(incidentId);
  if (!state) throw new Problem('NOT_FOUND');
  const org = await prisma.org.findUnique({
    where: { id: state.incident.orgId },
    select: { parentId: true },
  });
  const target = targetOf(state, org?.parentId ?? null);
  if (!can(actor, 'incident:read', target)) throw new Problem('NOT_FOUND');
  const streamId = streamOf(incidentId);
  const key = (await loadKeys(prisma, [incidentId])).get(incidentId) ?? null;
  const events = await readStream(prisma, streamId);
  const isForReader = eventFilter(actor, state, target);
  return events
    .map((event) => ({ ...event, payload: openPayload(event.payload, key, streamId) }))
    .filter(isForReader)
    .map(({ seq, type, actor: by, occurredAt, recordedAt, payload, hash, prevHash }) => ({
      seq,
      type,
      actor: by,
      occurredAt,
      recordedAt,
      payload: withoutAuthor(payload),
      hash,
      prevHash,
    }));
}

function withoutAuthor(payload: JsonObject): JsonObject {
  const { text } = payload;
  if (text === null || typeof text !== 'object' || Array.isArray(text)) return payload;
  const { authorSealed: _, ...rest } = text as JsonObject;
  return { ...payload, text: rest };
}
