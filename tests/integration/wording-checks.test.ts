import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadActor } from '@/lib/access/server';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';
import { addWord, listWords, removeWord } from '@/lib/wording/server';
import { at, buildInstitution, type DemoWorld } from '@/prisma/seed/builders/institution';
import { clientsOf } from '../support/api-client';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { groundsFor } from '../support/guard-rest';
import { as, type Cast } from '../support/rest-story';

let database: TestDatabase;
let world: DemoWorld;
let cast: Cast;
let id: string;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await buildInstitution(new Date().toISOString());
  cast = await clientsOf(world);
  ({ id } = await groundsFor(cast, world, 'inquiry'));
}, 60_000);

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

async function person(name: string): Promise<Actor> {
  const actor = await loadActor(at(world.people, name));
  if (!actor) throw new RangeError(name);
  return actor;
}

const words = {
  refused: { phrase: '一小撮', why: '指责发帖人', instead: '部分网民', weight: 'refuse' },
  flagged: { phrase: '极少数', why: '像是推脱', instead: null, weight: 'warn' },
} as const;

const PARTS = '【已知事实】\n今天停用食堂。\n【正在核实】\n';

async function submitted(body: string, more: object = {}, kind = 'statement') {
  const office = as(cast, 'office');
  await office.does(id, 'draftWording', { kind, title: '情况通报', body });
  const wordingId = (await office.read(id)).wordings.at(-1).id;
  return office.command(id, 'submitWording', { wordingId, ...more });
}

describe('the word list of an institution', () => {
  it('is kept by office and leaders, read by staff, and every change is on record', async () => {
    const office = await person('office');
    const wordId = await addWord(office, words.refused);
    await addWord(await person('leader'), words.flagged);
    expect((await listWords(await person('officer'))).map((one) => one.phrase)).toEqual(
      expect.arrayContaining(['极少数', '一小撮']),
    );
    await expect(addWord(await person('officer'), words.flagged)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(listWords(await person('sysadmin'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(addWord(office, { ...words.refused, phrase: '一 小 撮' })).rejects.toMatchObject({
      code: 'REFUSED',
      facts: { reason: 'word_listed_already' },
    });
    const [event] = await prisma.auditEvent.findMany({ where: { type: 'wording.wordListed' } });
    expect(event?.payload).toEqual({ wordId, weight: 'refuse' });
    expect(JSON.stringify(event?.payload)).not.toContain('一小撮');
  });

  it('an entry is never rewritten in the database', async () => {
    await expect(prisma.listedWord.updateMany({ data: { phrase: '改写' } })).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('a submission over REST is refused, and says why', () => {
  it.each([
    ['a part that is empty', PARTS, 'part_empty'],
    ['personal data not masked', '请联系家长张某13812345678。', 'personal_data'],
    ['a ruled-out word', '系一小撮人所为。', 'listed_word'],
  ])('for %s', async (_, body, found) => {
    const before = (await as(cast, 'office').read(id)).version;
    const { status, body: answer } = await submitted(body, { reason: '仍要送审' });
    expect(status).toBe(409);
    expect(answer).toMatchObject({ reason: 'wording_not_ready', context: { found: [found] } });
    // The draft is all that was added.
    expect((await as(cast, 'office').read(id)).version).toBeGreaterThan(before);
    expect((await as(cast, 'office').read(id)).wordings.at(-1).state).toBe('draft');
  });

  it.each([
    ['a promise without a date', '我们将尽快公布结果。'],
    ['a flagged word', '这是极少数。'],
  ])('for %s until a reason is given', async (_, body) => {
    const { body: answer } = await submitted(body);
    expect(answer).toMatchObject({ reason: 'reason_needed' });
    expect((await submitted(body, { reason: '检测时间由第三方定' })).status).toBe(200);
  });

  it('no longer for a word that was taken off the list', async () => {
    const office = await person('office');
    const listed = (await listWords(office)).find((one) => one.phrase === '一小撮');
    await removeWord(office, listed?.id ?? '');
    expect((await submitted('系一小撮人所为。')).status).toBe(200);
    await expect(removeWord(office, listed?.id ?? '')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
