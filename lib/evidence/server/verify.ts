import 'server-only';
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { readStream } from '@/lib/audit/server';
import { streamOf } from '@/lib/incident/server';
import { prisma } from '@/lib/platform/db';
import { evidenceStore, storageKeyOf } from './store';

/** A file that is gone, or that is not the one the timeline recorded. */
export interface EvidenceFault {
  evidenceId: string;
  fault: 'missing' | 'changed';
}

export interface EvidenceCheck {
  ok: boolean;
  /** Files the timeline names. */
  files: number;
  faults: EvidenceFault[];
}

/**
 * Compares every stored file of an incident with the SHA-256 its event recorded, whatever the rows
 * say. The caller has asked for the right (`audit:verify`).
 */
export async function verifyEvidence(incidentId: string): Promise<EvidenceCheck> {
  const events = await readStream(prisma, streamOf(incidentId));
  const attached = events.filter(({ type }) => type === 'evidence.attached');
  const faults: EvidenceCheck['faults'] = [];
  for (const { payload } of attached) {
    const evidenceId = String(payload.id);
    const content = await evidenceStore().open(storageKeyOf(incidentId, evidenceId));
    if (!content) faults.push({ evidenceId, fault: 'missing' });
    else if ((await sha256Of(content)) !== payload.sha256) {
      faults.push({ evidenceId, fault: 'changed' });
    }
  }
  return { ok: faults.length === 0, files: attached.length, faults };
}

async function sha256Of(content: Readable): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of content) hash.update(chunk);
  return hash.digest('hex');
}
