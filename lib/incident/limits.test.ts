import { describe, expect, it } from 'vitest';
import { ACCOUNT, local, personId, ROADS, World } from '@/tests/support/incident-world';
import { worldAt } from '@/tests/support/story';
import { missingForClosing } from './stages';

/** An incident discovered and logged at a local time. */
function logged(at: string, input: object = {}, world = new World()): World {
  world.do('officer', 'log', { title: '甲', category: 'inquiry', ...input }, at);
  return world;
}

describe('extension', () => {
  const world = logged('2026-09-18 10:00');
  const extend = (key: string, due: string) =>
    ({ deadlineId: world.deadline(key).id, dueAt: local(due), reason: '需第三方检测' }) as const;

  it.each([
    ['beyond the hard maximum', 'formal_answer', '2026-10-09 17:31', 'extension_beyond_maximum'],
    ['to an earlier time', 'formal_answer', '2026-09-24 17:29', 'extension_not_later'],
    [
      'of what the plan does not extend',
      'report_up',
      '2026-09-18 15:00',
      'extension_beyond_maximum',
    ],
    ['of the maximum itself', 'final_answer_max', '2026-10-12 17:30', 'extension_beyond_maximum'],
  ])('%s is refused', (_, key, due, code) => {
    expect(world.refusal('deputy', 'extendDeadline', extend(key, due))).toBe(code);
  });

  it('up to the maximum is granted with its reason, the first due time stays visible', () => {
    world.do('deputy', 'extendDeadline', extend('formal_answer', '2026-10-09 17:30'));
    expect(world.deadline('formal_answer')).toMatchObject({
      originalDueAt: local('2026-09-24 17:30'),
      extendedBy: personId('deputy'),
      extendReason: '需第三方检测',
      state: 'open',
    });
  });

  it('does not unmake a due time that had passed', () => {
    const late = logged('2026-09-18 10:00').at('2026-09-25 09:00');
    const { id: deadlineId } = late.deadline('formal_answer');
    const dueAt = local('2026-10-09 17:30');
    late.do('deputy', 'extendDeadline', { deadlineId, dueAt, reason: '检测' });
    expect(late.deadline('formal_answer')).toMatchObject({
      state: 'breached',
      breachedAt: local('2026-09-24 17:30'),
    });
  });
});

describe('agreed limits', () => {
  it('a promise is kept by a later formal answer, not by the reply that makes it', () => {
    const world = logged('2026-03-06 10:00');
    const promise = { accountId: ACCOUNT, signatory: '局', promisedAt: local('2026-03-09 12:00') };
    world.do('officer', 'reply', promise);
    expect(world.dueOf('promised_answer')).toBe('2026-03-09 12:00');
    const wordingId = world.later(60).submitDraft('reply');
    world.approveAs('leader', 'deputy', 'member');
    world.do('office', 'reply', { kind: 'formal', channel: 'phone', signatory: '局', wordingId });
    expect(world.deadline('promised_answer').state).toBe('met');
    expect(world.deadline('formal_answer').state).toBe('met');
  });

  it('an assignment’s date is met by that unit’s feedback', () => {
    const world = worldAt('graded');
    const dueAt = new Date(Date.parse(world.now) + 3_600_000).toISOString();
    world.do('office', 'assign', { unitId: ROADS, requirement: '核实', dueAt });
    expect(world.deadline('assignment_feedback')).toMatchObject({ ownerUnitId: ROADS, dueAt });
    const assignmentId = world.last('assignments').id;
    const feedback = { finding: 'untrue' as const, course: '无', signedByPrincipal: '科长' };
    world.later(61).do('handler', 'feedBack', { assignmentId, ...feedback });
    expect(world.deadline('assignment_feedback').state).toBe('late');
  });

  it('a feedback sent back is owed again by the same date', () => {
    const world = worldAt('graded');
    const dueAt = new Date(Date.parse(world.now) + 3_600_000).toISOString();
    world.do('office', 'assign', { unitId: ROADS, requirement: '核实', dueAt });
    const assignmentId = world.last('assignments').id;
    const feedback = { finding: 'untrue' as const, course: '无', signedByPrincipal: '科长' };
    world.later(10).do('handler', 'feedBack', { assignmentId, ...feedback });
    expect(world.deadline('assignment_feedback').state).toBe('met');
    world.later(10).do('office', 'returnFeedback', { assignmentId, reason: '未答第二点' });
    expect(world.deadline('assignment_feedback')).toMatchObject({ state: 'open', dueAt });
    world.later(10).do('handler', 'feedBack', { assignmentId, ...feedback });
    expect(world.current.deadlines.filter((one) => one.basis === 'assignment')).toMatchObject([
      { state: 'met' },
      { state: 'met' },
    ]);
  });

  it('a decision not to publish lapses, and is looked at again', () => {
    const world = worldAt('following');
    const expiresAt = new Date(Date.parse(world.now) + 7_200_000).toISOString();
    const proposal = { reason: 'under_investigation', explanation: '调查中', expiresAt } as const;
    world.do('office', 'proposeNonPublication', proposal);
    const nonPublicationId = world.last('nonPublications').id;
    world.do('leader', 'approveNonPublication', { nonPublicationId });
    expect(world.deadline('non_publication_review')).toMatchObject({
      state: 'open',
      dueAt: expiresAt,
    });
    expect(missingForClosing(world.current, world.plan)).not.toContain('obligations_met');
    world.later(121).sweep();
    expect(missingForClosing(world.current, world.plan)).toContain('obligations_met');
    const wordingId = world.submitDraft();
    world.approveAs('deputy');
    world.do('spokesperson', 'publish', {
      wordingId,
      accountId: ACCOUNT,
      signatory: '示范局',
      url: 'https://a.cn/1',
    });
    expect(world.deadline('non_publication_review').state).toBe('late');
  });

  it('a publication names its next update, which the one that follows it meets', () => {
    const world = worldAt('responding');
    const wordingId = world.submitDraft();
    world.approveAs('deputy');
    const input = { wordingId, accountId: ACCOUNT, signatory: '示范局', url: 'https://a.cn/1' };
    const nextUpdateAt = new Date(Date.parse(world.now) + 7_200_000).toISOString();
    world.do('spokesperson', 'publish', { ...input, nextUpdateAt });
    expect(world.deadline('next_update')).toMatchObject({ state: 'open', dueAt: nextUpdateAt });
    const continuesId = world.last('publications').id;
    world.later(60).do('spokesperson', 'publish', { ...input, continuesId });
    expect(world.deadline('next_update').state).toBe('met');
  });

  it('a report that names its next one is followed by it', () => {
    const world = logged('2026-03-06 10:00');
    const nextReportAt = local('2026-03-06 16:00');
    world.do('officer', 'sendReport', { content: '首报', nextReportAt });
    expect(world.deadline('report_next')).toMatchObject({ state: 'open', dueAt: nextReportAt });
    const update = { kind: 'update', content: '续报', newRisks: '或有聚集' } as const;
    world.at('2026-03-06 15:00').do('officer', 'sendReport', update);
    expect(world.deadline('report_next').state).toBe('met');
  });

  it('worsening is owed a report, at once and without an invented figure', () => {
    const world = worldAt('responding');
    world.do('office', 'assess', { facts: '省级媒体跟进', worsened: true });
    world.later(5).do('office', 'assess', { facts: '又升温', worsened: true });
    expect(world.current.deadlines.filter((one) => one.key === 'report_worsening')).toHaveLength(1);
    expect(world.deadline('report_worsening')).toMatchObject({ dueAt: null, state: 'open' });
    const update = { kind: 'update', content: '续报', newRisks: '跨省传播' } as const;
    world.later(5).do('officer', 'sendReport', update);
    expect(world.deadline('report_worsening').state).toBe('met');
  });

  it.each<[string, object]>([
    ['deaths', { deaths: 1 }],
    ['people injured', { injured: 3 }],
    ['national media', { mediaTier: 'national' }],
  ])('%s above the last assessment are owed a report, ticked or not', (_, gradingFacts) => {
    const world = worldAt('responding');
    world.do('office', 'assess', {
      facts: '初步',
      gradingFacts: { mediaTier: 'local' },
    });
    expect(world.current.deadlines.some((one) => one.key === 'report_worsening')).toBe(false);
    world.later(5).do('office', 'assess', { facts: '再研判', gradingFacts });
    expect(world.deadline('report_worsening')).toMatchObject({ dueAt: null, state: 'open' });
    expect(world.last('assessments').worsened).toBe(true);
  });

  it('a first assessment is above none', () => {
    const world = worldAt('detected');
    world.do('office', 'assess', { facts: '一人受伤', gradingFacts: { injured: 1 } });
    expect(world.last('assessments').worsened).toBe(false);
  });

  it('of counts that grew a person decides', () => {
    const world = worldAt('responding');
    for (const reposts of [10, 5000]) {
      world.later(5).do('office', 'assess', { facts: '研判', gradingFacts: { reposts } });
    }
    expect(world.current.deadlines.some((one) => one.key === 'report_worsening')).toBe(false);
  });

  const CALL = { outlet: '日报', question: '属实吗' };
  const ORDER = { source: 'superior', issuer: '县府办', content: '请办' };
  const REPORT = { target: 'leader', content: '报告' };
  const REPLY = { channel: 'phone', signatory: '示范局' };
  /** What is entered, and its fields for the act itself and for the moment named in it. */
  const entered: [string, string, object, string, string][] = [
    ['media_answer', 'recordMediaEnquiry', CALL, 'receivedAt', 'pressDeadlineAt'],
    ['report_next', 'sendReport', REPORT, 'sentAt', 'nextReportAt'],
    ['promised_answer', 'reply', REPLY, 'repliedAt', 'promisedAt'],
    ['instruction_reply', 'recordInstruction', ORDER, 'receivedAt', 'dueAt'],
  ];
  it.each(entered)('%s that has passed already is late, and not left out', (...row) => {
    const [key, type, rest, act, named] = row;
    const world = worldAt('responding');
    const at = world.now;
    const later = new Date(Date.parse(at) + 3_600_000).toISOString();
    world.later(120);
    const enter = (actAt: string, namedAt: string) =>
      world.refusal('office', type as 'note', { ...rest, [act]: actAt, [named]: namedAt } as never);
    expect(enter(later, at)).toBe('extension_not_later');
    expect(enter(at, later)).toBe(null);
    expect(world.deadline(key)).toMatchObject({ dueAt: later });
    expect(world.deadline(key).state).not.toBe('met');
  });

  it('the press has its own', () => {
    const world = worldAt('responding');
    const pressDeadlineAt = new Date(Date.parse(world.now) + 7_200_000).toISOString();
    world.do('office', 'recordMediaEnquiry', {
      outlet: '日报',
      question: '属实吗',
      pressDeadlineAt,
    });
    const enquiryId = world.last('mediaEnquiries').id;
    const wordingId = world.submitDraft('press_answer');
    const answer = { enquiryId, wordingId };
    expect(world.refusal('spokesperson', 'answerMediaEnquiry', answer)).toBe(
      'wording_not_approved',
    );
    world.approveAs('deputy');
    world.do('spokesperson', 'answerMediaEnquiry', answer);
    expect(world.deadline('media_answer').state).toBe('met');
  });
});

describe('closing and what is owed', () => {
  const unreported = () => {
    const world = worldAt('responding');
    world.do('leader', 'regrade', {
      grade: 'serious',
      scales: { sensitivity: 'especially_sensitive' },
      reason: '升级',
    });
    return world;
  };

  it('an unsent report is not explained away', () => {
    const world = unreported();
    const { id: deadlineId } = world.deadline('report_up_especially');
    const input = { deadlineId, reason: '忙' };
    expect(world.refusal('office', 'explainDeadline', input)).toBe('closing_incomplete');
  });

  it('another obligation may be explained, and stays missed', () => {
    const world = worldAt('reviewing');
    const dueAt = local('2026-09-21 12:00');
    world.do('office', 'assign', { unitId: ROADS, requirement: '补充材料', dueAt });
    world.at('2026-09-21 13:00').do('office', 'writeReview', {
      course: '经过',
      timeliness: '迟',
      causes: ['process'],
      effect: '平',
      lessons: '改',
    });
    const { id: reviewId, contentHash } = world.last('reviews');
    world.do('leader', 'approveReview', { reviewId, contentHash });
    world.do('office', 'confirmResolved', {});
    expect(world.refusal('leader', 'close', {})).toBe('closing_incomplete');
    const { id: deadlineId } = world.deadline('assignment_feedback');
    world.do('office', 'explainDeadline', { deadlineId, reason: '单位已撤并' });
    world.do('leader', 'close', {});
    expect(world.deadline('assignment_feedback')).toMatchObject({
      state: 'cancelled',
      breachedAt: dueAt,
      explainedReason: '单位已撤并',
    });
  });
});
