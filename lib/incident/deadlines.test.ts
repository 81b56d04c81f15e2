import { describe, expect, it } from 'vitest';
import { local, World } from '@/tests/support/incident-world';
import { worldAt } from '@/tests/support/story';

/** An incident discovered and logged at a local time. */
function logged(at: string, input: object = {}, world = new World()): World {
  world.do('officer', 'log', { title: '甲', category: 'inquiry', ...input }, at);
  return world;
}

const ruled = (world: World, rule: string) =>
  world.current.deadlines.filter((one) => one.rule === rule);

describe('P26 computes what its source says', () => {
  it.each([
    ['first_response', '2026-03-06 17:00', '2026-03-09 11:00'],
    ['report_up', '2026-03-10 23:30', '2026-03-11 03:30'],
    ['first_publication', '2026-03-10 23:30', '2026-03-11 23:30'],
    ['formal_answer', '2026-09-18 10:00', '2026-09-24 17:30'],
    ['formal_answer', '2026-09-30 10:00', '2026-10-13 17:30'],
    ['final_answer_max', '2026-09-18 10:00', '2026-10-09 17:30'],
    ['final_answer_max', '2026-09-30 10:00', '2026-10-20 17:30'],
  ])('%s from %s is due %s', (key, from, due) => {
    expect(logged(from).dueOf(key)).toBe(due);
  });

  it('every due time comes with its steps, and a year without holiday data with a warning', () => {
    const world = logged('2030-12-30 10:00');
    const deadline = world.deadline('formal_answer');
    expect(deadline.explanation.length).toBeGreaterThan(1);
    expect(deadline.warnings.length).toBeGreaterThan(0);
    expect(ruled(logged('2026-03-06 10:00'), 'formal_answer')[0]?.warnings).toEqual([]);
  });

  it('what the source calls 及时 has no invented figure', () => {
    const world = worldAt('reported');
    const scales = { sensitivity: 'especially_sensitive' };
    world.do('leader', 'decideGrade', { grade: 'serious', scales });
    expect(world.deadline('notify_authorities')).toMatchObject({ dueAt: null, nextActionAt: null });
    world.do('office', 'sendReport', {
      kind: 'update',
      target: 'authority',
      content: '通报',
      newRisks: '无',
    });
    expect(world.deadline('notify_authorities').state).toBe('met');
  });

  it('citizens are answered whether the request is an inquiry, a suggestion or not yet named', () => {
    for (const category of ['inquiry', 'suggestion', null] as const) {
      expect(logged('2026-03-06 10:00', { category }).deadline('first_response').state).toBe(
        'open',
      );
    }
  });
});

describe('discovery', () => {
  it('more than 15 minutes earlier asks for a reason', () => {
    const early = { title: '甲', discoveredAt: local('2026-03-06 10:00') };
    const world = new World().at('2026-03-06 10:16');
    expect(world.refusal('officer', 'log', early)).toBe('discovery_reason_needed');
    expect(new World().at('2026-03-06 10:15').refusal('officer', 'log', early)).toBeNull();
    world.do('officer', 'log', { ...early, discoveredReason: '电话核实' });
    expect(world.dueOf('report_up')).toBe('2026-03-06 14:00');
    expect(world.incident.discoveryStatedAt).toBe(world.now);
  });

  it('the source’s own discovery counts too', () => {
    const source = { discoveredAt: local('2026-03-06 09:00') };
    const world = new World().at('2026-03-06 10:00');
    expect(world.refusal('officer', 'log', { title: '甲', source })).toBe(
      'discovery_reason_needed',
    );
    world.do('officer', 'log', { title: '甲', source, discoveredReason: '夜班转来' });
    expect(world.dueOf('report_up')).toBe('2026-03-06 13:00');
  });

  it.each(['discoveredAt', 'knownAt', 'eventOccurredAt', 'opinionOccurredAt'])(
    '%s lies in the past',
    (field) => {
      const world = new World().at('2026-03-06 10:00');
      const input = { title: '甲', [field]: local('2026-03-06 10:01') };
      expect(world.refusal('officer', 'log', input)).toMatch(/_in_future$/);
    },
  );

  it('a mention found earlier pulls the clocks forward, a later one never pushes them back', () => {
    const world = logged('2026-03-06 17:00');
    world
      .at('2026-03-06 18:00')
      .do('office', 'linkMention', { discoveredAt: local('2026-03-06 17:30') });
    expect(world.dueOf('report_up')).toBe('2026-03-06 21:00');
    world.do('office', 'linkMention', { discoveredAt: local('2026-03-06 16:00') });
    expect(world.dueOf('report_up')).toBe('2026-03-06 20:00');
    expect(world.dueOf('first_response')).toBe('2026-03-09 10:00');
    expect(world.deadline('report_up')).toMatchObject({
      originalDueAt: local('2026-03-06 21:00'),
      startedAt: local('2026-03-06 16:00'),
    });
  });

  it('the hard maximum moves along, and an extension stands up to it', () => {
    const world = logged('2026-09-30 10:00');
    const { id: deadlineId } = world.deadline('formal_answer');
    const dueAt = local('2026-10-20 17:30');
    world.do('deputy', 'extendDeadline', { deadlineId, dueAt, reason: '需第三方检测' });
    world.do('office', 'linkMention', { discoveredAt: local('2026-09-18 10:00') });
    expect(world.deadline('formal_answer')).toMatchObject({
      hardMaxAt: local('2026-10-09 17:30'),
      dueAt: local('2026-10-09 17:30'),
    });
  });

  it('an earlier discovery can show that a report was late', () => {
    const world = logged('2026-03-06 10:00');
    world.do('officer', 'sendReport', { content: '首报' }, '2026-03-06 13:00');
    expect(world.deadline('report_up').state).toBe('met');
    world.do('office', 'linkMention', { discoveredAt: local('2026-03-06 08:00') });
    expect(world.deadline('report_up')).toMatchObject({
      state: 'late',
      metAt: local('2026-03-06 13:00'),
      breachedAt: local('2026-03-06 12:00'),
    });
  });

  it('a correction makes a discovery earlier, never later', () => {
    const world = logged('2026-03-06 10:00');
    world.do(
      'office',
      'correct',
      { reason: '记错', discoveredAt: local('2026-03-06 11:00') },
      '2026-03-06 12:00',
    );
    expect(world.dueOf('report_up')).toBe('2026-03-06 14:00');
    const before = { reason: '记错', knownAt: local('2026-03-06 11:00') };
    world.do('office', 'correct', before);
    expect(world.incident.knownAt).toBeNull();
    world.do('office', 'correct', { reason: '记错', discoveredAt: local('2026-03-06 09:00') });
    expect(world.dueOf('report_up')).toBe('2026-03-06 13:00');
  });

  it('no act precedes the discovery or follows the present', () => {
    const world = logged('2026-03-06 10:00');
    const at = (text: string) => ({ content: '报', sentAt: local(text) });
    expect(world.refusal('officer', 'sendReport', at('2026-03-06 09:59'))).toBe(
      'time_before_discovery',
    );
    expect(world.refusal('officer', 'sendReport', at('2026-03-06 10:01'))).toBe(
      'instant_in_future',
    );
  });
});

describe('met, late, breached', () => {
  it('is met at the moment of the act, to the minute of the due time', () => {
    const world = logged('2026-03-06 10:00');
    world.do('officer', 'sendReport', { content: '首报' }, '2026-03-06 14:00');
    expect(world.deadline('report_up')).toMatchObject({
      state: 'met',
      metAt: world.now,
      nextActionAt: null,
    });
  });

  it('late is late for ever, and both moments are on record', () => {
    const world = logged('2026-03-06 10:00').at('2026-03-06 14:01');
    world.sweep();
    expect(world.deadline('report_up').state).toBe('breached');
    expect(world.incident.overdueCount).toBe(1);
    world.do('officer', 'sendReport', { content: '迟报' });
    const late = { state: 'late', metAt: world.now, breachedAt: local('2026-03-06 14:00') };
    expect(world.deadline('report_up')).toMatchObject(late);
    expect(world.incident.overdueCount).toBe(0);
    world.do('officer', 'sendReport', { kind: 'update', content: '续', newRisks: '无' });
    expect(world.deadline('report_up')).toMatchObject(late);
  });

  it('both are recorded even when nobody had looked at the clock', () => {
    const world = logged('2026-03-06 10:00');
    world.do('officer', 'sendReport', { content: '迟报' }, '2026-03-06 15:00');
    expect(world.deadline('report_up')).toMatchObject({
      state: 'late',
      breachedAt: local('2026-03-06 14:00'),
    });
  });

  it('an act dated back does not undo a breach on record', () => {
    const world = logged('2026-03-06 10:00').at('2026-03-06 14:01');
    world.sweep();
    world.do('officer', 'sendReport', { content: '电话', sentAt: local('2026-03-06 13:00') });
    expect(world.deadline('report_up').state).toBe('late');
  });

  it('a report given by telephone and logged with the incident is in time', () => {
    const world = new World().at('2026-03-11 08:00');
    world.do('officer', 'logAndReport', {
      incident: {
        title: '甲',
        discoveredAt: local('2026-03-10 23:30'),
        discoveredReason: '夜间电话',
      },
      report: { medium: 'oral', content: '电话', sentAt: local('2026-03-10 23:50') },
    });
    expect(world.deadline('report_up')).toMatchObject({
      state: 'met',
      metAt: local('2026-03-10 23:50'),
    });
    expect(world.incident.stage).toBe('reported');
  });
});
