import 'server-only';
import { Readable } from 'node:stream';
import type { EvidenceRow } from '@/lib/incident/rows';
import { isShownInline } from '../accepted';
import { contentDisposition } from '../file-name';
import type { OpenedEvidence } from './read';
import type { Received } from './receive';

/** How the API tells of a piece of evidence; where it lies stays inside. */
export function describeEvidence(row: EvidenceRow) {
  const { id, fileName, mediaType, sizeBytes, sha256, about, attachedBy, attachedAt } = row;
  return { id, fileName, mediaType, sizeBytes, sha256, about, attachedBy, attachedAt };
}

/** 201 with the new evidence, 200 when the incident held the same content before. */
export function receivedResponse({ evidence, isNew }: Received): Response {
  const body = { ...describeEvidence(evidence), status: isNew ? 'created' : 'duplicate' };
  const headers = { 'cache-control': 'no-store' };
  return Response.json(body, { status: isNew ? 201 : 200, headers });
}

/**
 * The file as a download that no browser runs or guesses at. Images may be shown in a page when
 * the reader asks for it; those stay in the reader's own cache for ten minutes.
 */
export function fileResponse(
  { evidence, content }: OpenedEvidence,
  wantsInline: boolean,
): Response {
  const isInline = wantsInline && isShownInline(evidence.mediaType);
  const name = evidence.fileName ?? evidence.id;
  return new Response(Readable.toWeb(content) as ReadableStream, {
    headers: {
      'content-type': evidence.mediaType,
      'content-length': String(evidence.sizeBytes),
      'content-disposition': contentDisposition(isInline ? 'inline' : 'attachment', name),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': isInline ? 'private, max-age=600' : 'private, no-store',
      vary: 'Cookie, Authorization',
    },
  });
}
