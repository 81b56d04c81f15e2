import 'server-only';
import { authorize } from '@/lib/access/authorize';
import { personActor, recordAccess } from '@/lib/access/server';
import { writeBundle } from '@/lib/audit/bundle';
import type { AuditEnvelope } from '@/lib/audit/envelope';
import { readStream } from '@/lib/audit/server';
import { realNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { signDigest } from '@/lib/platform/signature';
import { signingKey } from '@/lib/platform/signing-key';
import { PRODUCT_VERSION } from '@/lib/platform/version';
import type { Actor } from '../context';
import { timelineCsv } from '../timeline-csv';
import { streamOf } from './keys';
import { namesOf } from './people';
import { readTimeline } from './timeline';
import { getIncident } from './view';

export const EXPORT_FORMATS = ['jsonl', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface Export {
  fileName: string;
  mediaType: string;
  lines: AsyncIterable<string>;
}

const PAGE = 500;

/**
 * An incident's timeline to take along: as a signed bundle that `npm run verify` checks offline
 * (texts stay sealed), or as CSV with its texts opened. That it was taken, and by whom, is
 * recorded before the first byte.
 * @throws Problem NOT_FOUND, FORBIDDEN
 */
export async function exportTimeline(
  actor: Actor,
  incidentId: string,
  format: ExportFormat,
): Promise<Export> {
  const { state, target } = await getIncident(actor, incidentId);
  authorize(actor, 'audit:export', target);
  const { id, number, orgId } = state.incident;
  const lines = format === 'csv' ? await csvLines(actor, id) : await bundleLines(actor, id);
  const payload = { format, incidentId: id };
  await prisma.$transaction((tx) =>
    recordAccess(tx, actor.orgId ?? orgId, 'access.exported', personActor(actor.id), payload),
  );
  const mediaType = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl';
  return { fileName: `${number}.${format}`, mediaType, lines };
}

async function csvLines(actor: Actor, incidentId: string): Promise<AsyncIterable<string>> {
  const events = await readTimeline(actor, incidentId);
  const people = await namesOf(
    events.flatMap(({ actor: by }) => (by.kind === 'person' ? [by.id] : [])),
  );
  const text = timelineCsv(events, (id) => people.get(id)?.name ?? id);
  return (async function* () {
    yield text;
  })();
}

/** Streams up to the head as it is now; what is added meanwhile is not part of the bundle. */
async function bundleLines(actor: Actor, incidentId: string): Promise<AsyncIterable<string>> {
  const streamId = streamOf(incidentId);
  const head = await prisma.auditStream.findUniqueOrThrow({ where: { id: streamId } });
  const origin = {
    exportedAt: realNow(),
    exportedBy: actor.id,
    streams: [streamId],
    productVersion: PRODUCT_VERSION,
  };
  const privateKey = signingKey();
  return writeBundle(origin, eventsUpTo(streamId, head.headSeq), (digest) =>
    signDigest(privateKey, digest),
  );
}

async function* eventsUpTo(streamId: string, last: number): AsyncGenerator<AuditEnvelope> {
  for (let after = 0; after < last; ) {
    const page = await readStream(prisma, streamId, after, Math.min(PAGE, last - after));
    if (page.length === 0) return;
    yield* page;
    after += page.length;
  }
}
