import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import {
  BUNDLE_FORMAT_VERSION,
  BUNDLE_KIND,
  type BundleHeader,
  type StreamTotal,
} from './bundle-format';
import { canonical } from './canonical';
import { type AuditEnvelope, EMPTY_HEAD } from './envelope';

/** Signs the 32 bytes of a bundle's SHA-256; answers base64 (Ed25519). */
export type SignDigest = (digest: Uint8Array) => string | Promise<string>;

/** What the writer of a bundle must say of it; see `BundleHeader`. */
export type BundleOrigin = Omit<BundleHeader, 'kind' | 'formatVersion'>;

/**
 * Writes a timeline bundle as JSON lines, each string one line with its LF: header, events as
 * they come, trailer with count and head per stream and the SHA-256 of all bytes before it,
 * signed where `sign` is given. Holds one event at a time.
 *
 * Events of one stream must come complete and in order, streams may interleave; the writer
 * records what it was given and judges nothing, `verifyBundle` does. Throws `RangeError` for an
 * event of a stream that `origin.streams` does not name.
 */
export async function* writeBundle(
  origin: BundleOrigin,
  events: AsyncIterable<AuditEnvelope> | Iterable<AuditEnvelope>,
  sign?: SignDigest,
): AsyncGenerator<string> {
  const digest = sha256.create();
  const line = (value: unknown): string => {
    const text = `${canonical(value)}\n`;
    digest.update(utf8ToBytes(text));
    return text;
  };
  const totals = new Map(origin.streams.map((id) => [id, emptyTotal(id)]));

  yield line({ kind: BUNDLE_KIND, formatVersion: BUNDLE_FORMAT_VERSION, ...pickOrigin(origin) });
  for await (const event of events) {
    const total = totals.get(event.streamId);
    if (!total) throw new RangeError(`stream ${event.streamId} is not named in the header`);
    totals.set(event.streamId, {
      id: event.streamId,
      count: total.count + 1,
      headSeq: event.seq,
      headHash: event.hash,
    });
    yield line(pickEnvelope(event));
  }
  const sum = digest.digest();
  const trailer = { kind: 'trailer', streams: [...totals.values()], sha256: bytesToHex(sum) };
  yield `${canonical(sign ? { ...trailer, signature: await sign(sum) } : trailer)}\n`;
}

function emptyTotal(id: string): StreamTotal {
  return { id, count: 0, headSeq: EMPTY_HEAD.seq, headHash: EMPTY_HEAD.hash };
}

function pickOrigin({
  exportedAt,
  exportedBy,
  streams,
  productVersion,
}: BundleOrigin): BundleOrigin {
  return { exportedAt, exportedBy, streams, productVersion };
}

/** Rows may carry more than the envelope; only what the hash covers is written. */
function pickEnvelope(event: AuditEnvelope): AuditEnvelope {
  const { streamId, seq, type, typeVersion, occurredAt, recordedAt, payload, prevHash, hash } =
    event;
  const { kind, id, role } = event.actor;
  return {
    streamId,
    seq,
    type,
    typeVersion,
    actor: { kind, id, role },
    occurredAt,
    recordedAt,
    payload,
    prevHash,
    hash,
  };
}
