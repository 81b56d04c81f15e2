import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type BundleFaultReason, FoundFault } from './bundle-fault';
import {
  BUNDLE_FORMAT_VERSION,
  BUNDLE_KIND,
  type BundleHeader,
  type BundleTrailer,
  bundleHeaderSchema,
  bundleTrailerSchema,
} from './bundle-format';
import { canonical } from './canonical';
import { type AuditEnvelope, auditEnvelopeSchema } from './envelope';
import { type ChainFaultReason, type ChainVerifier, createVerifier } from './verify';

/** Reads a bundle line by line and throws `FoundFault` at the first thing that is wrong. */
export class BundleReader {
  readonly #digest = sha256.create();
  readonly #verifiers = new Map<string, ChainVerifier>();
  #header: BundleHeader | undefined;
  #trailer: BundleTrailer | undefined;
  #line = 0;
  #events = 0;
  #oddForm: number | undefined;
  /** SHA-256 of all bytes before the trailer, set by `finish`. */
  sum: Uint8Array = new Uint8Array();

  counts() {
    const counts = { events: this.#events, streams: this.#verifiers.size };
    return this.#header ? { ...counts, header: this.#header } : counts;
  }

  fail(
    reason: BundleFaultReason,
    message: string,
    place: { streamId?: string; seq?: number } = {},
  ): never {
    throw new FoundFault({ line: this.#line, reason, message, ...place });
  }

  /** Takes the next line, without its LF. */
  read(text: string): void {
    this.#line += 1;
    if (this.#trailer) this.fail('foreign', 'a line after the trailer');
    const value = this.#parse(text);
    const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : null;
    if (!this.#header) this.#readHeader(value);
    else if (kind === 'trailer') this.#readTrailer(value);
    else this.#readEvent(value);
    this.#noteForm(text, value);
    if (!this.#trailer) this.#digest.update(utf8ToBytes(`${text}\n`));
  }

  /** Judges what only the end can show: totals, digest, form. */
  finish(): BundleTrailer {
    if (!this.#header) this.fail('header', 'the file is empty');
    const trailer = this.#trailer ?? this.fail('truncated', 'no trailer: the file was cut off');
    this.sum = this.#digest.digest();
    if (bytesToHex(this.sum) !== trailer.sha256) {
      this.fail('digest', 'the bytes before the trailer are not those that were written');
    }
    if (this.#oddForm !== undefined) {
      this.#line = this.#oddForm;
      this.fail(
        'form',
        'the line is not canonical JSON: members repeated, reordered or spaced out',
      );
    }
    return trailer;
  }

  #parse(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      return this.fail('json', text.trim() === '' ? 'an empty line' : 'broken JSON');
    }
  }

  #readHeader(value: unknown): void {
    const header = bundleHeaderSchema.safeParse(value);
    if (!header.success) {
      this.fail(
        'header',
        `no header of ${BUNDLE_KIND} ${BUNDLE_FORMAT_VERSION}: ${header.error.issues[0]?.path.join('.')}`,
      );
    }
    this.#header = header.data;
    for (const id of header.data.streams) this.#verifiers.set(id, createVerifier(id));
    if (this.#verifiers.size !== header.data.streams.length) {
      this.fail('header', 'the header names a stream twice');
    }
  }

  #readEvent(value: unknown): void {
    const event = auditEnvelopeSchema.safeParse(value);
    if (!event.success) {
      const { path, message } = event.error.issues[0] ?? { path: [], message: '' };
      this.fail(
        'foreign',
        `neither event nor trailer (${path.join('.') || 'line'}: ${message})`,
        placeOf(value),
      );
    }
    this.#pushEvent(event.data);
  }

  #pushEvent(event: AuditEnvelope): void {
    const { streamId, seq } = event;
    const verifier = this.#verifiers.get(streamId);
    if (!verifier) {
      this.fail('foreign', `event ${seq} of ${streamId}: the header does not name this stream`, {
        streamId,
        seq,
      });
    }
    const fault = verifier.push(event);
    if (fault) {
      const message = `event ${seq} of ${streamId}: ${CHAIN_MESSAGES[fault.reason]} (expected ${fault.expected}, found ${fault.found})`;
      this.fail(fault.reason, message, { streamId, seq });
    }
    this.#events += 1;
  }

  #readTrailer(value: unknown): void {
    const trailer = bundleTrailerSchema.safeParse(value);
    if (!trailer.success) {
      this.fail('truncated', `broken trailer: ${trailer.error.issues[0]?.path.join('.')}`);
    }
    const named = new Set(trailer.data.streams.map(({ id }) => id));
    if (named.size !== trailer.data.streams.length || named.size !== this.#verifiers.size) {
      this.fail(
        'count',
        `the trailer names ${trailer.data.streams.length} streams, the header ${this.#verifiers.size}`,
      );
    }
    for (const { id, count, headSeq, headHash } of trailer.data.streams) {
      const verifier = this.#verifiers.get(id);
      if (!verifier)
        this.fail('foreign', `the trailer names ${id}, the header does not`, { streamId: id });
      const result = verifier.result({ seq: headSeq, hash: headHash });
      const place = { streamId: id, seq: result.head.seq };
      if (result.events !== count) {
        this.fail('count', `${id} should have ${count} events and has ${result.events}`, place);
      }
      if (!result.ok)
        this.fail('head', `${id} does not end at event ${headSeq} with the hash named`, place);
    }
    this.#trailer = trailer.data;
  }

  /** Judged last: a file whose content was changed should be blamed for that. */
  #noteForm(text: string, value: unknown): void {
    if (this.#oddForm === undefined && !isCanonical(text, value)) this.#oddForm = this.#line;
  }
}

const CHAIN_MESSAGES = {
  stream: 'belongs to another stream',
  gap: 'events are missing before it',
  seq: 'its number was there already',
  prev: 'does not follow the event before',
  hash: 'its content does not match its hash',
  head: 'the stream does not end here',
} as const satisfies Record<ChainFaultReason, string>;

function isCanonical(text: string, value: unknown): boolean {
  try {
    return canonical(value) === text;
  } catch {
    return false;
  }
}

function placeOf(value: unknown): { streamId?: string; seq?: number } {
  if (typeof value !== 'object' || value === null) return {};
  return {
    ...('streamId' in value && typeof value.streamId === 'string'
      ? { streamId: value.streamId }
      : {}),
    ...('seq' in value && typeof value.seq === 'number' ? { seq: value.seq } : {}),
  };
}
