import { describe, expect, it } from 'vitest';
import { attach, confirmed, putOut } from '@/tests/support/guard-worlds';
import type { World } from '@/tests/support/incident-world';
import { worldAt } from '@/tests/support/story';
import { commands } from './commands';
import { NOTICE_ANSWERS, NOTICE_GROUNDS, URGENT_GROUNDS } from './guard-keys';

const notice = (world: World) =>
  ({
    ground: 'personal_data',
    platform: 'weibo',
    url: 'https://weibo.com/1/a',
    legalBasis: '个人信息保护法第四十七条',
    evidenceId: attach(world),
    isNoCriticism: true,
  }) as const;

function falsehood() {
  const world = worldAt('responding');
  confirmed(world, 'falsehood_or_unlawful');
  const correctionId = putOut(world, 'clarification');
  const input = {
    ...notice(world),
    ground: 'confirmed_falsehood',
    confirmation: '县公安局行政处罚决定书〔2026〕12号',
    correctionId,
  } as const;
  return { world, input };
}

describe('guard 2: the notice to a platform', () => {
  it('has four grounds and no answer that says a post is gone', () => {
    expect(NOTICE_GROUNDS).toHaveLength(4);
    expect([...NOTICE_ANSWERS].join()).not.toMatch(/delet|remov|gone/);
    const { input } = commands.proposePlatformNotice;
    const wanted = { ground: 'criticism', platform: 'weibo', legalBasis: '甲' };
    expect(input.safeParse(wanted).success).toBe(false);
  });

  it('is refused without the statement that it is no criticism', () => {
    const world = worldAt('detected');
    const input = { ...notice(world), isNoCriticism: false };
    expect(world.refusal('office', 'proposePlatformNotice', input)).toBe(
      'notice_concerns_criticism',
    );
  });

  it('is refused without attached evidence and without legal basis', () => {
    const world = worldAt('detected');
    const input = { ...notice(world), evidenceId: null };
    expect(world.refusal('office', 'proposePlatformNotice', input)).toBe('evidence_needed');
    const { input: schema } = commands.proposePlatformNotice;
    expect(schema.safeParse({ ...notice(world), legalBasis: ' ' }).success).toBe(false);
  });

  it.each(URGENT_GROUNDS)('%s: one approver at once, countersigned within 24 hours', (ground) => {
    const world = worldAt('detected');
    world.do('officer', 'proposePlatformNotice', { ...notice(world), ground });
    const noticeId = world.last('platformNotices').id;
    expect(world.refusal('officer', 'recordPlatformNotice', { noticeId })).toBe(
      'notice_not_approved',
    );
    const approvedAt = world.now;
    world.do('deputy', 'approvePlatformNotice', { noticeId });
    const owed = world.deadline('notice_countersign');
    expect(Date.parse(owed.dueAt ?? '') - Date.parse(approvedAt)).toBe(24 * 3_600_000);
    world.later(5).do('officer', 'recordPlatformNotice', { noticeId, reference: 'W1' });
    expect(world.refusal('deputy', 'countersignPlatformNotice', { noticeId })).toBe(
      'proposer_may_not_confirm',
    );
    world.later(60).do('leader', 'countersignPlatformNotice', { noticeId });
    expect(world.deadline('notice_countersign').state).toBe('met');
    world.do('officer', 'recordNoticeAnswer', { noticeId, answerKind: 'accepted' });
    expect(world.last('platformNotices')).toMatchObject({ state: 'answered', correctionId: null });
  });

  it('a countersignature that comes late is late for ever', () => {
    const world = worldAt('detected');
    world.do('officer', 'proposePlatformNotice', notice(world));
    const noticeId = world.last('platformNotices').id;
    world.do('leader', 'approvePlatformNotice', { noticeId });
    world.later(25 * 60).sweep();
    expect(world.deadline('notice_countersign').state).toBe('breached');
    world.do('deputy', 'countersignPlatformNotice', { noticeId });
    expect(world.deadline('notice_countersign').state).toBe('late');
  });

  it('a falsehood: two approvers, after the public correction', () => {
    const { world, input } = falsehood();
    world.do('office', 'proposePlatformNotice', input);
    const noticeId = world.last('platformNotices').id;
    world.do('deputy', 'approvePlatformNotice', { noticeId });
    expect(world.refusal('office', 'recordPlatformNotice', { noticeId })).toBe(
      'notice_not_approved',
    );
    expect(world.refusal('deputy', 'approvePlatformNotice', { noticeId })).toBe(
      'already_approved_step',
    );
    world.do('leader', 'approvePlatformNotice', { noticeId });
    world.do('office', 'recordPlatformNotice', { noticeId });
    expect(world.last('platformNotices').state).toBe('sent');
    expect(world.current.deadlines.some((one) => one.key === 'notice_countersign')).toBe(false);
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['a court or authority', 'confirmation_needed', { confirmation: null }],
    ['the public correction', 'clarification_needed', { correctionId: null }],
  ])('a falsehood without %s is refused', (_, code, change) => {
    const { world, input } = falsehood();
    expect(world.refusal('office', 'proposePlatformNotice', { ...input, ...change })).toBe(code);
  });

  it('what people ask or propose is criticism, never a falsehood', () => {
    const { world, input } = falsehood();
    world.do('office', 'categorise', { category: 'inquiry', reason: '部分属实' });
    expect(world.refusal('office', 'proposePlatformNotice', input)).toBe(
      'notice_concerns_criticism',
    );
  });

  it('a falsehood ends where the category changes on the way', () => {
    const { world, input } = falsehood();
    world.do('office', 'proposePlatformNotice', input);
    const noticeId = world.last('platformNotices').id;
    const toInquiry = { category: 'inquiry', reason: '部分属实' };
    world.do('deputy', 'approvePlatformNotice', { noticeId });
    world.do('office', 'categorise', toInquiry);
    expect(world.refusal('leader', 'approvePlatformNotice', { noticeId })).toBe(
      'notice_concerns_criticism',
    );
    confirmed(world, 'falsehood_or_unlawful');
    world.do('leader', 'approvePlatformNotice', { noticeId });
    world.do('office', 'categorise', toInquiry);
    expect(world.refusal('office', 'recordPlatformNotice', { noticeId })).toBe(
      'notice_concerns_criticism',
    );
  });

  it('the proposer never approves; a refusal keeps its reason', () => {
    const world = worldAt('detected');
    world.do('officer', 'proposePlatformNotice', notice(world));
    const noticeId = world.last('platformNotices').id;
    expect(world.refusal('officer', 'approvePlatformNotice', { noticeId })).toBe(
      'proposer_may_not_confirm',
    );
    world.do('leader', 'refusePlatformNotice', { noticeId, reason: '不构成泄露' });
    expect(world.last('platformNotices')).toMatchObject({
      state: 'refused',
      refuseReason: '不构成泄露',
    });
  });
});

describe('guard 2: 劝删 in free text is flagged to the auditor', () => {
  it.each([
    ['note', { content: '请联系发帖人删除视频' }],
    ['recordMeasure', { content: '已安排尽快删帖' }],
  ] as const)('in %s', (type, input) => {
    const world = worldAt('responding');
    const types = world.do('office', type, input);
    expect(types.at(-1)).toBe('text.flagged');
    const flag = world.last('textFlags');
    const line = world.events.find((one) => one.seq === flag.ofSeq);
    expect(line?.type).toBe(flag.ofType);
    expect(flag).toMatchObject({ kind: 'removal', field: 'content' });
  });

  it('in an assignment, its points too, and in feedback', () => {
    const world = worldAt('graded');
    world.do('office', 'assign', {
      unitId: '00000002-0000-4000-8000-000000000001',
      requirement: '核实',
      points: ['是否塌陷', '督促尽快删除相关帖文'],
    });
    expect(world.last('textFlags')).toMatchObject({ field: 'points', ofType: 'assignment.issued' });
    world.do('handler', 'feedBack', {
      assignmentId: world.last('assignments').id,
      finding: 'true',
      answers: [
        { point: 0, finding: 'true', said: '属实' },
        { point: 1, finding: 'true', said: '原帖已删帖' },
      ],
    });
    expect(world.last('textFlags')).toMatchObject({
      field: 'answers',
      ofType: 'assignment.fed_back',
    });
  });

  it('but not in what citizens wrote, nor in the notice itself', () => {
    const world = worldAt('detected');
    world.do('officer', 'linkMention', { text: '学校让家长删帖，要求家长删除视频' });
    world.do('officer', 'proposePlatformNotice', notice(world));
    expect(world.current.textFlags).toEqual([]);
  });
});

describe('guard 7: classified material is not taken in', () => {
  it.each([
    ['note', { content: '机密★1年' }],
    ['linkMention', { text: '秘密★6个月 通知' }],
    ['sendReport', { content: '绝密★长期' }],
  ] as const)('%s', (type, input) => {
    const world = worldAt('detected');
    const before = world.events.length;
    expect(world.refusal('officer', type, input)).toBe('classification_mark');
    expect(world.events).toHaveLength(before);
  });
});
