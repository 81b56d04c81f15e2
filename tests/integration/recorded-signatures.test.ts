import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStream } from '@/lib/audit/server';
import type { Actor } from '@/lib/incident/context';
import {
  changeIncident,
  listWaitingDecisions,
  listWaitingSignatures,
  loadMany,
  loadSignatureCard,
} from '@/lib/incident/server';
import { replay } from '@/lib/incident/server/replay';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { attachFile, insertRow } from '../support/guard-rest';
import { Institution } from '../support/institution';
import { publishEdit } from '../support/publish-edit';
import { reasonOf } from '../support/reason-of';

let house: Institution;

beforeAll(async () => {
  house = await Institution.open();
});

afterAll(() => house.close());

const does = async (name: string, id: string | null, type: string, input: object) =>
  changeIncident({ actor: await house.actor(name), incidentId: id, type, input });

const stateOf = async (id: string) => {
  const state = (await loadMany(prisma, [id])).get(id);
  if (!state) throw new Error('no incident');
  return state;
};

const expectTold = async (id: string) =>
  expect(await replay(prisma, id, await readStream(prisma, `incident:${id}`))).toBeNull();

const waitsFor = async (actor: Actor, id: string) =>
  (await listWaitingDecisions(actor)).flatMap((one) => (one.incidentId === id ? [one.kind] : []));

/** A text that the spokesperson wrote, on its way through the chain of this grade. */
async function submitted(grade: 'ordinary' | 'serious') {
  const { id } = await does('officer', null, 'log', { title: '食堂异物' });
  await does('leader', id, 'decideGrade', { grade, reason: '已核' });
  const draft = { kind: 'statement', title: '情况说明', body: '已知事实……' };
  await does('spokesperson', id, 'draftWording', draft);
  const { wordings, wordingVersions } = await stateOf(id);
  const wordingId = wordings[0]?.id ?? '';
  await does('office', id, 'submitWording', { wordingId });
  return { id, seen: { wordingId, contentHash: wordingVersions[0]?.contentHash } };
}

const signatureOf = async (id: string) => {
  const signed = (await stateOf(id)).approvalDecisions.at(-1);
  if (!signed) throw new Error('nobody signed');
  return signed;
};

describe('consent by phone at the door', () => {
  it('counts, waits for the countersignature of the person named, and the rows are what was told', async () => {
    const { id, seen } = await submitted('serious');
    const leader = await house.actor('leader');
    await does('office', id, 'recordConsent', {
      ...seen,
      personId: leader.id,
      wordsRead: '全文',
    });
    const { approvalDecisions, approvalSteps } = await stateOf(id);
    expect(approvalDecisions).toMatchObject([{ how: 'phone', personId: leader.id }]);
    expect(approvalSteps.map((one) => one.state)).toEqual(['approved', 'open']);
    expect(await waitsFor(leader, id)).toContain('consent');
    expect(await waitsFor(await house.actor('deputy'), id)).not.toContain('consent');
    const told = { rule: 'approval.recorded', userId: leader.id, incidentId: id };
    expect(await prisma.notification.count({ where: told })).toBe(1);
    const voter = await house.actor('deputy');
    const waiting = (await listWaitingSignatures(voter)).find((one) => one.incidentId === id);
    const card = waiting ? await loadSignatureCard(waiting) : null;
    expect(card?.steps[0]?.decisions[0]?.recorded).toMatchObject({ how: 'phone' });
    const decisionId = approvalDecisions[0]?.id;
    expect(await reasonOf(does('deputy', id, 'countersignConsent', { decisionId }))).toBe(
      'not_your_consent',
    );
    await does('leader', id, 'countersignConsent', { decisionId });
    expect(await waitsFor(leader, id)).not.toContain('consent');
    await expectTold(id);
  });

  it('denied after it was published: nothing more goes out, and the group has an open matter', async () => {
    const { id, seen } = await submitted('ordinary');
    const deputy = await house.actor('deputy');
    await does('office', id, 'recordConsent', { ...seen, personId: deputy.id, wordsRead: '全文' });
    const publication = {
      wordingId: seen.wordingId,
      way: 'conference',
      place: '一楼会议室',
      signatory: '云岭县教育局',
      url: 'https://a.cn/1',
    };
    await does('office', id, 'publish', publication);
    const { id: decisionId } = await signatureOf(id);
    await does('deputy', id, 'denyConsent', { decisionId, reason: '没有同意' });
    expect(await reasonOf(does('office', id, 'publish', publication))).toBe('wording_not_approved');
    const leader = await house.actor('leader');
    expect(await waitsFor(leader, id)).toContain('denial');
    const told = { rule: 'approval.denied', userId: leader.id, incidentId: id };
    expect(await prisma.notification.count({ where: told })).toBe(1);
    await does('leader', id, 'settleDenial', { decisionId, reason: '已发更正' });
    expect(await waitsFor(leader, id)).not.toContain('denial');
    await expectTold(id);
  });

  it('the database refuses what the product refuses', async () => {
    const { id, seen } = await submitted('ordinary');
    const deputy = await house.actor('deputy');
    await does('office', id, 'recordConsent', { ...seen, personId: deputy.id, wordsRead: '全文' });
    const set = (change: string) =>
      prisma.$executeRawUnsafe(
        `UPDATE "ApprovalDecision" SET ${change} WHERE "incidentId" = '${id}'`,
      );
    const drafter = house.person('spokesperson');
    await expect(set(`"recordedBy" = "personId"`)).rejects.toThrow(/consent_by_another/);
    await expect(set(`"recordedBy" = '${drafter}'`)).rejects.toThrow(/drafter_may_not_record/);
    await expect(set(`how = 'minutes'`)).rejects.toThrow(/minutes_are_kept/);
    await expect(set(`how = null`)).rejects.toThrow(/consent_recorded/);
    await expect(set(`"deniedAt" = now()`)).rejects.toThrow(/denied_is_void/);
    await expect(set(`decision = 'return'`)).rejects.toThrow(/consent_agrees/);
    await expectTold(id);
  });
});

describe('signed minutes at the door', () => {
  it('pass the step of the group, each voter is told, and one who was not there ends it', async () => {
    const { id, seen } = await submitted('serious');
    await does('leader', id, 'approve', seen);
    const evidenceId = await attachFile(house.world, id);
    const open = (await stateOf(id)).approvalSteps.find((one) => one.state === 'open');
    const voters = open?.candidateIds ?? [];
    const minutes = { ...seen, decision: '同意', evidenceId };
    const few = { ...minutes, presentIds: voters.slice(0, 1) };
    expect(await reasonOf(does('office', id, 'recordMinutes', few))).toBe('quorum_missing');
    const needed = open?.needed ?? 0;
    const presentIds = voters.slice(0, needed);
    await does('office', id, 'recordMinutes', { ...minutes, presentIds });
    expect((await stateOf(id)).approvalRuns[0]?.state).toBe('approved');
    const told = { rule: 'approval.minutes_filed', incidentId: id };
    expect(await prisma.notification.count({ where: told })).toBe(voters.length);
    await expectTold(id);
    const nameOf = (who: string | undefined) =>
      Object.entries(house.world.people).find(([, one]) => one === who)?.[0] ?? '';
    const objection = { stepId: open?.id, reason: '我不在场' };
    const unnamed = nameOf(voters.at(-1));
    await does(unnamed, id, 'objectMinutes', objection);
    expect(await reasonOf(does(unnamed, id, 'objectMinutes', objection))).toBe('already_objected');
    expect((await stateOf(id)).notes).toMatchObject([{ kind: 'objection', stepId: open?.id }]);
    await expectTold(id);
    await does(nameOf(presentIds[0]), id, 'objectMinutes', objection);
    expect((await stateOf(id)).approvalRuns[0]?.state).toBe('voided');
    await expectTold(id);
  });
});

describe('urgent release at the door', () => {
  /** The chain of this grade may be released urgently from here on. */
  const allowRelease = (name: string) =>
    publishEdit(house, {
      do: 'change',
      list: 'chains',
      name,
      fields: { urgentRelease: { countersignHours: 2 } },
    });

  it('goes out before its chain is complete only where the plan has it, and is countersigned', async () => {
    const before = await submitted('serious');
    const reason = '家长已聚集，谣言扩散';
    expect(
      await reasonOf(does('deputy', before.id, 'releaseUrgently', { ...before.seen, reason })),
    ).toBe('urgent_release_not_allowed');
    await allowRelease('serious');
    const { id, seen } = await submitted('serious');
    const publication = {
      wordingId: seen.wordingId,
      way: 'conference',
      place: '会议室',
      signatory: '云岭县教育局',
      url: 'https://a.cn/1',
    };
    expect(await reasonOf(does('office', id, 'publish', publication))).toBe('wording_not_approved');
    await does('deputy', id, 'releaseUrgently', { ...seen, reason });
    await does('office', id, 'publish', publication);
    const leader = await house.actor('leader');
    const mine = (await listWaitingSignatures(leader)).find((one) => one.incidentId === id);
    expect((mine ? await loadSignatureCard(mine) : null)?.isReleased).toBe(true);
    await does('leader', id, 'approve', seen);
    const open = (await stateOf(id)).approvalSteps.find((one) => one.state === 'open');
    const names = Object.entries(house.world.people).flatMap(([name, one]) =>
      open?.candidateIds.includes(one) ? [name] : [],
    );
    for (const name of names.slice(0, open?.needed)) await does(name, id, 'approve', seen);
    const { approvalRuns, deadlines } = await stateOf(id);
    expect(approvalRuns[0]).toMatchObject({ state: 'approved', releaseReason: reason });
    expect(deadlines.find((one) => one.key === 'release_countersign')?.state).toBe('met');
    await expectTold(id);
  });

  it('the database lets nothing out that its drafter released, or that nobody did', async () => {
    const { id, seen } = await submitted('serious');
    const [run] = (await stateOf(id)).approvalRuns;
    const publication = {
      id: newId(),
      incidentId: id,
      way: 'conference',
      place: '会议室',
      signatory: '示范局',
      approvalRunId: run?.id,
      publishedBy: house.person('office'),
      publishedAt: new Date().toISOString(),
      url: 'https://a.cn/1',
      ...seen,
    };
    const insert = () => insertRow('Publication', publication);
    const release = (by: string) =>
      prisma.$executeRawUnsafe(
        `UPDATE "ApprovalRun" SET state = 'released', "releasedBy" = ${by},
           "releasedAt" = now() - interval '1 minute' WHERE id = '${run?.id}'`,
      );
    await expect(insert()).rejects.toThrow(/without approved wording/);
    await expect(release('null')).rejects.toThrow(/release_by_somebody/);
    await release(`'${house.person('spokesperson')}'`);
    await expect(insert()).rejects.toThrow(/without approved wording/);
    await release(`'${house.person('deputy')}'`);
    await insert();
  });
});
