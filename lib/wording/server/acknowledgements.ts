import 'server-only';
import { z } from 'zod';
import { personActor, type RecordedChange, recordChange } from '@/lib/access/server';
import { contentHash } from '@/lib/incident/content-hash';
import type { Actor } from '@/lib/incident/context';
import { instant, optionalText, text } from '@/lib/incident/input';
import { checkWording } from '@/lib/incident/wording-checks';
import { tellPeople } from '@/lib/outbox/server';
import { businessNow } from '@/lib/platform/clock';
import { type Db, prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { ownOrg, refuseChange } from './own-org';
import { loadListedWords } from './words';

export const ACKNOWLEDGEMENT_STATES = ['proposed', 'agreed', 'refused', 'revoked'] as const;

export interface AcknowledgementRow {
  id: string;
  key: string;
  /** What people call it; null = it goes by its key. */
  name: string | null;
  text: string;
  state: (typeof ACKNOWLEDGEMENT_STATES)[number];
  proposedBy: string;
  proposedAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
  validUntil: string;
  /** Why a leader did not agree. */
  refusedFor: string | null;
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
    name: row.name,
    text: row.text,
    refusedFor: row.refusedFor,
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

/** Where these texts are proposed, agreed to and read. */
const href = '/plans/wording#agreed';

export const acknowledgementInput = z.strictObject({
  /** Key of the text it is to replace; left out = it is a new one. */
  key: z
    .string()
    .regex(/^[a-z][a-z0-9_]{1,40}$/)
    .optional(),
  name: optionalText(40),
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
  { key: replaced, name = null, text: words, validUntil }: z.input<typeof acknowledgementInput>,
): Promise<string> {
  const orgId = ownOrg(actor, 'wording:configure');
  const id = newId();
  const key = replaced ?? `text_${id.replaceAll('-', '').slice(-12)}`;
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
        ...{ id, orgId, key, name, text: words, contentHash: hash, state: 'proposed', validUntil },
        proposedBy: actor.id,
        proposedAt: now,
      },
    });
    const payload = { acknowledgementId: id, key, contentHash: hash, validUntil };
    const who = personActor(actor.id);
    const event = await recordChange(tx, orgId, 'wording.acknowledgementProposed', who, payload);
    const personIds = await leadersIn(tx, orgId, actor.id);
    await tellPeople(tx, { ...event, orgId, rule: 'acknowledgement.proposed', personIds, href });
  });
  return id;
}

/**
 * A leader agrees to the text that was read, or refuses it. Agreeing ends the text in force under the
 * same key; whoever proposed it is told. Throws `Problem`: FORBIDDEN without `wording:agree`; REFUSED
 * `acknowledgement_decided` where nothing waits for a decision any more,
 * `acknowledgement_own` (who proposed does not agree), `acknowledgement_period` once it has run out.
 */
export async function decideAcknowledgement(
  actor: Actor,
  acknowledgementId: string,
  verdict: 'agreed' | 'refused',
  refusedFor: string | null = null,
): Promise<void> {
  const orgId = ownOrg(actor, 'wording:agree');
  await prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Org" WHERE id = ${orgId}::uuid FOR UPDATE`;
    const where = { id: acknowledgementId, orgId, state: 'proposed' };
    const row = await tx.acknowledgement.findFirst({ where });
    if (!row) throw refuseChange('acknowledgement_decided');
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
    const reason = verdict === 'refused' ? { refusedFor } : {};
    await tx.acknowledgement.update({ where: { id: row.id }, data: { ...decided, ...reason } });
    const event = await record(tx, { orgId, actor, type: verdict, row });
    const personIds = [row.proposedBy];
    await tellPeople(tx, { ...event, orgId, rule: `acknowledgement.${verdict}`, personIds, href });
  });
}

/**
 * Takes a text out of use. Throws `Problem`: FORBIDDEN without `wording:configure`, REFUSED
 * `acknowledgement_decided` where it is in use no more.
 */
export async function revokeAcknowledgement(actor: Actor, id: string): Promise<void> {
  const orgId = ownOrg(actor, 'wording:configure');
  await prisma.$transaction(async (tx) => {
    const where = { id, orgId, state: { in: ['proposed', 'agreed'] } };
    const row = await tx.acknowledgement.findFirst({ where });
    if (!row) throw refuseChange('acknowledgement_decided');
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

/** People who may agree, but whoever proposed. */
async function leadersIn(tx: Db, orgId: string, but: string): Promise<string[]> {
  const roles = { some: { role: 'leader' } };
  const where = { orgId, active: true, roles, NOT: { id: but } };
  return (await tx.user.findMany({ where, select: { id: true } })).map(({ id }) => id);
}

function record(tx: Db, { orgId, actor, type, row }: Done): Promise<RecordedChange> {
  const event = { agreed: 'Agreed', refused: 'Refused', revoked: 'Revoked' }[type];
  const payload = { acknowledgementId: row.id, key: row.key, contentHash: row.contentHash };
  return recordChange(tx, orgId, `wording.acknowledgement${event}`, personActor(actor.id), payload);
}
