import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import type { Instant } from '@/lib/calendar/instant';
import { canonical, type JsonObject } from './canonical';

/** Who did it: a person by user id, or a named part of the system ('sweeper', 'demo', …). */
export interface AuditActor {
  readonly kind: 'person' | 'system';
  readonly id: string;
  readonly role?: string | undefined;
}

/**
 * One event of an append-only stream. `seq` counts from 1 without gaps; `occurredAt` is business
 * time, `recordedAt` real time, both millisecond UTC; `prevHash` is the hash of the event before,
 * `GENESIS_HASH` for the first.
 */
export interface AuditEnvelope {
  readonly streamId: string;
  readonly seq: number;
  readonly type: string;
  readonly typeVersion: number;
  readonly actor: AuditActor;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly payload: JsonObject;
  readonly prevHash: string;
  readonly hash: string;
}

/** An event before it has a place in its stream. */
export type AuditDraft = Omit<AuditEnvelope, 'seq' | 'prevHash' | 'hash'>;

/** The end of a stream: the last event's number and hash; `EMPTY_HEAD` when there is none. */
export interface StreamHead {
  readonly seq: number;
  readonly hash: string;
}

/** What stands as `prevHash` in the first event of a stream: 64 zeros. */
export const GENESIS_HASH = '0'.repeat(64);

/** The head of a stream without events. */
export const EMPTY_HEAD: StreamHead = { seq: 0, hash: GENESIS_HASH };

/** Version of the hashed form, part of what is hashed. */
const HASH_FORM = 1;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const HASH = /^[0-9a-f]{64}$/;

/**
 * Hash of one event: lower-case hex SHA-256 over the canonical JSON (RFC 8785) of exactly the
 * named fields of the envelope without `hash`, plus `v: 1`. Other members of the argument do not
 * count; an absent and an `undefined` actor role are the same.
 *
 * Throws `RangeError` when a time is not millisecond UTC, `NotCanonicalError` when the payload is
 * not plain JSON: either would give a hash that no later reading could repeat.
 */
export function hashEvent(event: Omit<AuditEnvelope, 'hash'>): string {
  const { streamId, seq, type, typeVersion, actor, occurredAt, recordedAt, payload, prevHash } =
    event;
  requireInstant('occurredAt', occurredAt);
  requireInstant('recordedAt', recordedAt);
  const hashed = {
    v: HASH_FORM,
    streamId,
    seq,
    type,
    typeVersion,
    actor: { kind: actor.kind, id: actor.id, role: actor.role },
    occurredAt,
    recordedAt,
    payload,
    prevHash,
  };
  return bytesToHex(sha256(utf8ToBytes(canonical(hashed))));
}

/**
 * Gives drafts of one stream their place after `head`, in the order given.
 * Throws `RangeError` when the drafts belong to different streams.
 */
export function chainEvents(head: StreamHead, drafts: readonly AuditDraft[]): AuditEnvelope[] {
  let { seq, hash: prevHash } = head;
  return drafts.map((draft) => {
    if (draft.streamId !== drafts[0]?.streamId) {
      throw new RangeError(`events of ${drafts[0]?.streamId} and ${draft.streamId} in one chain`);
    }
    seq += 1;
    const placed = { ...draft, seq, prevHash };
    prevHash = hashEvent(placed);
    return { ...placed, hash: prevHash };
  });
}

function requireInstant(field: string, value: string): void {
  if (!INSTANT.test(value)) {
    throw new RangeError(
      `${field} must be an ISO instant in millisecond UTC, got ${String(value)}`,
    );
  }
}

const name = z.string().min(1).max(300);
const instant = z.string().regex(INSTANT);
const hash = z.string().regex(HASH);
const payload = z.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'payload must be an object',
);

/** Shape of an envelope that comes in from a file. Unknown members are refused: no hash covers them. */
export const auditEnvelopeSchema = z.strictObject({
  streamId: name,
  seq: z.int().min(1),
  type: name,
  typeVersion: z.int().min(1),
  actor: z.strictObject({
    kind: z.enum(['person', 'system']),
    id: name,
    role: name.optional(),
  }),
  occurredAt: instant,
  recordedAt: instant,
  payload,
  prevHash: hash,
  hash,
});
