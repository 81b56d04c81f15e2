import 'server-only';
import { Problem } from '@/lib/access/problem';
import { personActor, recordAccess } from '@/lib/access/server';
import type { JsonObject } from '@/lib/audit/canonical';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';
import { buildDocument } from '../build';
import type { IncidentCase } from '../case';
import { type Given, NOTHING_GIVEN } from '../given';
import { type DocumentKind, KIND_NAMES } from '../kinds';
import type { OfficialDocument } from '../model';
import { incidentTables } from '../tables';
import { writeDocx } from './docx/write';
import { loadCase, permissionFor } from './load-case';
import { writeXlsx } from './sheets';

/** A finished file to hand out. */
export interface DocumentFile {
  fileName: string;
  mediaType: string;
  content: Buffer;
}

export const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

export interface DocumentAsk {
  kind: DocumentKind;
  /** Row the document is made of: a report, a wording, an assignment; the newest when null. */
  ref: string | null;
  given: Given;
}

/**
 * A document about an incident as data, for the preview.
 * @throws Problem NOT_FOUND (also when it has no such row), FORBIDDEN
 */
export async function previewDocument(
  actor: Actor,
  incidentId: string,
  ask: DocumentAsk,
): Promise<{ document: OfficialDocument; paper: IncidentCase }> {
  const paper = await loadCase(actor, incidentId, permissionFor(ask.kind), ask.given);
  const document = buildDocument(paper, ask.kind, ask.ref);
  if (!document) throw new Problem('NOT_FOUND');
  return { document, paper };
}

/**
 * The same document as docx. That it was taken, and by whom, is recorded before it is handed out.
 * @throws Problem NOT_FOUND, FORBIDDEN
 */
export async function exportDocument(
  actor: Actor,
  incidentId: string,
  ask: DocumentAsk,
): Promise<DocumentFile> {
  const { document, paper } = await previewDocument(actor, incidentId, ask);
  const content = await writeDocx(document);
  const { kind, ref } = ask;
  await recordTaken(actor, paper, { format: 'docx', kind, ...(ref ? { ref } : {}) });
  const fileName = `${paper.state.incident.number}-${KIND_NAMES[kind]}.docx`;
  return { fileName, mediaType: MEDIA_TYPES.docx, content };
}

/**
 * An incident's tables as a workbook; recorded as above.
 * @throws Problem NOT_FOUND, FORBIDDEN
 */
export async function exportTables(actor: Actor, incidentId: string): Promise<DocumentFile> {
  const paper = await loadCase(actor, incidentId, 'document:export', NOTHING_GIVEN);
  const content = await writeXlsx(incidentTables(paper));
  await recordTaken(actor, paper, { format: 'xlsx' });
  return {
    fileName: `${paper.state.incident.number}.xlsx`,
    mediaType: MEDIA_TYPES.xlsx,
    content,
  };
}

async function recordTaken(actor: Actor, { state }: IncidentCase, what: JsonObject): Promise<void> {
  const { id, orgId } = state.incident;
  const payload = { ...what, incidentId: id };
  await prisma.$transaction((tx) =>
    recordAccess(tx, actor.orgId ?? orgId, 'access.exported', personActor(actor.id), payload),
  );
}
