import 'server-only';
import { Problem } from '@/lib/access/problem';
import { personActor, recordChange } from '@/lib/access/server';
import type { Actor } from '@/lib/incident/context';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { shiftOrg } from './change';
import { openContent } from './content';

/** An entry of the shift's book, or a finding of a patrol, that becomes an incident. */
export type Origin = { kind: 'entry' | 'finding'; id: string };

const ORIGIN = /^(entry|finding)-([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/;

/** Reads an origin as it stands in an address, `entry-<id>`; null for anything else. */
export function parseOrigin(text: string | undefined): Origin | null {
  const [, kind, id] = ORIGIN.exec(text ?? '') ?? [];
  return kind && id ? { kind: kind as Origin['kind'], id } : null;
}

/**
 * What is already written about a matter, for the form that logs it; null when it is not of the own
 * institution or nothing was written. Throws `Problem` FORBIDDEN.
 */
export async function textOfOrigin(actor: Actor, { kind, id }: Origin): Promise<string | null> {
  if (kind === 'entry') {
    const orgId = shiftOrg(actor, 'shiftLog:read');
    const row = await prisma.shiftLogEntry.findFirst({ where: { id, orgId } });
    return row && openContent<{ text: string }>(row.id, row.sealed).text;
  }
  const orgId = shiftOrg(actor, 'shift:file');
  const row = await prisma.patrolResult.findFirst({ where: { id, task: { orgId } } });
  if (!row) return null;
  const note = row.sealed && openContent<{ note: string }>(row.id, row.sealed).note;
  return [row.sourceName, note].filter(Boolean).join('：');
}

/**
 * Notes that an entry or a finding became an incident of the own institution; a second time changes
 * nothing. Throws `Problem`: FORBIDDEN, NOT_FOUND.
 */
export async function linkIncident(
  actor: Actor,
  { kind, id }: Origin,
  incidentId: string,
): Promise<void> {
  const orgId = shiftOrg(actor, kind === 'entry' ? 'shiftLog:write' : 'shift:file');
  await prisma.$transaction(async (tx) => {
    const origin =
      kind === 'entry'
        ? await tx.shiftLogEntry.count({ where: { id, orgId } })
        : await tx.patrolResult.count({ where: { id, task: { orgId } } });
    const incident = await tx.incident.count({ where: { id: incidentId, orgId } });
    if (origin === 0 || incident === 0) throw new Problem('NOT_FOUND');
    const about = kind === 'entry' ? { entryId: id } : { resultId: id };
    const { count } = await tx.dutyLink.createMany({
      data: {
        ...{ id: newId(), orgId, ...about, incidentId },
        ...{ linkedBy: actor.id, linkedAt: await businessNow(tx) },
      },
      skipDuplicates: true,
    });
    if (count === 0) return;
    const payload = { ...about, incidentId };
    await recordChange(tx, orgId, 'duty.linked', personActor(actor.id), payload);
  });
}
