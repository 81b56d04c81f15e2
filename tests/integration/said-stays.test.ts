import { describe, expect, it } from 'vitest';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { at, type DemoWorld } from '@/prisma/seed/builders/institution';
import type { Json } from '../support/api-client';
import { withApprovedText } from '../support/approved-text';
import { type Grounds, groundsFor, insertRow, wouldTake } from '../support/guard-rest';
import { as, type Cast } from '../support/rest-story';

/** By SQL, in two steps: a row that passes the guards at first, and is changed into another after. */

let world: DemoWorld;
let cast: Cast;
let grounds: Grounds;
let text: { wordingId: string; contentHash: string };
let approved: Json;

withApprovedText(
  (made) => {
    ({ world, cast, text, approved } = made);
  },
  async (cast, world) => {
    grounds = await groundsFor(cast, world, 'falsehood_or_unlawful');
    return grounds.id;
  },
);

const person = (name: string) => at(world.people, name);
const now = () => new Date().toISOString();

type Writer = Pick<typeof prisma, '$executeRawUnsafe'>;

/** Writes these columns over a row, as the product's own database role. */
const change = (table: string, id: string, values: object, db: Writer = prisma) =>
  db.$executeRawUnsafe(
    `UPDATE "${table}" t SET ${Object.keys(values)
      .map((column) => `"${column}" = n."${column}"`)
      .join(', ')} FROM jsonb_populate_record(null::"${table}", $1::jsonb) n WHERE t.id = $2::uuid`,
    JSON.stringify(values),
    id,
  );

describe('what was published', () => {
  it.each<[string, () => object]>([
    ['another account', () => ({ accountId: newId() })],
    ['other words', () => ({ contentHash: 'a'.repeat(64) })],
    ['another publisher', () => ({ publishedBy: person('handler') })],
    ['another signatory', () => ({ signatory: '热心市民' })],
    ['no signatory but blanks', () => ({ signatory: ' ' })],
    ['another link', () => ({ url: 'https://weibo.example/elsewhere' })],
    ['another time', () => ({ publishedAt: '2026-01-01T00:00:00Z' })],
  ])('is not turned into one of %s', async (_, values) => {
    await expect(change('Publication', grounds.publicationId, values())).rejects.toThrow(
      /stays as it was/,
    );
  });

  it('loses its texts with their key', async () => {
    const erasing = prisma.$transaction(async (db) => {
      await db.$executeRaw`UPDATE "Publication" SET signatory = NULL, url = NULL
        WHERE id = ${grounds.publicationId}::uuid`;
      throw new RangeError('undone');
    });
    await expect(erasing).rejects.toThrow('undone');
  });

  it('rests on an approval of its own incident', async () => {
    const other = await as(cast, 'officer').log();
    const row = {
      id: newId(),
      incidentId: other,
      way: 'account',
      accountId: at(world.accounts, 'yunling-edu'),
      signatory: '云岭县教育局',
      wordingId: text.wordingId,
      approvalRunId: approved.approval.id,
      contentHash: text.contentHash,
      url: 'https://weibo.example/1',
      publishedBy: person('office'),
      publishedAt: now(),
    };
    await expect(insertRow('Publication', row)).rejects.toThrow(/without approved wording/);
  });
});

describe('a reply in written words', () => {
  const reply = (values: object = {}) => ({
    id: newId(),
    incidentId: grounds.id,
    channel: 'phone',
    kind: 'formal',
    signatory: '云岭县教育局',
    ...text,
    repliedBy: person('office'),
    repliedAt: now(),
    ...values,
  });

  it('takes approved ones', async () => {
    expect(await wouldTake('Reply', reply())).toBe(true);
  });

  it('fails with a draft, and with other words than were approved', async () => {
    const office = as(cast, 'office');
    await office.does(grounds.id, 'draftWording', { kind: 'reply', title: '答复', body: '草稿' });
    const draft = (await office.read(grounds.id)).wordings.at(-1);
    const unread = { wordingId: draft.id, contentHash: draft.versions[0].contentHash };
    for (const values of [unread, { contentHash: 'b'.repeat(64) }]) {
      await expect(insertRow('Reply', reply(values))).rejects.toThrow(/not approved/);
    }
  });

  it('is not put into an account’s mouth afterwards', async () => {
    const row = reply();
    await insertRow('Reply', row);
    for (const values of [
      { channel: 'thread', accountId: at(world.accounts, 'yunling-edu') },
      { signatory: '热心市民' },
    ]) {
      await expect(change('Reply', row.id, values)).rejects.toThrow(/stays as it was/);
    }
  });
});

describe('what was refused or proposed', () => {
  const posterAction = (values: object = {}) => ({
    id: newId(),
    incidentId: grounds.id,
    kind: 'police_report',
    authority: 'public_security',
    statement: '请依法处理',
    category: 'falsehood_or_unlawful',
    publicationId: grounds.publicationId,
    proposedBy: person('office'),
    proposedAt: now(),
    legalBy: person('member'),
    approvedBy: person('leader'),
    ...values,
  });
  const notice = (values: object = {}) => ({
    id: newId(),
    incidentId: grounds.id,
    ground: 'confirmed_falsehood',
    platform: 'weibo',
    url: 'https://weibo.com/1/a',
    legalBasis: '民法典第一千零二十八条',
    evidenceId: grounds.evidenceId,
    isNoCriticism: true,
    correctionId: grounds.publicationId,
    proposedBy: person('office'),
    proposedAt: now(),
    approvedBy: person('leader'),
    secondBy: person('deputy'),
    ...values,
  });

  it.each<[string, string, () => object, () => object]>([
    [
      'an action without article, born refused, approved',
      'PosterAction',
      () => posterAction({ state: 'refused', article: null }),
      () => ({ state: 'approved' }),
    ],
    [
      'an action approved by the leader, by somebody else',
      'PosterAction',
      () => posterAction({ state: 'approved', article: '第二十九条' }),
      () => ({ approvedBy: person('handler') }),
    ],
    [
      'a notice nobody confirmed, born refused, approved',
      'PlatformNotice',
      () => notice({ state: 'refused', confirmation: null }),
      () => ({ state: 'approved' }),
    ],
    [
      'a notice for exposed data, for a falsehood',
      'PlatformNotice',
      () => notice({ ground: 'personal_data', state: 'approved' }),
      () => ({ ground: 'confirmed_falsehood' }),
    ],
  ])('%s: fails', async (_, table, born, after) => {
    const row = born() as { id: string };
    const both = prisma.$transaction(async (db) => {
      await insertRow(table, row, db);
      await change(table, row.id, after(), db);
    });
    await expect(both).rejects.toThrow(/stays as it was/);
  });

  it('a notice of a falsehood is not approved once the category has changed', async () => {
    const row = notice({ state: 'proposed', confirmation: '县公安局决定书〔2026〕12号' });
    await insertRow('PlatformNotice', row);
    await as(cast, 'office').does(grounds.id, 'categorise', {
      category: 'inquiry',
      reason: '属实',
    });
    await expect(change('PlatformNotice', row.id, { state: 'approved' })).rejects.toThrow(
      /criticism/,
    );
  });
});
