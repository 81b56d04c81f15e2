import 'server-only';
import { z } from 'zod';
import { Problem } from '@/lib/access/problem';
import { personActor, recordChange } from '@/lib/access/server';
import type { Instant } from '@/lib/calendar/instant';
import type { Actor } from '@/lib/incident/context';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { shiftOrg } from './change';
import { maskText, openContent, sealContent } from './content';

const text = z.string().trim().min(1).max(2000);
const short = z.string().trim().max(300).optional();

export const logInput = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('call'),
    text,
    caller: short,
    toldWhom: short,
    followUp: short,
    occurredAt: z.iso.datetime({ precision: 3 }).optional(),
  }),
  z.strictObject({ kind: z.literal('note'), text }),
  z.strictObject({ kind: z.literal('correction'), correctsId: z.uuid(), text }),
]);
export type LogInput = z.input<typeof logInput>;

/** What of an entry people wrote; stands sealed in its row. */
interface EntryText {
  text: string;
  caller?: string;
  toldWhom?: string;
  followUp?: string;
}

export interface LogEntry extends EntryText {
  id: string;
  kind: 'call' | 'note' | 'correction';
  occurredAt: Instant;
  writtenAt: Instant;
  writtenByName: string;
  corrections: { id: string; text: string; writtenAt: Instant; writtenByName: string }[];
  incidents: { id: string; number: string }[];
}

/**
 * Writes a call, a note or a correction into the shift's book: masked, sealed, and for ever. The
 * record of events holds its hash.
 * Throws `Problem`: FORBIDDEN without `shiftLog:write`; INVALID_INPUT for a call of the future;
 * NOT_FOUND for an unknown entry to correct.
 */
export async function writeLog(actor: Actor, input: LogInput): Promise<string> {
  const orgId = shiftOrg(actor, 'shiftLog:write');
  const entry = logInput.parse(input);
  return prisma.$transaction(async (tx) => {
    const now = await businessNow(tx);
    const correctsId = entry.kind === 'correction' ? entry.correctsId : null;
    if (correctsId) {
      const first = await tx.shiftLogEntry.findFirst({ where: { id: correctsId, orgId } });
      if (!first || first.correctsId) throw new Problem('NOT_FOUND');
    }
    const occurredAt = (entry.kind === 'call' && entry.occurredAt) || now;
    if (occurredAt > now) {
      const errors = [{ path: 'occurredAt', message: 'in the future' }];
      throw new Problem('INVALID_INPUT', { errors });
    }
    const id = newId();
    const { sealed, hash } = sealContent(id, textOf(entry));
    const { kind } = entry;
    await tx.shiftLogEntry.create({
      data: {
        ...{ id, orgId, kind, correctsId, sealed, textHash: hash, occurredAt },
        ...{ writtenBy: actor.id, writtenAt: now },
      },
    });
    const payload = { entryId: id, kind, textHash: hash, ...(correctsId ? { correctsId } : {}) };
    await recordChange(tx, orgId, 'duty.logged', personActor(actor.id), payload);
    return id;
  });
}

function textOf(entry: z.output<typeof logInput>): Record<string, string> {
  const { text: written, ...rest } = entry;
  const more = ['caller', 'toldWhom', 'followUp'] as const;
  const filled = more.flatMap((name) => {
    const value = (rest as Partial<Record<(typeof more)[number], string>>)[name];
    return value ? [[name, maskText(value)]] : [];
  });
  return { text: maskText(written), ...(Object.fromEntries(filled) as Record<string, string>) };
}

const PAGE = 50;

/**
 * The shift's book, newest first, each entry with its corrections and the incidents it became.
 * `before` is the instant the last page ended at. Throws `Problem` FORBIDDEN without `shiftLog:read`.
 */
export async function readLog(
  actor: Actor,
  { before, kind }: { before?: Instant | undefined; kind?: 'call' | 'note' | undefined } = {},
): Promise<{ items: LogEntry[]; nextBefore: Instant | null }> {
  const orgId = shiftOrg(actor, 'shiftLog:read');
  const rows = await prisma.shiftLogEntry.findMany({
    where: {
      orgId,
      kind: kind ?? { in: ['call', 'note'] },
      ...(before ? { occurredAt: { lt: new Date(before) } } : {}),
    },
    orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
    include: { links: true },
  });
  const shown = rows.slice(0, PAGE);
  const corrections = await prisma.shiftLogEntry.findMany({
    where: { correctsId: { in: shown.map(({ id }) => id) } },
    orderBy: { writtenAt: 'asc' },
  });
  const nameOf = await names([...shown, ...corrections].map(({ writtenBy }) => writtenBy));
  const incidents = await prisma.incident.findMany({
    where: { id: { in: shown.flatMap(({ links }) => links.map((one) => one.incidentId)) } },
    select: { id: true, number: true },
  });
  const items = shown.map((row) => ({
    id: row.id,
    kind: row.kind as LogEntry['kind'],
    ...openContent<EntryText>(row.id, row.sealed),
    occurredAt: row.occurredAt.toISOString(),
    writtenAt: row.writtenAt.toISOString(),
    writtenByName: nameOf(row.writtenBy),
    corrections: corrections
      .filter(({ correctsId }) => correctsId === row.id)
      .map((one) => ({
        id: one.id,
        text: openContent<EntryText>(one.id, one.sealed).text,
        writtenAt: one.writtenAt.toISOString(),
        writtenByName: nameOf(one.writtenBy),
      })),
    incidents: incidents.filter(({ id }) => row.links.some((one) => one.incidentId === id)),
  }));
  const last = shown.at(-1);
  return { items, nextBefore: rows.length > PAGE && last ? last.occurredAt.toISOString() : null };
}

async function names(ids: readonly string[]): Promise<(id: string) => string> {
  const people = await prisma.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return (id) => people.find((one) => one.id === id)?.name ?? '';
}
