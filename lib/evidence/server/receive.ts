import 'server-only';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Problem } from '@/lib/access/problem';
import { authorize } from '@/lib/access/server';
import type { Instant } from '@/lib/calendar/instant';
import type { Actor } from '@/lib/incident/context';
import type { EvidenceRow } from '@/lib/incident/rows';
import { changeIncident, getIncident } from '@/lib/incident/server';
import { realNow } from '@/lib/platform/clock';
import { newId } from '@/lib/platform/ids';
import { acceptedType } from '../accepted';
import { cleanFileName } from '../file-name';
import { incomingPath, spool, sweepIncoming } from './incoming';
import { inspect } from './inspect';
import { readUpload, type Upload } from './multipart';
import { evidenceStore, storageKeyOf } from './store';

export interface Received {
  evidence: EvidenceRow;
  /** False when the incident held the same content before; that one is answered. */
  isNew: boolean;
}

interface Place {
  actor: Actor;
  incidentId: string;
  evidenceId: string;
  path: string;
  /** Business time; only the demo's history gives one. */
  now?: Instant | undefined;
}

/**
 * Takes an uploaded file as evidence of an incident: rights first, then the stream to disk, its
 * content judged, the file stored, and the incident's record through the one door.
 *
 * @param request `multipart/form-data` with `file` and an optional `about` (≤ 200 characters)
 * @throws Problem NOT_FOUND, FORBIDDEN, TOO_LARGE (50 MB), INVALID_INPUT, REFUSED, UNAVAILABLE
 */
export async function receiveEvidence(
  actor: Actor,
  incidentId: string,
  request: Request,
): Promise<Received> {
  return receive(actor, incidentId, (path) => readUpload(request, path));
}

/**
 * As `receiveEvidence` for content that is at hand already.
 * @param now business time of the demo's history; otherwise the clock's
 */
export async function fileEvidence(
  actor: Actor,
  incidentId: string,
  given: { fileName: string; about?: string | null; content: Readable },
  now?: Instant,
): Promise<Received> {
  const { fileName, about = null, content } = given;
  const read = async (path: string) => ({ fileName, about, file: await spool(content, path) });
  return receive(actor, incidentId, read, now);
}

async function receive(
  actor: Actor,
  incidentId: string,
  read: (path: string) => Promise<Upload>,
  now?: Instant,
): Promise<Received> {
  const view = await getIncident(actor, incidentId);
  authorize(actor, 'evidence:upload', view.target);
  await sweepIncoming(Date.parse(realNow()));
  const evidenceId = newId();
  const { id } = view.state.incident;
  const path = await incomingPath(id, evidenceId);
  try {
    const upload = await read(path);
    const received = await keep({ actor, incidentId: id, evidenceId, path, now }, upload);
    await rm(path, { force: true });
    return received;
  } catch (error) {
    // What was not foreseen leaves the file for the sweep, which asks the record.
    if (error instanceof Problem) await rm(path, { force: true });
    throw error;
  }
}

async function keep(place: Place, upload: Upload): Promise<Received> {
  const { actor, incidentId, evidenceId } = place;
  const { sizeBytes, sha256 } = upload.file;
  const known = await findSame(actor, incidentId, sha256);
  if (known) return { evidence: known, isNew: false };
  const mediaType = await inspect(place.path);
  const extensions = acceptedType(mediaType)?.extensions ?? [];
  const storageKey = storageKeyOf(incidentId, evidenceId);
  await evidenceStore().put(place.path, storageKey);
  const fileName = cleanFileName(upload.fileName, extensions);
  const file = { fileName, mediaType, sizeBytes, sha256, storageKey, about: upload.about };
  try {
    await record(place, { evidenceId, ...file });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await evidenceStore().remove(storageKey);
    const isDouble = error.facts.reason === 'already_exists';
    const faster = isDouble ? await findSame(actor, incidentId, sha256) : null;
    if (!faster) throw error;
    return { evidence: faster, isNew: false };
  }
  const evidence = await findSame(actor, incidentId, sha256);
  if (!evidence) throw new Problem('INTERNAL');
  return { evidence, isNew: true };
}

async function record({ actor, incidentId, now }: Place, input: unknown): Promise<void> {
  const request = { actor, incidentId, type: 'attachEvidence', input, isInternal: true };
  await changeIncident(request, now ? { now } : {});
}

async function findSame(
  actor: Actor,
  incidentId: string,
  sha256: string,
): Promise<EvidenceRow | null> {
  const { state } = await getIncident(actor, incidentId);
  return state.evidence.find((one) => one.sha256 === sha256) ?? null;
}
