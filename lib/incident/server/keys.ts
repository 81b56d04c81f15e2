import 'server-only';
import type { JsonObject } from '@/lib/audit/canonical';
import type { AuditEnvelope } from '@/lib/audit/envelope';
import type { Db } from '@/lib/platform/db';
import { masterKey } from '@/lib/platform/env';
import { createKey, openText, sealText, unwrapKey, wrapKey } from '@/lib/platform/seal';
import type { IncidentEvent } from '../events';

export const streamOf = (incidentId: string): string => `incident:${incidentId}`;

/** A new incident's key, and the row that keeps it wrapped. */
export function newIncidentKey(incidentId: string) {
  const key = createKey();
  return { key, row: { incidentId, wrapped: wrapKey(masterKey(), key, streamOf(incidentId)) } };
}

/** Keys by incident; an incident whose key was destroyed is absent. */
export async function loadKeys(db: Db, ids: readonly string[]): Promise<Map<string, Buffer>> {
  const rows = await db.$queryRawUnsafe<{ incidentId: string; wrapped: string | null }[]>(
    `SELECT "incidentId"::text, wrapped FROM "IncidentKey" WHERE "incidentId" = ANY($1::uuid[])`,
    [...ids],
  );
  return openKeys(rows);
}

/** Keys by incident, from their rows. */
export function openKeys(
  rows: readonly { incidentId: string; wrapped: string | null }[],
): Map<string, Buffer> {
  return new Map(
    rows.flatMap(({ incidentId, wrapped }) =>
      wrapped ? [[incidentId, unwrapKey(masterKey(), wrapped, streamOf(incidentId))]] : [],
    ),
  );
}

/** Payload as stored: free text sealed under the incident's key. */
export function sealPayload(payload: object, key: Buffer, streamId: string): JsonObject {
  const sealed = sealDeep(payload as JsonObject, key, streamId);
  return sealed as JsonObject;
}

function sealDeep(value: unknown, key: Buffer, streamId: string): unknown {
  if (Array.isArray(value)) return value.map((item) => sealDeep(item, key, streamId));
  if (value === null || typeof value !== 'object') return value;
  const { text, ...rest } = value as Record<string, unknown>;
  const entries = Object.entries(rest).filter(([, member]) => member !== undefined);
  const sealed = entries.map(([name, member]) => [name, sealDeep(member, key, streamId)]);
  const isEmpty = text === undefined || Object.keys(text as object).length === 0;
  const opened = Object.fromEntries(sealed) as Record<string, unknown>;
  return isEmpty ? opened : { ...opened, sealed: sealText(key, text as JsonObject, streamId) };
}

/** Payload as `evolve` takes it; without a key the text stays shut and comes back empty. */
export function openPayload(payload: JsonObject, key: Buffer | null, streamId: string): JsonObject {
  return openDeep(payload, key, streamId) as JsonObject;
}

function openDeep(value: unknown, key: Buffer | null, streamId: string): unknown {
  if (Array.isArray(value)) return value.map((item) => openDeep(item, key, streamId));
  if (value === null || typeof value !== 'object') return value;
  const { sealed, ...rest } = value as Record<string, unknown>;
  const entries = Object.entries(rest).map(([name, member]) => [
    name,
    openDeep(member, key, streamId),
  ]);
  const opened = Object.fromEntries(entries) as Record<string, unknown>;
  if (typeof sealed !== 'string' || !key) return opened;
  return { ...opened, text: openText(key, sealed, streamId) };
}

/** A recorded event as the domain reads it. */
export function openEvent(envelope: AuditEnvelope, key: Buffer | null): IncidentEvent {
  return {
    type: envelope.type,
    payload: openPayload(envelope.payload, key, envelope.streamId),
    seq: envelope.seq,
    occurredAt: envelope.occurredAt,
  } as unknown as IncidentEvent;
}
