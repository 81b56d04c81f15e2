import { describe, expect, it } from 'vitest';
import { World } from '@/tests/support/incident-world';
import { worldAt } from '@/tests/support/story';

/** An incident discovered and logged at a local time. */
function logged(at: string, input: object = {}, world = new World()): World {
  world.do('officer', 'log', { title: '甲', category: 'inquiry', ...input }, at);
  return world;
}

const ruled = (world: World, rule: string) =>
  world.current.deadlines.filter((one) => one.rule === rule);

describe('regrading', () => {
  it('up starts what is newly demanded at the regrade and keeps the earlier due time', () => {
    const world = worldAt('graded');
    const first = world.deadline('first_publication').dueAt;
    world.later(60);
    const scales = { sensitivity: 'especially_sensitive' };
    world.do('leader', 'regrade', { grade: 'serious', scales, reason: '省级媒体' });
    expect(world.deadline('report_up_especially')).toMatchObject({
      startedAt: world.now,
      state: 'open',
    });
    expect(world.deadline('notify_authorities').startedAt).toBe(world.now);
    expect(world.deadline('first_publication')).toMatchObject({ dueAt: first, state: 'open' });
    expect(world.deadline('report_up_important').state).toBe('met');
  });

  it('up before the first report keeps the 4 hours beside the new 2 hours', () => {
    const world = logged('2026-03-06 10:00');
    const scales = { sensitivity: '特别重大敏感负面' };
    world.do('leader', 'decideGrade', { grade: '重大', scales }, '2026-03-06 11:00');
    expect(world.dueOf('report_up_important')).toBe('2026-03-06 14:00');
    expect(world.dueOf('report_up_especially')).toBe('2026-03-06 13:00');
    world.do('officer', 'sendReport', { content: '首报' });
    expect([
      ...new Set(
        world.current.deadlines.filter((one) => one.key === 'report_up').map((one) => one.state),
      ),
    ]).toEqual(['met']);
  });

  it('down needs the approver of the higher grade', () => {
    const world = worldAt('graded', 'serious');
    const down = { grade: 'ordinary', reason: '影响有限' };
    expect(world.refusal('deputy', 'regrade', down)).toBe('wrong_decider');
    world.do('leader', 'regrade', down);
    expect(world.last('gradings')).toMatchObject({
      previousGrade: 'serious',
      opinionGrade: 'ordinary',
    });
  });

  it('down lets go of what is not owed any more, visibly, and not of what is overdue', () => {
    const ordinary = { grade: 'ordinary', scales: { sensitivity: 'not_sensitive' } };
    const world = logged('2026-03-06 10:00');
    world.do('deputy', 'decideGrade', ordinary, '2026-03-06 11:00');
    expect(world.deadline('report_up')).toMatchObject({
      state: 'cancelled',
      cancelReason: 'not_required',
    });
    expect(world.incident.stage).toBe('graded');
    const late = logged('2026-03-06 10:00');
    late.do('deputy', 'decideGrade', ordinary, '2026-03-06 15:00');
    expect(late.deadline('report_up').state).toBe('open');
    expect(late.incident.stage).toBe('detected');
  });

  it('what comes back runs from where it began', () => {
    const world = logged('2026-03-06 10:00');
    const as = (sensitivity: string) => ({
      grade: 'ordinary',
      scales: { sensitivity },
      reason: '改',
    });
    world.do('deputy', 'decideGrade', as('not_sensitive'), '2026-03-06 11:00');
    world.do('deputy', 'regrade', as('important_sensitive'), '2026-03-06 12:00');
    expect(ruled(world, 'report_up_important').map((one) => one.state)).toEqual([
      'cancelled',
      'open',
    ]);
    expect(world.dueOf('report_up')).toBe('2026-03-06 14:00');
  });

  it('deciding against the suggestion asks for the reason', () => {
    const world = logged('2026-03-06 10:00', { source: { counts: { reposts: 150 } } });
    expect(world.incident.suggestedGrade).toBe('serious');
    world.do('office', 'assess', { facts: '属实' });
    expect(world.incident.suggestedGrade).toBe('serious');
    expect(world.refusal('deputy', 'decideGrade', { grade: 'ordinary' })).toBe('reason_needed');
    world.do('deputy', 'decideGrade', { grade: 'ordinary', reason: '多为营销号' });
  });

  it.each([
    ['grade', { grade: '特大' }],
    ['scale', { grade: 'ordinary', scales: { sensitivity: 'x' } }],
    ['event grade', { grade: 'ordinary', eventGrade: '很大' }],
  ])('an unknown %s is refused', (_, input) => {
    expect(worldAt('reported').refusal('leader', 'decideGrade', input)).toBe(
      'grade_unknown_to_plan',
    );
  });
});

describe('categories', () => {
  const recategorised = (at: string) => {
    const world = logged('2026-03-06 10:00').at(at);
    const input = { category: 'falsehood_or_unlawful', reason: '警方已查实' } as const;
    world.do('office', 'categorise', input);
    expect(world.deadline('formal_answer').state).toBe('open');
    world.do('deputy', 'confirmCategory', { categorisationId: world.last('categorisations').id });
    return world;
  };

  it('C3 drops the citizen’s limits, but not those already overdue', () => {
    const world = recategorised('2026-03-07 10:00');
    expect(world.deadline('formal_answer').state).toBe('cancelled');
    expect(world.deadline('first_response').state).toBe('open');
    expect(world.deadline('report_up').state).toBe('open');
  });

  it('coming back to an inquiry resets no clock', () => {
    const world = recategorised('2026-03-07 10:00').at('2026-03-09 10:00');
    world.do('office', 'categorise', { category: 'inquiry', reason: '应按诉求办理' });
    expect(world.dueOf('formal_answer')).toBe('2026-03-13 17:30');
  });
});
