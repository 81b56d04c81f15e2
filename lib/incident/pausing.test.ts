import { describe, expect, it } from 'vitest';
import { explainDue } from '@/lib/calendar';
import type { DueResult } from '@/lib/calendar/due-steps';
import { local, personId, shown, World } from '@/tests/support/incident-world';
import { pausablePlan } from '@/tests/support/pausable-plan';
import { fold } from './evolve';

/** Discovered on a Friday at 10:00: the repair is due on Saturday at 10:00. */
function logged(): World {
  const world = new World({ plan: pausablePlan() });
  world.do('officer', 'log', { title: '水管爆裂', category: 'inquiry' }, '2026-03-06 10:00');
  return world;
}

const idOf = (world: World, key: string) => world.deadline(key).id;

function pause(world: World, at: string, until: string, key = 'repair') {
  world.at(at);
  const input = { deadlineId: idOf(world, key), until: local(until), reason: '天气恶劣' };
  return world.do('deputy', 'pauseDeadline', input);
}

function resume(world: World, at: string, key = 'repair') {
  return world.at(at).do('leader', 'resumeDeadline', { deadlineId: idOf(world, key) });
}

const explained = (world: World, key: string) =>
  explainDue(world.deadline(key) as unknown as DueResult, 'zh-CN');

describe('a paused limit', () => {
  it('keeps its old due time, says until when and why, and asks nothing of the list', () => {
    const world = logged();
    expect(pause(world, '2026-03-06 18:00', '2026-03-07 08:00')).toEqual(['deadline.paused']);
    expect(world.deadline('repair')).toMatchObject({
      dueAt: local('2026-03-07 10:00'),
      pausedAt: local('2026-03-06 18:00'),
      resumesAt: local('2026-03-07 08:00'),
      pausedBy: personId('deputy'),
      pauseReason: '天气恶劣',
      nextActionAt: local('2026-03-07 08:00'),
      state: 'open',
    });
    expect(world.incident.nextDueAt).not.toBe(local('2026-03-07 10:00'));
  });

  it.each([
    ['repair', '2026-03-06 18:00', '2026-03-07 08:00', '2026-03-08 00:00'],
    ['site_visit', '2026-03-06 15:00', '2026-03-09 11:00', '2026-03-09 16:00'],
    ['written_result', '2026-03-09 10:00', '2026-03-11 09:00', '2026-03-17 17:30'],
  ])('%s runs on with what was left', (key, from, to, expected) => {
    const world = logged();
    pause(world, from, to, key);
    world.at(to).sweep();
    expect(world.dueOf(key)).toBe(expected);
    expect(world.deadline(key)).toMatchObject({ pausedAt: null, resumesAt: null, state: 'open' });
  });

  it('is resumed earlier by a person, who may say why', () => {
    const world = logged();
    pause(world, '2026-03-06 18:00', '2026-03-07 08:00');
    const input = { deadlineId: idOf(world, 'repair'), reason: '雨停了' };
    world.at('2026-03-06 20:00').do('leader', 'resumeDeadline', input);
    expect(world.dueOf('repair')).toBe('2026-03-07 12:00');
    expect(world.events.at(-1)).toMatchObject({
      type: 'deadline.resumed',
      payload: { text: { reason: '雨停了' } },
    });
  });

  it('several pauses add up, and the explanation names each', () => {
    const world = logged();
    pause(world, '2026-03-06 12:00', '2026-03-06 20:00');
    resume(world, '2026-03-06 14:00');
    pause(world, '2026-03-06 20:00', '2026-03-06 23:00');
    world.at('2026-03-06 23:00').sweep();
    expect(world.dueOf('repair')).toBe('2026-03-07 15:00');
    expect(world.deadline('repair').pauses).toHaveLength(2);
    expect(explained(world, 'repair').slice(2)).toEqual([
      '截止：2026-03-07（周六）10:00',
      '2026-03-06（周五）12:00 起暂停计时，2026-03-06（周五）14:00 恢复',
      '暂停时还剩 22 小时，从恢复时接着计',
      '截止：2026-03-07（周六）12:00',
      '2026-03-06（周五）20:00 起暂停计时，2026-03-06（周五）23:00 恢复',
      '暂停时还剩 16 小时，从恢复时接着计',
      '截止：2026-03-07（周六）15:00',
    ]);
    expect(fold(world.events)).toEqual(world.current);
  });

  it('an extension granted before is told before the pause', () => {
    const world = logged();
    const dueAt = local('2026-03-07 18:00');
    world.do('deputy', 'extendDeadline', {
      deadlineId: idOf(world, 'repair'),
      dueAt,
      reason: '等件',
    });
    pause(world, '2026-03-06 18:00', '2026-03-06 20:00');
    world.at('2026-03-06 20:00').sweep();
    expect(world.dueOf('repair')).toBe('2026-03-07 20:00');
    expect(explained(world, 'repair')).toContain('经批准延长至 2026-03-07（周六）18:00');
  });

  it('a discovery that proves earlier pulls it forward and keeps what was paused', () => {
    const world = logged();
    pause(world, '2026-03-06 12:00', '2026-03-06 20:00');
    resume(world, '2026-03-06 14:00');
    const discoveredAt = local('2026-03-06 07:00');
    world.at('2026-03-06 15:00').do('office', 'linkMention', { discoveredAt });
    expect(world.dueOf('repair')).toBe('2026-03-07 09:00');
  });
});

describe('never beyond the maximum', () => {
  it('no pause lasts longer', () => {
    const world = logged();
    const input = { deadlineId: idOf(world, 'repair'), reason: '暴雪' };
    const until = local('2026-03-09 10:01');
    expect(world.refusal('deputy', 'pauseDeadline', { ...input, until })).toBe(
      'pause_beyond_maximum',
    );
  });

  it('and no due time goes past it', () => {
    const world = logged();
    pause(world, '2026-03-06 12:00', '2026-03-09 09:00');
    world.at('2026-03-09 09:00').sweep();
    expect(world.dueOf('repair')).toBe('2026-03-09 10:00');
    expect(explained(world, 'repair')).toContain('不得超过最长期限 2026-03-09（周一）10:00');
  });
});

describe('late is late for ever', () => {
  it('pausing what is overdue records the breach first, and resuming does not undo it', () => {
    const world = logged();
    expect(pause(world, '2026-03-07 12:00', '2026-03-08 12:00')).toEqual([
      'deadline.breached',
      'deadline.paused',
    ]);
    resume(world, '2026-03-08 09:00');
    expect(world.deadline('repair')).toMatchObject({
      state: 'breached',
      breachedAt: local('2026-03-07 10:00'),
      dueAt: local('2026-03-07 10:00'),
    });
  });

  it('met while it stood still is met in time', () => {
    const world = logged();
    pause(world, '2026-03-06 18:00', '2026-03-08 08:00');
    world.at('2026-03-07 20:00').do('officer', 'reply', {
      channel: 'phone',
      kind: 'first',
      signatory: '示范局',
      acknowledgementKey: 'received',
    });
    expect(world.deadline('repair')).toMatchObject({
      state: 'met',
      breachedAt: null,
      pausedAt: null,
      dueAt: local('2026-03-08 12:00'),
    });
  });
});

describe('resume fires what fell due in the pause', () => {
  const told = (world: World) =>
    world.current.escalations.filter((one) => one.deadlineId === idOf(world, 'repair'));

  it('the chain of an overdue limit goes on where it stood, all at once, by itself', () => {
    const world = logged();
    world.at('2026-03-07 10:00').sweep();
    const before = told(world).length;
    pause(world, '2026-03-07 10:05', '2026-03-07 15:35');
    world.at('2026-03-07 15:34').sweep();
    expect(told(world)).toHaveLength(before);
    world.at('2026-03-07 15:35').sweep();
    expect(told(world)).toHaveLength(before + 1);
    expect(told(world).at(-1)).toMatchObject({ kind: 'overdue', toStep: 5 });
    expect(told(world).at(-1)?.recipientIds).toEqual(
      expect.arrayContaining([personId('office'), personId('deputy'), personId('leader')]),
    );
    expect(world.deadline('repair')).toMatchObject({ pausedAt: null, nextActionAt: null });
  });

  it('a clock that looks too late misses nothing', () => {
    const world = logged();
    pause(world, '2026-03-06 18:00', '2026-03-07 08:00');
    world.at('2026-03-09 12:00').sweep();
    expect(world.deadline('repair')).toMatchObject({
      state: 'breached',
      breachedAt: local('2026-03-08 00:00'),
    });
    expect(told(world).at(-1)).toMatchObject({ kind: 'due', toStep: 5 });
    expect(world.events.find((one) => one.type === 'deadline.resumed')?.occurredAt).toBe(
      local('2026-03-07 08:00'),
    );
  });

  it('after a person resumes it the clock looks at once', () => {
    const world = logged();
    world.at('2026-03-07 10:00').sweep();
    pause(world, '2026-03-07 10:05', '2026-03-08 10:00');
    resume(world, '2026-03-07 15:35');
    expect(shown(world.deadline('repair').nextActionAt ?? '')).toBe('2026-03-07 10:15');
    world.sweep();
    expect(told(world).at(-1)).toMatchObject({ kind: 'overdue', toStep: 5 });
  });

  it('nothing is told while it stands still, and nothing twice afterwards', () => {
    const world = logged();
    world.at('2026-03-07 08:00').sweep();
    expect(told(world)).toHaveLength(1);
    pause(world, '2026-03-07 09:00', '2026-03-07 12:00');
    world.at('2026-03-07 11:59').sweep();
    expect(told(world)).toHaveLength(1);
    world.at('2026-03-07 12:30').sweep();
    expect(world.dueOf('repair')).toBe('2026-03-07 13:00');
    // The first reminder has been; the second comes half an hour before the new due time.
    expect(told(world).map((one) => [one.fromStep, one.toStep])).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it('an acknowledgement in the pause silences what was queued', () => {
    const world = logged();
    world.at('2026-03-07 10:00').sweep();
    pause(world, '2026-03-07 10:05', '2026-03-07 15:35');
    const deadlineId = idOf(world, 'repair');
    world.at('2026-03-07 12:00').do('officer', 'acknowledgeEscalation', { deadlineId });
    const before = told(world).length;
    world.at('2026-03-07 16:00').sweep();
    expect(told(world)).toHaveLength(before);
    expect(world.deadline('repair')).toMatchObject({ pausedAt: null, nextActionAt: null });
  });

  it('an incident that ends in the pause leaves nothing queued', () => {
    const world = logged();
    pause(world, '2026-03-06 18:00', '2026-03-07 08:00');
    world.do('office', 'dismiss', { reason: 'other_place', note: '外地' });
    world.do('leader', 'confirmDismissal', {});
    expect(world.deadline('repair')).toMatchObject({
      state: 'cancelled',
      breachedAt: null,
      nextActionAt: null,
      pausedAt: null,
    });
  });
});

describe('who and what', () => {
  const until = local('2026-03-06 20:00');
  const refused = (world: World, key: string, at = '2026-03-06 12:00') =>
    world.at(at).refusal('deputy', 'pauseDeadline', {
      deadlineId: idOf(world, key),
      until,
      reason: '天气恶劣',
    });

  it.each([
    ['a limit the plan lets run', 'formal_answer', 'not_pausable'],
    ['the report', 'report_up', 'not_pausable'],
  ])('%s', (_, key, code) => {
    expect(refused(logged(), key)).toBe(code);
  });

  it('an end that is not ahead', () => {
    expect(refused(logged(), 'repair', '2026-03-06 20:00')).toBe('pause_end_not_ahead');
  });

  it('twice, or resumed without a pause', () => {
    const world = logged();
    const deadlineId = idOf(world, 'repair');
    expect(world.refusal('deputy', 'resumeDeadline', { deadlineId })).toBe('not_paused');
    pause(world, '2026-03-06 12:00', '2026-03-06 20:00');
    expect(refused(world, 'repair')).toBe('already_paused');
  });

  it('somebody the incident concerns', () => {
    const world = logged();
    world.do('deputy', 'declareInterest', { reason: '亲属' });
    expect(refused(world, 'repair')).toBe('recused');
  });

  it('a limit that was met', () => {
    const world = logged();
    world.do('officer', 'sendReport', { content: '首报' });
    expect(refused(world, 'report_up')).toBe('deadline_not_open');
  });
});
