import { describe, expect, it } from 'vitest';
import {
  directoryOf,
  local,
  type PersonName,
  personId,
  World,
} from '@/tests/support/incident-world';

/** An incident whose report is due at 14:00 (from 10:00) unless told otherwise. */
function logged(at = '2026-03-06 10:00', world = new World()): World {
  world.do('officer', 'log', { title: '甲', category: 'malicious_spread' }, at);
  return world;
}
const fire = (world: World, at: string) => {
  const { id: deadlineId } = world.at(at).deadline('report_up');
  return world.do('sweeper', 'fireDeadline', { deadlineId });
};
const asleep = (world: World) =>
  world.refusal('sweeper', 'fireDeadline', { deadlineId: world.deadline('report_up').id });
const fired = (world: World) =>
  world.current.escalations.filter((one) => one.deadlineId === world.deadline('report_up').id);
const ids = (...names: PersonName[]) => names.map(personId);

describe('step by step', () => {
  it('reminds, marks the due time, and goes up the chain', () => {
    const world = logged();
    expect(world.deadline('report_up').nextActionAt).toBe(local('2026-03-06 13:30'));
    expect(asleep(world)).toBe('deadline_not_open');
    fire(world, '2026-03-06 13:30');
    expect(fire(world, '2026-03-06 14:00')).toEqual(['deadline.breached', 'escalation.fired']);
    for (const at of ['14:15', '14:30', '15:00']) fire(world, `2026-03-06 ${at}`);
    expect(fired(world).map(({ kind, recipientIds }) => [kind, recipientIds])).toEqual([
      ['reminder', ids('office', 'office2', 'officer')],
      ['due', ids('office', 'office2', 'officer')],
      ['overdue', ids('office', 'office2')],
      ['overdue', ids('deputy', 'deputy2')],
      ['overdue', ids('leader')],
    ]);
    expect(world.deadline('report_up')).toMatchObject({ nextActionAt: null, state: 'breached' });
    expect(asleep(world.later(600))).toBe('deadline_not_open');
  });

  it('is anchored to the due time, not to when a step ran', () => {
    const world = logged();
    fire(world, '2026-03-06 13:42');
    expect(world.deadline('report_up').nextActionAt).toBe(local('2026-03-06 14:00'));
    fire(world, '2026-03-06 14:09');
    expect(world.deadline('report_up').nextActionAt).toBe(local('2026-03-06 14:15'));
    expect(world.deadline('report_up').breachedAt).toBe(local('2026-03-06 14:00'));
  });
});

describe('after a pause', () => {
  it('what fell due in it fires as one, and nobody is left out', () => {
    const world = logged();
    fire(world, '2026-03-06 19:30');
    expect(fired(world)).toHaveLength(1);
    expect(fired(world)[0]).toMatchObject({ fromStep: 1, toStep: 5, kind: 'due' });
    expect(fired(world)[0]?.recipientIds).toEqual(
      ids('office', 'office2', 'officer', 'deputy', 'deputy2', 'leader'),
    );
    expect(world.deadline('report_up')).toMatchObject({ nextActionAt: null, state: 'breached' });
  });

  it('a pause in the middle loses no step', () => {
    const world = logged();
    fire(world, '2026-03-06 13:30');
    fire(world, '2026-03-06 14:20');
    expect(fired(world).at(-1)).toMatchObject({ fromStep: 2, toStep: 3, kind: 'due' });
    expect(world.deadline('report_up').nextActionAt).toBe(local('2026-03-06 14:30'));
  });
});

describe('an acknowledgement', () => {
  it('stops telling, yet the breach is recorded', () => {
    const world = logged();
    fire(world, '2026-03-06 13:30');
    const { id: deadlineId } = world.deadline('report_up');
    world.at('2026-03-06 13:35').do('officer', 'acknowledgeEscalation', { deadlineId });
    expect(world.deadline('report_up').nextActionAt).toBe(local('2026-03-06 14:00'));
    fire(world, '2026-03-06 14:00');
    expect(fired(world).at(-1)).toMatchObject({ kind: 'due', recipientIds: [] });
    expect(world.deadline('report_up')).toMatchObject({ state: 'breached', nextActionAt: null });
    expect(world.refusal('office', 'acknowledgeEscalation', { deadlineId })).toBe(
      'already_acknowledged',
    );
  });

  it('is not given in advance', () => {
    const world = logged();
    const { id: deadlineId } = world.deadline('report_up');
    expect(world.refusal('officer', 'acknowledgeEscalation', { deadlineId })).toBe(
      'deadline_not_open',
    );
  });

  it('after the breach ends the chain at once', () => {
    const world = logged();
    fire(world, '2026-03-06 14:15');
    const { id: deadlineId } = world.deadline('report_up');
    world.do('deputy', 'acknowledgeEscalation', { deadlineId });
    expect(world.deadline('report_up').nextActionAt).toBeNull();
  });
});

describe('who is there', () => {
  it('the leader on duty is told first at night', () => {
    const world = logged('2026-03-10 23:30');
    fire(world, '2026-03-11 03:30');
    expect(fired(world).at(-1)?.recipientIds[0]).toBe(personId('deputy'));
  });

  it('an empty role is passed at once and the leader told', () => {
    const people = directoryOf().people.filter((one) => !one.roles.includes('deputy'));
    const world = logged('2026-03-06 10:00', new World({ directory: { people } }));
    fire(world, '2026-03-06 14:15');
    fire(world, '2026-03-06 14:30');
    expect(fired(world).at(-1)).toMatchObject({
      recipientIds: ids('leader'),
      skipped: [{ role: 'deputy', reason: 'nobody_in_role' }],
    });
  });

  it('a recused person is not told', () => {
    const world = logged();
    world.do('deputy', 'declareInterest', { reason: '亲属' });
    fire(world, '2026-03-06 14:30');
    expect(fired(world).at(-1)?.recipientIds).not.toContain(personId('deputy'));
  });
});

describe('what has ended never fires', () => {
  it.each(['met', 'dismissed'])('%s', (how) => {
    const world = logged();
    if (how === 'met') world.do('officer', 'sendReport', { content: '首报' });
    else {
      world.do('office', 'dismiss', { reason: 'other_place', note: '外地' });
      world.do('leader', 'confirmDismissal', {});
    }
    expect(asleep(world.at('2026-03-06 20:00'))).toMatch(/deadline_not_open|incident_ended/);
    expect(world.deadline('report_up').nextActionAt).toBeNull();
  });

  it('an extension starts the reminders anew', () => {
    const world = new World();
    world.do('officer', 'log', { title: '甲', category: 'inquiry' }, '2026-09-18 10:00');
    const { id: deadlineId } = world.at('2026-09-24 16:00').deadline('formal_answer');
    world.do('sweeper', 'fireDeadline', { deadlineId });
    const dueAt = local('2026-09-30 17:30');
    world.do('deputy', 'extendDeadline', { deadlineId, dueAt, reason: '检测' });
    expect(world.deadline('formal_answer')).toMatchObject({
      stepsDone: 0,
      nextActionAt: local('2026-09-30 15:30'),
    });
  });

  it('a clock pulled forward past its due time acts at once', () => {
    const world = logged();
    world
      .at('2026-03-06 12:00')
      .do('office', 'linkMention', { discoveredAt: local('2026-03-06 07:00') });
    expect(world.deadline('report_up').dueAt).toBe(local('2026-03-06 11:00'));
    world.sweep();
    expect(world.deadline('report_up')).toMatchObject({ state: 'breached', nextActionAt: null });
  });
});
