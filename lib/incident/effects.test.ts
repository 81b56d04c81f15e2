import { describe, expect, it } from 'vitest';
import { local, type PersonName, shown, World } from '@/tests/support/incident-world';
import { pausablePlan } from '@/tests/support/pausable-plan';
import { worldAt } from '@/tests/support/story';
import type { CommandInput, CommandType } from './commands';
import { type Effects, effectsOf, type LimitEffect } from './effects';

/** What a command would do: `key: change, old due → new due`, local times. */
function effects<T extends CommandType>(
  world: World,
  name: PersonName,
  type: T,
  input: CommandInput<T>,
): Effects {
  const before = world.current;
  world.do(name, type, input);
  return effectsOf(before, world.current);
}

const at = (side: LimitEffect['before']) => (side?.dueAt ? shown(side.dueAt).slice(5) : '—');
const lines = ({ deadlines }: Effects) =>
  deadlines.map((one) => `${one.rule}: ${one.change}, ${at(one.before)} → ${at(one.after)}`);

function logged(): World {
  const world = new World({ plan: pausablePlan() });
  world.do('officer', 'log', { title: '水管爆裂', category: 'inquiry' }, '2026-03-06 10:00');
  return world;
}

describe('regrading', () => {
  it('up opens new obligations from the regrade and keeps those that run', () => {
    const world = worldAt('graded').later(60);
    const scales = { sensitivity: 'especially_sensitive' };
    const found = effects(world, 'leader', 'regrade', { grade: 'serious', scales, reason: '升级' });
    const changes = new Map(found.deadlines.map((one) => [one.rule, one]));
    expect(changes.get('report_up_especially')).toMatchObject({
      change: 'opened',
      deadlineId: null,
      before: null,
    });
    expect(shown(changes.get('report_up_especially')?.after?.dueAt ?? '')).toBe('2026-09-18 13:03');
    expect(changes.get('formal_answer')).toMatchObject({ change: 'kept' });
    expect(changes.get('formal_answer')?.before).toEqual(changes.get('formal_answer')?.after);
    expect(found.opinionGrade).toEqual({ before: 'ordinary', after: 'serious' });
    expect(found.deadlines.map((one) => one.change)).not.toContain('cancelled');
  });

  it('down cancels nothing overdue and keeps the old ones visible', () => {
    const world = logged();
    const scales = { sensitivity: 'not_sensitive' };
    world.at('2026-03-06 15:00');
    const found = effects(world, 'deputy', 'decideGrade', { grade: 'ordinary', scales });
    const report = found.deadlines.find((one) => one.key === 'report_up');
    expect(report).toMatchObject({ change: 'kept' });
    expect(at(report?.after ?? null)).toBe('03-06 14:00');
  });

  it('down lets go of what is not owed any more, with the time it had', () => {
    const world = logged().at('2026-03-06 11:00');
    const scales = { sensitivity: 'not_sensitive' };
    const found = effects(world, 'deputy', 'decideGrade', { grade: 'ordinary', scales });
    expect(lines(found)).toContain('report_up_important: cancelled, 03-06 14:00 → —');
  });

  it('what comes back is told as coming back', () => {
    const world = logged().at('2026-03-06 11:00');
    const input = (sensitivity: string) => ({
      grade: 'ordinary',
      scales: { sensitivity },
      reason: '改',
    });
    world.do('deputy', 'decideGrade', input('not_sensitive'));
    const found = effects(world, 'deputy', 'regrade', input('important_sensitive'));
    expect(lines(found)).toContain('report_up_important: reopened, — → 03-06 14:00');
  });
});

describe('recategorising', () => {
  it('a proposal changes nothing, its confirmation lets go', () => {
    const world = logged().at('2026-03-06 11:00');
    const input = { category: 'falsehood_or_unlawful', reason: '已查实' } as const;
    const proposed = effects(world, 'office', 'categorise', input);
    expect(new Set(proposed.deadlines.map((one) => one.change))).toEqual(new Set(['kept']));
    const { id: categorisationId } = world.last('categorisations');
    const confirmed = effects(world, 'deputy', 'confirmCategory', { categorisationId });
    expect(confirmed.category).toEqual({ before: 'inquiry', after: 'falsehood_or_unlawful' });
    expect(lines(confirmed)).toContain('formal_answer: cancelled, 03-13 17:30 → —');
    expect(lines(confirmed)).toContain('report_up_important: kept, 03-06 14:00 → 03-06 14:00');
  });
});

describe('extending, pausing, resuming', () => {
  const repair = (world: World) => world.deadline('repair').id;

  it('an extension shows both times', () => {
    const world = logged();
    const input = { deadlineId: repair(world), dueAt: local('2026-03-07 18:00'), reason: '等件' };
    const found = effects(world, 'deputy', 'extendDeadline', input);
    expect(lines(found)).toContain('repair: moved, 03-07 10:00 → 03-07 18:00');
    expect(found.deadlines.filter((one) => one.change !== 'kept')).toHaveLength(1);
  });

  it('a pause keeps the due time and says until when', () => {
    const world = logged().at('2026-03-06 18:00');
    const until = local('2026-03-07 08:00');
    const input = { deadlineId: repair(world), until, reason: '天气恶劣' };
    const found = effects(world, 'deputy', 'pauseDeadline', input);
    expect(found.deadlines.find((one) => one.rule === 'repair')).toMatchObject({
      change: 'paused',
      after: { dueAt: local('2026-03-07 10:00'), pausedUntil: until, state: 'open' },
    });
  });

  it('a resume shows what was left counting on', () => {
    const world = logged().at('2026-03-06 18:00');
    const until = local('2026-03-07 08:00');
    world.do('deputy', 'pauseDeadline', { deadlineId: repair(world), until, reason: '天气恶劣' });
    world.at('2026-03-06 20:00');
    const found = effects(world, 'deputy', 'resumeDeadline', { deadlineId: repair(world) });
    expect(lines(found)).toContain('repair: resumed, 03-07 10:00 → 03-07 12:00');
  });
});

describe('order and stage', () => {
  it('by the due time to come, and the stage that is reached', () => {
    const world = logged().at('2026-03-06 11:00');
    const found = effects(world, 'officer', 'sendReport', { content: '首报' });
    expect(found.stage).toEqual({ before: 'detected', after: 'reported' });
    expect(found.deadlines.find((one) => one.key === 'report_up')).toMatchObject({
      change: 'met',
      after: { state: 'met' },
    });
    const dues = found.deadlines.map((one) => one.after?.dueAt ?? one.before?.dueAt ?? '');
    expect(dues).toEqual([...dues].sort());
  });
});
