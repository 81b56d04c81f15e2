import 'server-only';
import type { Readable } from 'node:stream';
import { Problem } from '@/lib/access/problem';
import { authorize, personActor, recordAccess } from '@/lib/access/server';
import type { Actor } from '@/lib/incident/context';
import type { EvidenceRow } from '@/lib/incident/rows';
import { getIncident } from '@/lib/incident/server';
import { prisma } from '@/lib/platform/db';
import { log } from '@/lib/platform/log';
import { evidenceStore, storageKeyOf } from './store';

export interface OpenedEvidence {
  evidence: EvidenceRow;
  content: Readable;
}

/**
 * Opens a piece of evidence for a person who may see its incident. The reading is recorded in the
 * institution's access stream before the first byte goes out.
 *
 * @throws Problem NOT_FOUND, FORBIDDEN, UNAVAILABLE when the record names a file that is gone
 */
export async function openEvidence(
  actor: Actor,
  incidentId: string,
  evidenceId: string,
): Promise<OpenedEvidence> {
  const { state, target } = await getIncident(actor, incidentId);
  authorize(actor, 'evidence:download', target);
  const evidence = state.evidence.find((one) => one.id === evidenceId.toLowerCase());
  if (!evidence) throw new Problem('NOT_FOUND');
  const { id, orgId } = state.incident;
  const content = await evidenceStore().open(storageKeyOf(id, evidence.id));
  if (!content) {
    log.error({ incidentId: id, evidenceId: evidence.id }, 'a file of evidence is missing');
    throw new Problem('UNAVAILABLE');
  }
  try {
    await prisma.$transaction((tx) =>
      recordAccess(tx, orgId, 'access.evidenceRead', personActor(actor.id), {
        incidentId: id,
        evidenceId: evidence.id,
      }),
    );
  } catch (error) {
    content.destroy();
    throw error;
  }
  return { evidence, content };
}
