import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadActor } from '@/lib/access/server';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';
import {
  addWord,
  decideAcknowledgement,
  listAcknowledgements,
  proposeAcknowledgement,
  revokeAcknowledgement,
} from '@/lib/wording/server';
import { at, buildInstitution, type DemoWorld } from '@/prisma/seed/builders/institution';
import { clientsOf } from '../support/api-client';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { as, type Cast } from '../support/rest-story';

let database: TestDatabase;
let world: DemoWorld;
let cast: Cast;
let id: string;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await buildInstitution(new Date().toISOString());
  cast = await clientsOf(world);
  id = await as(cast, 'officer').log();
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

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const night = {
  key: 'night',
  text: '您反映的情况已收到，值班人员正在核实。',
  validUntil: inDays(30),
};

const reply = (more: object = {}) =>
  as(cast, 'officer').refusal(id, 'reply', {
    channel: 'phone',
    signatory: '云岭县教育局',
    acknowledgementKey: 'night',
    ...more,
  });

const state = async (acknowledgementId: string) =>
  (await listAcknowledgements(await person('officer'))).find((one) => one.id === acknowledgementId)
    ?.state;

describe('a text for the night', () => {
  it('is used by nobody before a leader agreed, and by the officer alone afterwards', async () => {
    const proposed = await proposeAcknowledgement(await person('office'), night);
    expect(await reply()).toBe('wording_not_approved');
    for (const name of ['office', 'officer', 'deputy']) {
      const early = decideAcknowledgement(await person(name), proposed, 'agreed');
      await expect(early).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    await decideAcknowledgement(await person('leader'), proposed, 'agreed');
    expect(await state(proposed)).toBe('agreed');
    expect(await reply()).toBeNull();
    const { replies } = await as(cast, 'officer').read(id);
    expect(replies.at(-1)).toMatchObject({ content: night.text, wordingId: null });
    expect(replies.at(-1).contentHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('changed, the new words need the leader anew; the form that showed the old ones is refused', async () => {
    const { replies } = await as(cast, 'officer').read(id);
    const acknowledgementHash = replies.at(-1).contentHash;
    const text = '您反映的情况已收到，明天12时前答复。';
    const next = await proposeAcknowledgement(await person('office'), { ...night, text });
    expect(await reply({ acknowledgementHash })).toBeNull();
    await decideAcknowledgement(await person('leader'), next, 'agreed');
    expect(await reply({ acknowledgementHash })).toBe('acknowledgement_changed');
    expect(await reply()).toBeNull();
  });

  it('is refused once it has expired or was taken out of use', async () => {
    const rows = await listAcknowledgements(await person('office'));
    const inUse = rows.find((one) => one.key === 'night' && one.state === 'agreed');
    await expect(
      prisma.acknowledgement.updateMany({ data: { validUntil: inDays(300) } }),
    ).rejects.toThrow(/permission denied/);
    await revokeAcknowledgement(await person('office'), inUse?.id ?? '');
    expect(await reply()).toBe('wording_not_approved');
  });

  it('is not proposed with personal data, a ruled-out word, or a validity beyond a year', async () => {
    const office = await person('office');
    const words = { phrase: '一小撮', why: '指责', instead: null, weight: 'refuse' } as const;
    await addWord(office, words);
    for (const [change, reason] of [
      [{ text: '请拨13812345678' }, 'acknowledgement_unfit'],
      [{ text: '系一小撮人所为' }, 'acknowledgement_unfit'],
      [{ validUntil: inDays(400) }, 'acknowledgement_period'],
      [{ validUntil: inDays(-1) }, 'acknowledgement_period'],
    ] as const) {
      const refused = proposeAcknowledgement(office, { ...night, ...change });
      await expect(refused).rejects.toMatchObject({ code: 'REFUSED', facts: { reason } });
    }
  });

  it('the leaders are told of a proposal, and whoever proposed it of the answer and its reason', async () => {
    const toldOf = async (username: string) =>
      (
        await prisma.notification.findMany({
          where: { userId: at(world.people, username), rule: { startsWith: 'acknowledgement.' } },
          orderBy: { createdAt: 'desc' },
        })
      ).map(({ rule }) => rule);
    const { key: _, ...fresh } = { ...night, name: '夜间' };
    const proposed = await proposeAcknowledgement(await person('office2'), fresh);
    expect(await toldOf('leader')).toContain('acknowledgement.proposed');
    const leader = await person('leader');
    await decideAcknowledgement(leader, proposed, 'refused', '没有写何时答复');
    expect(await toldOf('office2')).toEqual(['acknowledgement.refused']);
    const rows = await listAcknowledgements(await person('office'));
    expect(rows.find((one) => one.id === proposed)).toMatchObject({
      name: '夜间',
      refusedFor: '没有写何时答复',
    });
    for (const late of [
      () => decideAcknowledgement(leader, proposed, 'agreed'),
      async () => revokeAcknowledgement(await person('office'), proposed),
    ]) {
      await expect(late()).rejects.toMatchObject({ facts: { reason: 'acknowledgement_decided' } });
    }
  });

  it('who proposed does not agree, also as a leader', async () => {
    const leader = await person('leader');
    const own = await proposeAcknowledgement(leader, { ...night, key: 'own' });
    await expect(decideAcknowledgement(leader, own, 'agreed')).rejects.toMatchObject({
      code: 'REFUSED',
      facts: { reason: 'acknowledgement_own' },
    });
  });
});
