import { describe, expect, it } from 'vitest';
import { ROADS, WATER, World } from '@/tests/support/incident-world';
import {
  answer,
  approveReview,
  CALM,
  POINTS,
  REVIEW,
  verify,
  worldAt,
} from '@/tests/support/story';
import { CATEGORIES } from './keys';
import { missingForNext } from './stages';

describe('an ordinary life reaches each stage by its facts, never earlier', () => {
  const world = new World();
  const stage = () => world.incident.stage;
  const missing = () => missingForNext(world.current, world.plan);

  it('is detected when it is logged', () => {
    world.do('officer', 'log', { title: '路面塌陷', category: 'inquiry' }, '2026-09-18 10:00');
    expect(stage()).toBe('detected');
    expect(missing()).toEqual(['initial_report']);
  });

  it('is not reported by an oral report to the own leader', () => {
    world.do('officer', 'sendReport', { medium: 'oral', target: 'leader', content: '电话' });
    expect(stage()).toBe('detected');
    expect(missing()).toEqual(['report_up']);
  });

  it('is reported when the report the plan asks for has gone up', () => {
    world.do('officer', 'sendReport', { content: '首报' }, '2026-09-18 10:30');
    expect(stage()).toBe('reported');
    expect(missing()).toEqual(['grade_decided']);
    expect(world.incident.reportedUpAt).toBe(world.now);
  });

  it('is not graded by an assessment or a proposal', () => {
    world.do('office', 'present', {
      assessment: {
        facts: '属实',
        gradingFacts: { crossRegion: false, imageImpact: 'small', reposts: 3, mediaTier: 'none' },
        proposedGrade: '一般',
      },
      activation: { leadUnitId: ROADS, offlineOwner: '王工', onlineOwner: '李敏' },
    });
    expect(stage()).toBe('reported');
    expect(world.incident.suggestedGrade).toBe('ordinary');
  });

  it('runs through graded to responding when the plan was activated before the grade', () => {
    world.do('deputy', 'decideGrade', { grade: '一般' }, '2026-09-18 11:00');
    expect(stage()).toBe('responding');
    expect(world.incident.stageTimes).toMatchObject({ graded: world.now, responding: world.now });
    expect(missing()).toEqual(['facts_verified', 'public_answer']);
  });

  it('is not followed by a first reply or by a feedback alone', () => {
    world.do('officer', 'reply', { channel: 'phone', signatory: '示范局' }, '2026-09-18 11:10');
    verify(world);
    expect(stage()).toBe('responding');
    expect(missing()).toEqual(['public_answer']);
  });

  it('is followed once the public was answered', () => {
    answer(world);
    expect(stage()).toBe('following');
    expect(missing()).toEqual(['calm_confirmed']);
  });

  it('is not calm before the counts were flat over the watch window', () => {
    world.do('office', 'recordSample', { reposts: 40 }, '2026-09-18 18:00');
    world.at('2026-09-19 09:00').do('office', 'recordSample', { reposts: 40 });
    expect(world.refusal('office', 'confirmCalm', CALM)).toBe('calm_test_open');
    world.at('2026-09-19 18:00').do('office', 'recordSample', { reposts: 40 });
    world.do('office', 'confirmCalm', CALM);
    expect(stage()).toBe('reviewing');
  });

  it('is closed when reviewed, resolved and everything owed is done', () => {
    expect(world.refusal('leader', 'close', {})).toBe('closing_incomplete');
    world.do('office', 'writeReview', REVIEW);
    expect(world.refusal('office', 'approveReview', reviewOf(world))).toBe(
      'drafter_may_not_approve',
    );
    approveReview(world);
    world.do('office', 'addCorrectiveAction', { content: '换管', owner: '王工', unitId: ROADS });
    expect(missing()).toEqual(['matter_resolved']);
    world.do('office', 'confirmResolved', { note: '已修复' });
    expect(missing()).toEqual(['closing_decision']);
    expect(stage()).toBe('reviewing');
    world.do('leader', 'close', {});
    expect(stage()).toBe('closed');
    expect(world.incident).toMatchObject({ nextDueAt: null, overdueCount: 0 });
  });

  it('still takes what remains to be done, and is archived', () => {
    const { id: actionId } = world.last('correctiveActions');
    world.do('office', 'completeCorrectiveAction', { actionId, note: '已换' });
    world.do('office', 'archive', {});
    expect(stage()).toBe('archived');
    expect(world.refusal('office', 'assess', { facts: '再' })).toBe('incident_ended');
  });
});

const reviewOf = (world: World) => {
  const { id: reviewId, contentHash } = world.last('reviews');
  return { reviewId, contentHash };
};

describe('a serious life', () => {
  it.each(POINTS)('reaches %s', (point) => {
    expect(worldAt(point, 'serious').incident.stage).toBe(point);
  });
});

describe('nothing urgent waits for a stage', () => {
  it.each([...POINTS, 'archived', 'dismissed'] as const)(
    'the matter is reported in %s',
    (point) => {
      const world = worldAt(point);
      const events = world.do('officer', 'reportMatter', {
        authority: 'rescue_120',
        content: '有人受伤',
      });
      expect(events).toContain('matter.reported');
    },
  );

  it.each([...CATEGORIES, null])('the matter is reported in category %s', (category) => {
    const world = new World();
    world.do('officer', 'log', { title: '甲', category });
    world.do('handler', 'reportMatter', { authority: 'child_protection', content: '孩子受伤' });
    expect(world.refusal('handler', 'countersignMatter', matter(world))).toBe(
      'proposer_may_not_confirm',
    );
    world.do('deputy', 'countersignMatter', matter(world));
    expect(world.last('matterReports').countersignedAt).toBe(world.now);
  });

  it('a citizen is answered, and a report sent, before any grade', () => {
    const world = worldAt('detected');
    world.do('officer', 'reply', { channel: 'phone', signatory: '示范局' });
    world.do('office', 'recordMeasure', { content: '设围挡' });
    world.do('office', 'assign', { unitId: ROADS, requirement: '先到现场' });
    expect(world.incident.stage).toBe('detected');
    expect(world.deadline('first_response').state).toBe('met');
  });

  it('an answer approved before the grade goes through the strictest chain', () => {
    const world = worldAt('detected');
    const wordingId = world.submitDraft();
    expect(world.refusal('deputy', 'approve', approvalOf(world))).toBe('not_your_step');
    world.approveAs('leader', 'deputy', 'deputy2');
    world.do('office', 'publish', {
      wordingId,
      way: 'letter',
      signatory: '示范局',
      url: 'https://a.cn/1',
    });
    expect(world.deadline('first_publication').state).toBe('met');
  });
});

const matter = (world: World) => ({ matterReportId: world.last('matterReports').id });
const approvalOf = (world: World) => ({
  wordingId: world.last('wordings').id,
  contentHash: world.hashOf(world.last('wordings')),
});

describe('one lead unit, always', () => {
  it('a second unit helps but does not lead', () => {
    const world = worldAt('responding');
    expect(world.refusal('office', 'assign', { unitId: WATER, requirement: '核实' })).toBe(
      'one_lead_unit',
    );
    world.do('office', 'assign', { unitId: WATER, requirement: '协办', isLead: false });
    const assignmentId = world.last('assignments').id;
    expect(world.refusal('handler', 'acceptAssignment', { assignmentId })).toBe('not_your_unit');
  });

  it('a helper’s finding does not stand for the lead unit’s', () => {
    const world = worldAt('following');
    world.do('leader', 'reopen', { reason: '反弹' });
    world.do('office', 'assign', { unitId: WATER, requirement: '协办', isLead: false });
    const assignmentId = world.last('assignments').id;
    const feedback = { finding: 'true' as const, course: '经过', signedByPrincipal: '科长' };
    world.do('handler2', 'feedBack', { assignmentId, ...feedback });
    expect(missingForNext(world.current, world.plan)).toContain('facts_verified');
  });

  it('a feedback sent back is no finding', () => {
    const world = worldAt('responding');
    verify(world);
    const assignmentId = world.last('assignments').id;
    world.do('office', 'returnFeedback', { assignmentId, reason: '未答第二点' });
    expect(missingForNext(world.current, world.plan)).toContain('facts_verified');
    world.do('office', 'urge', { assignmentId });
    expect(world.last('assignments')).toMatchObject({
      state: 'returned',
      urgedCount: 1,
      finding: null,
    });
  });
});

describe('dismissal and reopening', () => {
  it('is dismissed by two, with every limit let go and nothing lost', () => {
    const world = worldAt('detected');
    world.do('office', 'dismiss', { reason: 'other_place', note: '外地' });
    expect(world.incident.stage).toBe('detected');
    expect(world.refusal('office', 'confirmDismissal', {})).toBe('proposer_may_not_confirm');
    world.do('leader', 'confirmDismissal', {});
    expect(world.incident.stage).toBe('dismissed');
    expect(world.current.deadlines.map((one) => one.state)).toEqual(
      world.current.deadlines.map(() => 'cancelled'),
    );
    expect(world.refusal('office', 'assess', { facts: '又' })).toBe('incident_ended');
    expect(world.refusal('leader', 'reopen', { reason: '又' })).toBe('wrong_stage');
  });

  it('a dismissal does not hide that a limit had passed unseen', () => {
    const world = worldAt('detected');
    world.later(5 * 60).do('office', 'dismiss', { reason: 'other_place', note: '外地' });
    world.do('leader', 'confirmDismissal', {});
    expect(world.deadline('report_up').breachedAt).toBe(world.deadline('report_up').dueAt);
  });

  it('a refused dismissal leaves the incident as it was and may be proposed again', () => {
    const world = worldAt('reported');
    world.do('office', 'dismiss', { reason: 'other_place', note: '外地' });
    world.do('deputy', 'refuseDismissal', {});
    expect(world.incident).toMatchObject({
      stage: 'reported',
      dismissalReason: null,
      dismissalNote: null,
    });
    world.do('office', 'dismiss', { reason: 'not_about_us', note: '再' });
  });

  it.each(['following', 'reviewing', 'closed'] as const)('a rebound reopens from %s', (point) => {
    const world = worldAt(point);
    const before = world.current.deadlines.length;
    world.later(60).do('leader', 'reopen', { reason: '反弹' });
    expect(world.incident).toMatchObject({
      stage: 'responding',
      round: 2,
      closedAt: null,
      calmAt: null,
    });
    const fresh = world.current.deadlines.slice(before);
    expect(fresh.map((one) => one.rule)).toContain('first_publication');
    expect(fresh.every((one) => one.startedAt === world.now && one.round === 2)).toBe(true);
  });

  it.each(['detected', 'reported', 'graded', 'responding'] as const)(
    'there is nothing to reopen in %s',
    (point) => {
      expect(worldAt(point).refusal('leader', 'reopen', { reason: '无' })).toBe('wrong_stage');
    },
  );

  it('after reopening the old answer and the old review no longer count', () => {
    const world = worldAt('closed');
    world.later(60).do('leader', 'reopen', { reason: '反弹' });
    expect(missingForNext(world.current, world.plan)).toEqual(['facts_verified', 'public_answer']);
    verify(world);
    answer(world);
    expect(world.incident.stage).toBe('following');
    world.do('officer', 'sendReport', { kind: 'update', content: '续报', newRisks: '再次传播' });
    world.do('office', 'recordSample', { reposts: 50 });
    world.later(24 * 60).do('office', 'recordSample', { reposts: 50 });
    world.do('office', 'confirmCalm', CALM);
    expect(missingForNext(world.current, world.plan)).toContain('review_approved');
  });
});

describe('before the first event', () => {
  it.each([
    ['note', { content: '无' }],
    ['assess', { facts: '无' }],
    ['draftWording', { kind: 'statement', title: '无', body: '无' }],
    ['addCorrectiveAction', { content: '无', owner: '无' }],
  ] as const)('%s needs an incident', (type, input) => {
    const world = new World();
    expect(world.refusal('office', type, input as never)).toBe('unknown_target');
    expect(world.state).toBeNull();
  });

  it('the same incident is logged once', () => {
    expect(worldAt('detected').refusal('officer', 'log', { title: '再' })).toBe('already_exists');
  });
});
