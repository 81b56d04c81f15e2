import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/platform/ids';
import { at, type DemoWorld } from '@/prisma/seed/builders/institution';
import type { Json } from '../support/api-client';
import { withApprovedText } from '../support/approved-text';
import { expectOfficialLayout, paragraphsOf } from '../support/docx-checks';
import { insertRow, wouldTake } from '../support/guard-rest';
import { as, type Cast } from '../support/rest-story';

let world: DemoWorld;
let cast: Cast;
let id: string;
let text: { wordingId: string; contentHash: string };
let approved: Json;

withApprovedText((made) => {
  ({ world, cast, id, text, approved } = made);
});

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const publication = (change: object = {}) => ({
  wordingId: text.wordingId,
  accountId: at(world.accounts, 'yunling-edu'),
  signatory: '云岭县教育局',
  url: 'https://weibo.example/1',
  ...change,
});
const row = (change: object = {}) => ({
  id: newId(),
  incidentId: id,
  way: 'account',
  approvalRunId: approved.approval.id,
  contentHash: text.contentHash,
  publishedBy: at(world.people, 'office'),
  publishedAt: new Date().toISOString(),
  ...publication(),
  ...change,
});
const read = () => as(cast, 'office').read(id);
const limit = async (key: string) =>
  (await read()).deadlines.findLast((one: Json) => one.key === key);
const verified = async () => {
  const { body } = await as(cast, 'auditor').get(`/audit/verify?stream=incident:${id}`);
  return body;
};

describe('releases in stages, over REST', () => {
  it('promise an update, which the release that follows keeps; a correction shows at both ends', async () => {
    const speaker = as(cast, 'spokesperson');
    const unsure = { stillChecking: '渗漏原因' };
    expect(await speaker.refusal(id, 'publish', publication(unsure))).toBe('next_update_needed');
    await speaker.does(id, 'publish', publication({ ...unsure, nextUpdateAt: inHours(2) }));
    const first = (await read()).publications.at(-1);
    expect(first).toMatchObject({ stillChecking: '渗漏原因', continuesId: null });
    expect(await limit('next_update')).toMatchObject({ status: 'open' });
    await speaker.does(id, 'publish', publication({ continuesId: first.id }));
    expect((await limit('next_update')).status).toBe('met');
    const again = publication({ continuesId: first.id });
    expect(await speaker.refusal(id, 'publish', again)).toBe('release_continued');
    await speaker.does(id, 'publish', publication({ correctsId: first.id }));
    const { publications } = await read();
    expect(publications.map((one: Json) => [one.continuesId, one.correctsId])).toEqual([
      [null, null],
      [first.id, null],
      [null, first.id],
    ]);
    expect(await verified()).toMatchObject({ ok: true });
  });

  it('a conference has its place, and people who were there', async () => {
    const meeting = publication({ way: 'conference', accountId: null });
    const speaker = as(cast, 'spokesperson');
    expect(await speaker.refusal(id, 'publish', meeting)).toBe('place_needed');
    const held = { place: '县政务中心发布厅', attendees: '六家媒体' };
    await speaker.does(id, 'publish', { ...meeting, ...held });
    expect((await read()).publications.at(-1)).toMatchObject(held);
  });
});

describe('releases in stages, by direct SQL', () => {
  it.each<[string, () => object, RegExp]>([
    ['something unsure and no promise', () => ({ stillChecking: '原因' }), /publication_promises/],
    ['a follow-up of nothing', () => ({ continuesId: newId() }), /publication_continues/],
    ['a correction of nothing', () => ({ correctsId: newId() }), /publication_corrects/],
    [
      'a conference without a place',
      () => ({ way: 'conference', accountId: null }),
      /without a place|publication_place/,
    ],
  ])('%s fails', async (_, change, constraint) => {
    await expect(insertRow('Publication', row(change()))).rejects.toThrow(constraint);
  });

  it('a second follow-up, or one before what it follows, fails', async () => {
    const [first, second] = (await read()).publications;
    const twice = row({ continuesId: first.id });
    await expect(insertRow('Publication', twice)).rejects.toThrow(/continued_once|23505/);
    const before = new Date(Date.parse(second.publishedAt) - 60_000).toISOString();
    const early = row({ continuesId: second.id, publishedAt: before });
    await expect(insertRow('Publication', early)).rejects.toThrow(/before what it follows/);
    expect(await wouldTake('Publication', row({ continuesId: second.id }))).toBe(true);
  });
});

describe('promises to citizens', () => {
  it('a promised call-back is owed until the citizen was reached', async () => {
    const officer = as(cast, 'officer');
    const promise = { promisedAt: inHours(24), promiseKind: 'call_back', promise: '告知处理结果' };
    const ticket = { channel: 'ticket', reference: '12345-0918-07', signatory: '云岭县教育局' };
    await officer.does(id, 'reply', { ...ticket, ...promise });
    const reply = (await read()).replies.at(-1);
    expect(reply).toMatchObject({ ...ticket, promiseKind: 'call_back', promise: '告知处理结果' });
    expect(await limit('call_back')).toMatchObject({ status: 'open' });
    const tried = { replyId: reply.id, result: 'unreachable' };
    expect(await officer.refusal(id, 'recordCallBack', tried)).toBe('reason_needed');
    await officer.does(id, 'recordCallBack', { ...tried, note: '电话两次无人接听' });
    expect((await limit('call_back')).status).toBe('open');
    await officer.does(id, 'recordCallBack', { replyId: reply.id, result: 'satisfied' });
    expect((await limit('call_back')).status).toBe('met');
    expect(await verified()).toMatchObject({ ok: true });
  });
});

describe('a letter of correction', () => {
  const letter = (change: object = {}) => ({
    outlet: '晚报',
    wrong: '称有人受伤',
    fact: '无人受伤',
    demand: 'correct',
    wordingId: text.wordingId,
    signatory: '云岭县教育局',
    ...change,
  });
  const letterRow = (change: object = {}) => ({
    id: newId(),
    incidentId: id,
    approvalRunId: approved.approval.id,
    contentHash: text.contentHash,
    sentBy: at(world.people, 'office'),
    sentAt: new Date().toISOString(),
    ...letter(),
    ...change,
  });

  it('waits for the answer of the medium', async () => {
    const office = as(cast, 'office');
    await office.does(id, 'sendCorrectionLetter', letter({ replyDueAt: inHours(48) }));
    expect(await limit('correction_reply')).toMatchObject({ status: 'open' });
    const { correctionLetters } = await read();
    const file = await office.file(
      `/incidents/${id}/export?format=docx&kind=correction_letter&ref=${correctionLetters.at(-1).id}`,
    );
    expect(paragraphsOf(expectOfficialLayout(file.content))).toContain('关于商请更正有关报道的函');
    const answer = { letterId: correctionLetters.at(-1).id, outcome: 'response_published' };
    await as(cast, 'officer').does(id, 'recordCorrectionReply', answer);
    expect((await limit('correction_reply')).status).toBe('met');
    expect(await verified()).toMatchObject({ ok: true });
  });

  it.each<[string, object, RegExp]>([
    ['that asks for a report to vanish', { demand: 'delete' }, /letter_demand/],
    ['without the fact', { fact: ' ' }, /what is so/],
    ['without signatory', { signatory: null }, /signatory/],
    ['in words nobody approved', { contentHash: 'b'.repeat(64) }, /approved/],
  ])('%s fails by direct SQL', async (_, change, constraint) => {
    await expect(insertRow('CorrectionLetter', letterRow(change))).rejects.toThrow(constraint);
  });
});
