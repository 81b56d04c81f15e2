import 'server-only';
import { Problem } from '@/lib/access/problem';
import { personActor, recordAccess } from '@/lib/access/server';
import { daysOfMonth } from '@/lib/duty/month';
import { loadRoster as loadDays } from '@/lib/duty/server';
import type { Actor } from '@/lib/incident/context';
import { orgNameOf } from '@/lib/incident/server';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { type RosterCase, rosterDocument, rosterTable } from '../builders/roster';
import type { OfficialDocument } from '../model';
import { writeDocx } from './docx/write';
import { type DocumentFile, MEDIA_TYPES } from './export-incident';
import { writeCsv, writeXlsx } from './sheets';

export const ROSTER_FORMATS = ['docx', 'xlsx', 'csv'] as const;
export type RosterFormat = (typeof ROSTER_FORMATS)[number];

/**
 * 值班表 of the own institution's month as data, for the preview.
 * @param month `2026-11` @throws Problem FORBIDDEN
 */
export async function previewRoster(actor: Actor, month: string): Promise<OfficialDocument> {
  return rosterDocument(await loadRoster(actor, month));
}

/**
 * The month as a file; who took it is recorded.
 * @throws Problem FORBIDDEN
 */
export async function exportRoster(
  actor: Actor,
  month: string,
  format: RosterFormat,
): Promise<DocumentFile> {
  const paper = await loadRoster(actor, month);
  const content = await written(paper, format);
  const payload = { format, kind: 'roster', month };
  await prisma.$transaction((tx) =>
    recordAccess(tx, paper.org.id, 'access.exported', personActor(actor.id), payload),
  );
  return { fileName: `值班表-${month}.${format}`, mediaType: MEDIA_TYPES[format], content };
}

async function written(paper: RosterCase, format: RosterFormat): Promise<Buffer> {
  switch (format) {
    case 'docx':
      return writeDocx(rosterDocument(paper));
    case 'xlsx':
      return writeXlsx([rosterTable(paper)]);
    case 'csv':
      return Buffer.from(writeCsv(rosterTable(paper)), 'utf8');
  }
}

async function loadRoster(actor: Actor, month: string): Promise<RosterCase> {
  const dates = daysOfMonth(month).flatMap(({ date, isOutside }) => (isOutside ? [] : [date]));
  const { days, people } = await loadDays(actor, dates, null);
  const person = (id: string | null) => (id === null ? null : (people.get(id) ?? null));
  if (actor.orgId === null) throw new Problem('FORBIDDEN');
  const [name, now] = await Promise.all([orgNameOf(actor.orgId), businessNow()]);
  return {
    org: { id: actor.orgId, name },
    month,
    now,
    days: days.map(({ date, kind, shifts, gaps }) => ({
      date,
      kind,
      turns: shifts.map(({ id, startsAt, endsAt, leaderId, officerId, backupId }) => ({
        id,
        startsAt,
        endsAt,
        leader: person(leaderId),
        officer: person(officerId),
        backup: person(backupId),
      })),
      hasGap: gaps.length > 0,
    })),
  };
}
