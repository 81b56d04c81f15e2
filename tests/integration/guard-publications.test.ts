import { describe, expect, it } from 'vitest';
import { loadActor } from '@/lib/access/server';
import { listWaitingDecisions } from '@/lib/incident/server';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { at, type DemoWorld } from '@/prisma/seed/builders/institution';
import type { Json } from '../support/api-client';
import { withApprovedText } from '../support/approved-text';
import { attachFile, type Grounds, groundsFor, insertRow, wouldTake } from '../support/guard-rest';
import { as, type Cast } from '../support/rest-story';

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

async function waitingFor(name: string): Promise<string[]> {
  const actor = await loadActor(at(world.people, name));
  if (!actor) throw new RangeError(name);
  return (await listWaitingDecisions(actor)).map((one) => one.kind);
}

describe('guard 1: a publication', () => {
  const publication = (change: object = {}) => ({
    wordingId: text.wordingId,
    accountId: at(world.accounts, 'yunling-edu'),
    signatory: '云岭县教育局',
    url: 'https://weibo.example/1',
    ...change,
  });
  const row = (change: object = {}) => ({
    id: newId(),
    incidentId: grounds.id,
    way: 'account',
    approvalRunId: approved.approval.id,
    contentHash: text.contentHash,
    publishedBy: at(world.people, 'office'),
    publishedAt: new Date().toISOString(),
    ...publication(),
    ...change,
  });

  it.each<[string, object, string]>([
    ['a registered account', { accountId: null }, 'no_official_account'],
    ['an account of its own', { accountId: newId() }, 'no_official_account'],
    ['evidence', { url: null }, 'evidence_needed'],
  ])('without %s is refused by the API', async (_, change, code) => {
    const refused = await as(cast, 'spokesperson').refusal(
      grounds.id,
      'publish',
      publication(change),
    );
    expect(refused).toBe(code);
  });

  it('without signatory, or by a way that is not listed, is no input at all', async () => {
    for (const change of [{ signatory: ' ' }, { way: 'comment_section' }]) {
      const answer = await as(cast, 'spokesperson').command(grounds.id, 'publish', {
        ...publication(),
        ...change,
      });
      expect(answer.status).toBe(422);
    }
  });

  it.each<[string, object, RegExp]>([
    ['a registered account', { accountId: null }, /official_voice/],
    ['a way that is listed', { way: 'comments' }, /official_voice/],
    ['a signatory', { signatory: ' ' }, /signatory/],
    ['evidence', { url: null }, /evidence/],
    ['evidence of its own', { url: null, evidenceId: newId() }, /evidence/],
  ])('without %s fails by direct SQL', async (_, change, constraint) => {
    await expect(insertRow('Publication', row(change))).rejects.toThrow(constraint);
  });

  it("through another institution's account fails by direct SQL", async () => {
    const accountId = newId();
    await prisma.officialAccount.create({
      data: {
        id: accountId,
        orgId: at(world.orgs, 'school-a'),
        platform: 'wechat',
        name: '甲小学',
        handle: 'school-a-test',
        verifiedAs: '云岭县甲小学',
      },
    });
    await expect(insertRow('Publication', row({ accountId }))).rejects.toThrow(/account/);
    const refused = as(cast, 'spokesperson').refusal(
      grounds.id,
      'publish',
      publication({ accountId }),
    );
    expect(await refused).toBe('no_official_account');
  });

  it('with all of it is taken', async () => {
    const values = row({ evidenceId: grounds.evidenceId, url: null });
    expect(await wouldTake('Publication', values)).toBe(true);
    await as(cast, 'spokesperson').does(grounds.id, 'publish', {
      ...publication({ accountId: null, url: null }),
      way: 'letter',
      evidenceId: grounds.evidenceId,
    });
  });

  it('a reply without signatory fails by direct SQL', async () => {
    const reply = {
      id: newId(),
      incidentId: grounds.id,
      channel: 'phone',
      kind: 'first',
      signatory: null,
      repliedBy: at(world.people, 'office'),
      repliedAt: new Date().toISOString(),
    };
    await expect(insertRow('Reply', reply)).rejects.toThrow(/signatory/);
  });
});

describe('guard 2: a notice to a platform', () => {
  const notice = (change: object = {}) => ({
    ground: 'personal_data',
    platform: 'weibo',
    url: 'https://weibo.com/1/a',
    legalBasis: '个人信息保护法第四十七条',
    evidenceId: grounds.evidenceId,
    isNoCriticism: true,
    ...change,
  });
  const falsehood = (change: object = {}) =>
    notice({
      ground: 'confirmed_falsehood',
      confirmation: '县公安局决定书〔2026〕12号',
      correctionId: grounds.publicationId,
      ...change,
    });
  const row = (values: object, change: object = {}) => ({
    id: newId(),
    incidentId: grounds.id,
    ...values,
    state: 'approved',
    proposedBy: at(world.people, 'office'),
    proposedAt: new Date().toISOString(),
    approvedBy: at(world.people, 'leader'),
    approvedAt: new Date().toISOString(),
    secondBy: at(world.people, 'deputy'),
    secondAt: new Date().toISOString(),
    ...change,
  });

  it('goes its urgent way over REST, with the countersignature owed within a day', async () => {
    const { id } = grounds;
    await as(cast, 'officer').does(id, 'proposePlatformNotice', notice());
    const noticeId = (await as(cast, 'office').read(id)).platformNotices.at(-1).id;
    expect(await waitingFor('deputy')).toContain('platform_notice');
    await as(cast, 'deputy').does(id, 'approvePlatformNotice', { noticeId });
    expect(await waitingFor('leader')).toContain('notice_countersign');
    expect(await waitingFor('deputy')).not.toContain('notice_countersign');
    await as(cast, 'officer').does(id, 'recordPlatformNotice', { noticeId });
    const owed = (await as(cast, 'office').read(id)).deadlines.find(
      (one: Json) => one.key === 'notice_countersign',
    );
    expect(Date.parse(owed.dueAt) - Date.parse(owed.startedAt)).toBe(24 * 3_600_000);
    await as(cast, 'leader').does(id, 'countersignPlatformNotice', { noticeId });
    const verified = await as(cast, 'auditor').get(`/audit/verify?stream=incident:${id}`);
    expect(verified.body).toMatchObject({ ok: true });
  });

  it.each<[string, object, object, RegExp]>([
    ['a ground that is none', { ground: 'criticism' }, {}, /notice_ground/],
    ['criticism', { isNoCriticism: false }, {}, /notice_is_no_criticism/],
    ['no legal basis', { legalBasis: null }, {}, /legal basis|notice_legal/],
    ['no evidence', { evidenceId: newId() }, {}, /evidence/],
    ['its proposer approving', {}, { approvedBy: 'office' }, /notice_by_another/],
    ['nobody approving', {}, { approvedBy: null }, /notice_approved/],
  ])('with %s fails by direct SQL', async (_, values, people, constraint) => {
    const named = Object.fromEntries(
      Object.entries(people).map(([field, name]) => [field, name && at(world.people, name)]),
    );
    await expect(insertRow('PlatformNotice', row(notice(values), named))).rejects.toThrow(
      constraint,
    );
  });

  it.each<[string, object, object, RegExp]>([
    ['the public correction', { correctionId: null }, {}, /notice_corrected_first/],
    ['a court or authority', { confirmation: null }, {}, /notice_confirmed|no court/],
    ['a second approver', {}, { secondBy: null }, /notice_approved/],
  ])('a falsehood without %s fails by direct SQL', async (_, values, people, constraint) => {
    await expect(insertRow('PlatformNotice', row(falsehood(values), people))).rejects.toThrow(
      constraint,
    );
  });

  it('a falsehood approved twice by one person fails, with two it is taken', async () => {
    const twice = row(falsehood(), { secondBy: at(world.people, 'leader') });
    await expect(insertRow('PlatformNotice', twice)).rejects.toThrow(/notice_by_two/);
    expect(await wouldTake('PlatformNotice', row(falsehood()))).toBe(true);
  });

  it('a falsehood where people only asked fails', async () => {
    const asked = await groundsFor(cast, world, 'inquiry');
    const evidenceId = await attachFile(world, asked.id);
    const values = row(falsehood({ evidenceId }), { incidentId: asked.id });
    await expect(insertRow('PlatformNotice', values)).rejects.toThrow(/criticism|correct/);
  });
});
