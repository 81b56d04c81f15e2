import 'server-only';
import { z } from 'zod';
import { Problem } from '@/lib/access/problem';
import { personActor, recordChange } from '@/lib/access/server';
import { contentHash } from '@/lib/incident/content-hash';
import type { Actor } from '@/lib/incident/context';
import { instant, text } from '@/lib/incident/input';
import { checkWording } from '@/lib/incident/wording-checks';
import { businessNow } from '@/lib/platform/clock';
import { type Db, prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { ownOrg, refuseChange } from './own-org';
import { loadListedWords } from './words';

export const ACKNOWLEDGEMENT_STATES = ['proposed', 'agreed', 'refused', 'revoked'] as const;

export interface AcknowledgementRow {
  id: string;
  key: string;
  text: string;
  state: (typeof ACKNOWLEDGEMENT_STATES)[number];
  proposedBy: string;
  proposedAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
  validUntil: string;
  isOwn: boolean;
}

/** Texts agreed in advance, proposed ones first; those refused or revoked long ago are left out. */
export async function listAcknowledgements(actor: Actor): Promise<AcknowledgementRow[]> {
  const orgId = ownOrg(actor, 'wording:read');
  const rows = await prisma.acknowledgement.findMany({
    where: { orgId },
    orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
    take: 100,
  });
  const ids = rows.flatMap((one) => [one.proposedBy, one.decidedBy ?? one.proposedBy]);
  const people = await prisma.user.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    text: row.text,
    state: row.state as AcknowledgementRow['state'],
    proposedBy: names.get(row.proposedBy) ?? '—',
    proposedAt: row.proposedAt.toISOString(),
    decidedBy: row.decidedBy && (names.get(row.decidedBy) ?? '—'),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    validUntil: row.validUntil.toISOString(),
    isOwn: row.proposedBy === actor.id,
  }));
}

const MOST_DAYS = 366;

export const acknowledgementInput = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]{1,40}$/),
  text: text(500),
  validUntil: instant,
});

/**
 * Proposes a text for 受理回复. It is used by nobody before a leader has agreed to it.
 * Throws `Problem`: FORBIDDEN without `wording:configure`; REFUSED `acknowledgement_unfit` where it
 * holds personal data or a ruled-out word, `acknowledgement_period` for no or too long a validity.
 */
export async function proposeAcknowledgement(
  actor: Actor,
  { key, text: words, validUntil }: z.output<typeof acknowledgementInput>,
): Promise<string> {
  const orgId = ownOrg(actor, 'wording:configure');
  const id = newId();
  await prisma.$transaction(async (tx) => {
    const now = await businessNow(tx);
    const latest = new Date(Date.parse(now) + MOST_DAYS * 86_400_000).toISOString();
    if (validUntil <= now || validUntil > latest) throw refuseChange('acknowledgement_period');
    const listed = await loadListedWords(tx, orgId);
    const found = checkWording(words, false, { words: listed });
    if (found.some((one) => one.severity === 'error')) throw refuseChange('acknowledgement_unfit');
    const hash = contentHash({ key, text: words });
    await tx.acknowledgement.create({
      data: {
        ...{ id, orgId, key, text: words, contentHash: hash, state: 'proposed', validUntil },
        proposedBy: actor.id,
        proposedAt: now,
      },
    });
    const payload = { acknowledgementId: id, key, contentHash: hash, validUntil };
    await recordChange(
      tx,
      orgId,
      'wording.acknowledgementProposed',
      personActor(actor.id),
      payload,
    );
  });
  return id;
}

/**
 * A leader agrees to the text that was read, or refuses it. Agreeing ends the text in force under the
 * same key. Throws `Problem`: FORBIDDEN without `wording:agree`; NOT_FOUND; REFUSED
 * `acknowledgement_own` (who proposed does not agree), `acknowledgement_period` once it has run out.
 */
export async function decideAcknowledgement(
  actor: Actor,
  acknowledgementId: string,
  verdict: 'agreed' | 'refused',
): Promise<void> {
  const orgId = ownOrg(actor, 'wording:agree');
  await prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Org" WHERE id = ${orgId}::uuid FOR UPDATE`;
    const where = { id: acknowledgementId, orgId, state: 'proposed' };
    const row = await tx.acknowledgement.findFirst({ where });
    if (!row) throw new Problem('NOT_FOUND');
    if (row.proposedBy === actor.id) throw refuseChange('acknowledgement_own');
    const now = await businessNow(tx);
    const isOver = row.validUntil.toISOString() <= now;
    if (verdict === 'agreed' && isOver) throw refuseChange('acknowledgement_period');
    if (verdict === 'agreed') {
      await tx.acknowledgement.updateMany({
        where: { orgId, key: row.key, state: 'agreed' },
        data: { state: 'revoked', revokedBy: actor.id, revokedAt: now },
      });
    }
    const decided = { state: verdict, decidedBy: actor.id, decidedAt: now };
    await tx.acknowledgement.update({ where: { id: row.id }, data: decided });
    await record(tx, { orgId, actor, type: verdict, row });
  });
}

/** Takes a text out of use. Throws `Problem`: FORBIDDEN without `wording:configure`, NOT_FOUND. */
export async function revokeAcknowledgement(actor: Actor, id: string): Promise<void> {
  const orgId = ownOrg(actor, 'wording:configure');
  await prisma.$transaction(async (tx) => {
    const where = { id, orgId, state: { in: ['proposed', 'agreed'] } };
    const row = await tx.acknowledgement.findFirst({ where });
    if (!row) throw new Problem('NOT_FOUND');
    const revoked = { state: 'revoked', revokedBy: actor.id, revokedAt: await businessNow(tx) };
    await tx.acknowledgement.update({ where: { id }, data: revoked });
    await record(tx, { orgId, actor, type: 'revoked', row });
  });
}

interface Done {
  orgId: string;
  actor: Actor;
  type: 'agreed' | 'refused' | 'revoked';
  row: { id: string; key: string; contentHash: string };
}

async function record(tx: Db, { orgId, actor, type, row }: Done): Promise<void> {
  const event = { agreed: 'Agreed', refused: 'Refused', revoked: 'Revoked' }[type];
  const payload = { acknowledgementId: row.id, key: row.key, contentHash: row.contentHash };
  await recordChange(tx, orgId, `wording.acknowledgement${event}`, personActor(actor.id), payload);
}
