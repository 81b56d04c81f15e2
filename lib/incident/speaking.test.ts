import { describe, expect, it } from 'vitest';
import { ACCOUNT, fixedId, local, type World } from '@/tests/support/incident-world';
import { worldAt } from '@/tests/support/story';
import { type CommandInput, commands } from './commands';
import { owedUpdates, releaseChains } from './releases';

function approved(): { world: World; wordingId: string } {
  const world = worldAt('responding');
  const wordingId = world.submitDraft();
  world.approveAs('deputy');
  return { world, wordingId };
}

function release(world: World, input: Partial<CommandInput<'publish'>> = {}): string {
  const wordingId = world.last('wordings').id;
  const url = 'https://weibo.com/1/a';
  const given = { wordingId, accountId: ACCOUNT, signatory: '示范局', url, ...input };
  world.do('spokesperson', 'publish', given);
  return world.last('publications').id;
}

const inHours = (world: World, hours: number) =>
  new Date(Date.parse(world.now) + hours * 3_600_000).toISOString();

describe('releases in stages', () => {
  it('what is still being checked asks for a promised update', () => {
    const { world, wordingId } = approved();
    const input = { wordingId, accountId: ACCOUNT, signatory: '示范局', url: 'https://a.cn/1' };
    const unsure = { ...input, stillChecking: '渗漏原因' };
    expect(world.refusal('spokesperson', 'publish', unsure)).toBe('next_update_needed');
    release(world, { stillChecking: '渗漏原因', nextUpdateAt: inHours(world, 2) });
    expect(world.last('publications')).toMatchObject({ stillChecking: '渗漏原因' });
    expect(world.deadline('next_update')).toMatchObject({ state: 'open', basis: 'update' });
  });

  it('the promise is kept by the release that follows, and by no other', () => {
    const { world } = approved();
    const first = release(world, { nextUpdateAt: inHours(world, 2) });
    release(world.later(30));
    expect(world.deadline('next_update').state).toBe('open');
    expect(owedUpdates(world.current).map((one) => one.id)).toEqual([first]);
    const second = release(world.later(30), { continuesId: first });
    expect(world.deadline('next_update').state).toBe('met');
    const third = release(world.later(30), { continuesId: second });
    const chains = releaseChains(world.current.publications);
    expect(chains.map((chain) => chain.length)).toEqual([3, 1]);
    expect(chains[0]?.map((one) => one.id)).toEqual([first, second, third]);
  });

  it('a correction keeps it too, and an update after its time is late for ever', () => {
    const { world } = approved();
    const first = release(world, { nextUpdateAt: inHours(world, 1) });
    release(world.later(90), { correctsId: first });
    expect(world.deadline('next_update')).toMatchObject({ state: 'late' });
  });

  it('follows up the last release only, never an earlier moment, and nothing of nowhere', () => {
    const { world, wordingId } = approved();
    const first = release(world);
    release(world.later(10), { continuesId: first });
    const input = { wordingId, accountId: ACCOUNT, signatory: '示范局', url: 'https://a.cn/1' };
    const refusal = (change: object) =>
      world.refusal('spokesperson', 'publish', { ...input, ...change });
    expect(refusal({ continuesId: first })).toBe('release_continued');
    expect(refusal({ continuesId: fixedId(7, 7) })).toBe('unknown_target');
    world.later(10);
    const third = release(world);
    const before = new Date(Date.parse(world.now) - 60_000).toISOString();
    for (const link of [{ continuesId: third }, { correctsId: third }]) {
      expect(refusal({ ...link, publishedAt: before })).toBe('before_what_it_follows');
    }
  });

  it('is signed by the institution or a unit its register names', () => {
    const { world, wordingId } = approved();
    const [account] = world.directory.accounts;
    if (!account) throw new Error('no account');
    const shared = { ...account, signingUnit: '示范局、示范小学' };
    world.directory = { ...world.directory, accounts: [shared] };
    const input = { wordingId, accountId: ACCOUNT, url: 'https://a.cn/1' };
    const other = { wordingId, way: 'letter', url: 'https://a.cn/1' } as const;
    for (const signatory of ['热心家长', '示范局、热心家长', '示范', '局']) {
      for (const one of [input, other]) {
        expect(world.refusal('spokesperson', 'publish', { ...one, signatory })).toBe(
          'signatory_not_registered',
        );
      }
    }
    for (const signatory of ['示范局', '示范小学', '示范局、示范小学']) {
      release(world, { signatory });
      expect(world.last('publications')).toMatchObject({ signatory });
    }
    world.directory = { ...world.directory, accounts: [{ ...shared, active: false }] };
    const retired = { ...other, signatory: '示范小学' };
    expect(world.refusal('spokesperson', 'publish', retired)).toBe('signatory_not_registered');
  });

  it.each(['conference', 'parents_meeting'] as const)('%s has a place', (way) => {
    const { world, wordingId } = approved();
    const input = { wordingId, way, signatory: '示范局', url: 'https://a.cn/1' } as const;
    expect(world.refusal('spokesperson', 'publish', input)).toBe('place_needed');
    release(world, { way, accountId: null, place: '一楼会议室', attendees: '六家媒体' });
    expect(world.last('publications')).toMatchObject({
      place: '一楼会议室',
      attendees: '六家媒体',
    });
  });
});

describe('promises to citizens', () => {
  const first = { channel: 'phone', signatory: '示范局' } as const;

  it('a promised call-back is a limit, met when the citizen is reached', () => {
    const world = worldAt('responding');
    const promisedAt = inHours(world, 24);
    const promise = '说明处理结果';
    world.do('officer', 'reply', { ...first, promisedAt, promiseKind: 'call_back', promise });
    const replyId = world.last('replies').id;
    expect(world.deadline('call_back')).toMatchObject({ dueAt: promisedAt, basis: 'promise' });
    const tried = { replyId, result: 'unreachable' } as const;
    expect(world.refusal('officer', 'recordCallBack', tried)).toBe('reason_needed');
    world.later(60).do('officer', 'recordCallBack', { ...tried, note: '两次无人接听' });
    expect(world.deadline('call_back').state).toBe('open');
    const reached = { replyId, result: 'partly', note: '希望加快修复' } as const;
    world.later(60).do('office', 'recordCallBack', reached);
    expect(world.deadline('call_back').state).toBe('met');
    expect(world.last('replies')).toMatchObject({
      callBackTries: 2,
      callBackResult: 'partly',
      calledBackAt: world.now,
    });
    expect(world.refusal('office', 'recordCallBack', reached)).toBe('already_decided');
  });

  it('no publication stands in for a call-back', () => {
    const { world } = approved();
    const promisedAt = inHours(world, 24);
    world.do('officer', 'reply', { ...first, promisedAt, promiseKind: 'call_back' });
    release(world.later(5));
    expect(world.deadline('call_back').state).toBe('open');
  });

  it('a reply says which promise it keeps, by letter or ticket with its number', () => {
    const world = worldAt('responding');
    world.do('officer', 'reply', { ...first, promisedAt: inHours(world, 2) });
    const { id: keepsId } = world.last('replies');
    const ticket = { channel: 'ticket', reference: '12345-20260918-07', keepsId } as const;
    world.later(180).do('officer', 'reply', { ...first, ...ticket });
    expect(world.deadline('promised_answer').state).toBe('late');
    expect(world.last('replies')).toMatchObject({ reference: '12345-20260918-07', keepsId });
  });

  it('is not called back before it was answered', () => {
    const world = worldAt('responding');
    world.do('officer', 'reply', first);
    const { id: replyId } = world.last('replies');
    const early = { replyId, result: 'satisfied', calledAt: local('2026-09-18 10:00') } as const;
    expect(world.refusal('office', 'recordCallBack', early)).toBe('before_what_it_follows');
  });
});

describe('letters of correction', () => {
  const letter = {
    outlet: '晚报',
    wrong: '称路面塌陷致人受伤',
    fact: '无人受伤，现场已围挡',
    demand: 'correct',
    signatory: '示范局',
  } as const;

  it('go out in approved words and wait for their answer', () => {
    const world = worldAt('responding');
    const draft = world.submitDraft('clarification');
    const unapproved = { ...letter, wordingId: draft };
    expect(world.refusal('office', 'sendCorrectionLetter', unapproved)).toBe(
      'wording_not_approved',
    );
    world.approveAs('deputy');
    const replyDueAt = inHours(world, 48);
    world.do('office', 'sendCorrectionLetter', { ...unapproved, replyDueAt });
    expect(world.deadline('correction_reply')).toMatchObject({ dueAt: replyDueAt, state: 'open' });
    const letterId = world.last('correctionLetters').id;
    const answer = { letterId, outcome: 'corrected', answer: '已在当日报纸更正' } as const;
    world.later(60).do('office', 'recordCorrectionReply', answer);
    expect(world.deadline('correction_reply').state).toBe('met');
    expect(world.last('correctionLetters')).toMatchObject({ outcome: 'corrected' });
    expect(world.refusal('office', 'recordCorrectionReply', answer)).toBe('already_decided');
  });

  it('ask for nothing to vanish', () => {
    const { input } = commands.sendCorrectionLetter;
    for (const demand of ['delete', 'remove', 'withdraw', '删稿']) {
      const parsed = input.safeParse({ ...letter, demand, wordingId: fixedId(9, 1) });
      expect(parsed.success).toBe(false);
    }
  });

  it('never carry the internal line', () => {
    const world = worldAt('responding');
    const wordingId = world.submitDraft('internal_line');
    world.approveAs('deputy');
    expect(world.refusal('office', 'sendCorrectionLetter', { ...letter, wordingId })).toBe(
      'internal_line_not_public',
    );
  });
});
