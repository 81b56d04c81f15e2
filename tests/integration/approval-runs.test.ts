import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStream } from '@/lib/audit/server';
import type { Actor } from '@/lib/incident/context';
import {
  changeIncident,
  listWaitingSignatures,
  loadMany,
  loadSignatureCard,
} from '@/lib/incident/server';
import { replay } from '@/lib/incident/server/replay';
import { prisma } from '@/lib/platform/db';
import { Institution } from '../support/institution';
import { reasonOf } from '../support/reason-of';

let house: Institution;
const actorOf = (name: string) => house.actor(name);

beforeAll(async () => {
  house = await Institution.open();
});

afterAll(() => house.close());

const request = (actor: Actor, incidentId: string | null, type: string, input: object) => ({
  actor,
  incidentId,
  type,
  input,
});

const stateOf = async (id: string) => {
  const state = (await loadMany(prisma, [id])).get(id);
  if (!state) throw new Error('no incident');
  return state;
};

const expectTold = async (id: string) =>
  expect(await replay(prisma, id, await readStream(prisma, `incident:${id}`))).toBeNull();

/** A serious incident with a text on its way. */
async function submitted() {
  const [officer, office, leader] = await Promise.all(['officer', 'office', 'leader'].map(actorOf));
  if (!officer || !office || !leader) throw new Error('nobody');
  const { id } = await changeIncident(
    request(officer, null, 'log', { title: '食堂异物', source: { text: '饭里有东西' } }),
  );
  await changeIncident(request(leader, id, 'decideGrade', { grade: 'serious', reason: '已核' }));
  const draft = { kind: 'statement', title: '情况说明', body: '已知事实……' };
  await changeIncident(request(office, id, 'draftWording', draft));
  const { wordings, wordingVersions } = await stateOf(id);
  const wordingId = wordings[0]?.id ?? '';
  await changeIncident(request(office, id, 'submitWording', { wordingId }));
  return { id, office, leader, seen: { wordingId, contentHash: wordingVersions[0]?.contentHash } };
}

describe('approval runs at the door', () => {
  it('two at once: one signature counts, the other person is told that the step is over', async () => {
    const { id, leader, seen } = await submitted();
    const other = await actorOf('leader2');
    const { approvalSteps } = await stateOf(id);
    const input = { ...seen, stepId: approvalSteps.find((one) => one.state === 'open')?.id };
    const answers = await Promise.all(
      [leader, other].map((actor) =>
        reasonOf(changeIncident(request(actor, id, 'approve', input))),
      ),
    );
    expect(answers.sort()).toEqual(['carried out', 'not_your_step']);
    const state = await stateOf(id);
    expect(state.approvalDecisions).toHaveLength(1);
    await expectTold(id);
  });

  it('a stale page signs nothing: neither another text nor another step', async () => {
    const { id, office, leader, seen } = await submitted();
    const body = '改动了一个数字';
    await changeIncident(request(office, id, 'reviseWording', { wordingId: seen.wordingId, body }));
    await changeIncident(request(office, id, 'submitWording', { wordingId: seen.wordingId }));
    expect(await reasonOf(changeIncident(request(leader, id, 'approve', seen)))).toBe(
      'content_changed',
    );
    const { wordingVersions, approvalSteps, approvalDecisions } = await stateOf(id);
    expect(approvalDecisions).toEqual([]);
    const now = { ...seen, contentHash: wordingVersions.at(-1)?.contentHash };
    const old = { ...now, stepId: approvalSteps[0]?.id };
    expect(await reasonOf(changeIncident(request(leader, id, 'approve', old)))).toBe(
      'not_your_step',
    );
    expect(await reasonOf(changeIncident(request(leader, id, 'approve', now)))).toBe('carried out');
  });

  it('goes back to an earlier step, waits there again for its signer, and the rows are what was told', async () => {
    const { id, leader, seen } = await submitted();
    await changeIncident(request(leader, id, 'approve', seen));
    const first = await stateOf(id);
    const passed = first.approvalSteps.find((one) => one.state === 'approved');
    const voter = await voterOf(first);
    await changeIncident(
      request(voter, id, 'returnWording', { ...seen, reason: '请再核', toStepId: passed?.id }),
    );
    const waiting = await listWaitingSignatures(leader);
    const mine = waiting.find((one) => one.incidentId === id);
    expect(mine?.stepId).toBe(passed?.id);
    const card = mine ? await loadSignatureCard(mine) : null;
    expect(card?.steps[0]?.decisions.map((one) => one.isVoid)).toEqual([true]);
    expect((await listWaitingSignatures(voter)).some((one) => one.incidentId === id)).toBe(false);
    expect(
      await prisma.notification.count({
        where: { rule: 'approval.sent_back', userId: leader.id, incidentId: id },
      }),
    ).toBe(1);
    await changeIncident(request(leader, id, 'approve', seen));
    expect((await listWaitingSignatures(voter)).some((one) => one.incidentId === id)).toBe(true);
    await changeIncident(request(voter, id, 'approve', seen));
    expect((await stateOf(id)).approvalDecisions.map((one) => one.voidedAt !== null)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    await expectTold(id);
  });

  it('the database takes one signature that counts from a person in a run', async () => {
    const { id, leader, seen } = await submitted();
    await changeIncident(request(leader, id, 'approve', seen));
    const again = prisma.$executeRaw`INSERT INTO "ApprovalDecision"
      SELECT gen_random_uuid(), "incidentId", "runId", "stepId", "wordingId", "personId", decision,
        reason, "contentHash", "drafterIds", "decidedAt", NULL
      FROM "ApprovalDecision" WHERE "incidentId" = ${id}::uuid`;
    await expect(again).rejects.toThrow(/23505|[Uu]nique/);
  });
});

/** Somebody whom the open step waits for. */
async function voterOf(state: Awaited<ReturnType<typeof stateOf>>): Promise<Actor> {
  const open = state.approvalSteps.find((one) => one.state === 'open');
  const name = ['deputy', 'deputy2', 'member', 'leader2', 'spokesperson'].find((one) => {
    try {
      return open?.candidateIds.includes(house.person(one));
    } catch {
      return false;
    }
  });
  if (!name) throw new Error('nobody is to sign');
  return actorOf(name);
}
