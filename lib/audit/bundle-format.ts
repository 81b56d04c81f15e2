import { z } from 'zod';
import type { Instant } from '@/lib/calendar/instant';
import type { StreamHead } from './envelope';

/** `kind` of the first line of every bundle. */
export const BUNDLE_KIND = 'huiying.timeline';

/** Version of the file format that is written and read. */
export const BUNDLE_FORMAT_VERSION = 1;

/** First line: where the bundle comes from and which streams it promises. */
export interface BundleHeader {
  readonly kind: typeof BUNDLE_KIND;
  readonly formatVersion: typeof BUNDLE_FORMAT_VERSION;
  readonly exportedAt: Instant;
  /** User id of the person who exported. */
  readonly exportedBy: string;
  readonly streams: readonly string[];
  /** Version of the product that wrote it. */
  readonly productVersion: string;
}

/** What the trailer says of one stream; an empty stream has count 0, seq 0 and the genesis hash. */
export interface StreamTotal {
  readonly id: string;
  readonly count: number;
  readonly headSeq: StreamHead['seq'];
  readonly headHash: StreamHead['hash'];
}

/** Last line: totals, and the SHA-256 (hex) of all bytes before it, optionally signed. */
export interface BundleTrailer {
  readonly kind: 'trailer';
  readonly streams: readonly StreamTotal[];
  readonly sha256: string;
  /** Ed25519 over the 32 bytes of the SHA-256, base64. */
  readonly signature?: string | undefined;
}

const name = z.string().min(1).max(300);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const bundleHeaderSchema = z.strictObject({
  kind: z.literal(BUNDLE_KIND),
  formatVersion: z.literal(BUNDLE_FORMAT_VERSION),
  exportedAt: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  exportedBy: name,
  streams: z.array(name),
  productVersion: name,
});

export const bundleTrailerSchema = z.strictObject({
  kind: z.literal('trailer'),
  streams: z.array(
    z.strictObject({ id: name, count: z.int().min(0), headSeq: z.int().min(0), headHash: hash }),
  ),
  sha256: hash,
  signature: z.base64().max(200).optional(),
});
