import { type AuditEnvelope, EMPTY_HEAD, hashEvent, type StreamHead } from './envelope';

/**
 * Why an event does not fit: `stream` it belongs to another stream · `gap` events are missing
 * before it · `seq` its number was there already · `prev` it does not follow the event before ·
 * `hash` its content was changed · `head` the stream does not end where it should.
 */
export type ChainFaultReason = 'stream' | 'gap' | 'seq' | 'prev' | 'hash' | 'head';

/** The first event that does not fit; for `head`, `seq` is that of the last event present. */
export interface ChainFault {
  readonly seq: number;
  readonly reason: ChainFaultReason;
  readonly expected: string;
  readonly found: string;
}

/** Outcome of a check. `events` counts all events looked at, good or bad. */
export interface ChainResult {
  readonly ok: boolean;
  readonly events: number;
  readonly head: StreamHead;
  readonly firstBad?: ChainFault;
}

/** Checks one stream event by event, holding no more than its head. */
export interface ChainVerifier {
  /** Takes the next event; answers the first fault of the stream as soon as there is one. */
  push(event: AuditEnvelope): ChainFault | null;
  /** The outcome so far; with `expectedHead` also whether the stream ends there. */
  result(expectedHead?: StreamHead): ChainResult;
}

/**
 * Starts a check of one stream, from its beginning or after `from` (a head trusted earlier).
 * After the first fault further events are counted and not judged. `head` in the result is the
 * last good event.
 */
export function createVerifier(streamId: string, from: StreamHead = EMPTY_HEAD): ChainVerifier {
  let head = from;
  let events = 0;
  let firstBad: ChainFault | null = null;

  return {
    push(event) {
      events += 1;
      if (firstBad) return firstBad;
      firstBad = findFault(streamId, head, event);
      if (!firstBad) head = { seq: event.seq, hash: event.hash };
      return firstBad;
    },
    result(expectedHead) {
      const fault = firstBad ?? (expectedHead ? findHeadFault(head, expectedHead) : null);
      return fault ? { ok: false, events, head, firstBad: fault } : { ok: true, events, head };
    },
  };
}

/**
 * Checks a whole stream given in order. An empty list is a good, empty stream unless
 * `expectedHead` says that there should be more.
 */
export function verifyChain(
  events: Iterable<AuditEnvelope>,
  expectedHead?: StreamHead,
): ChainResult {
  let verifier: ChainVerifier | null = null;
  for (const event of events) {
    verifier ??= createVerifier(event.streamId);
    verifier.push(event);
  }
  return (verifier ?? createVerifier('')).result(expectedHead);
}

function findFault(streamId: string, head: StreamHead, event: AuditEnvelope): ChainFault | null {
  const fault = (reason: ChainFaultReason, expected: unknown, found: unknown): ChainFault => ({
    seq: event.seq,
    reason,
    expected: String(expected),
    found: String(found),
  });
  const next = head.seq + 1;
  if (event.streamId !== streamId) return fault('stream', streamId, event.streamId);
  if (event.seq > next) return fault('gap', next, event.seq);
  if (event.seq !== next) return fault('seq', next, event.seq);
  if (event.prevHash !== head.hash) return fault('prev', head.hash, event.prevHash);
  const hash = hashOrReason(event);
  return hash === event.hash ? null : fault('hash', hash, event.hash);
}

/** An event that cannot be hashed at all was changed as surely as one with another hash. */
function hashOrReason(event: AuditEnvelope): string {
  try {
    return hashEvent(event);
  } catch (error) {
    return `not hashable: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function findHeadFault(head: StreamHead, expected: StreamHead): ChainFault | null {
  if (head.seq === expected.seq && head.hash === expected.hash) return null;
  return {
    seq: head.seq,
    reason: 'head',
    expected: `${expected.seq} ${expected.hash}`,
    found: `${head.seq} ${head.hash}`,
  };
}
