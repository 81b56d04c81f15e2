import { describe, expect, it } from 'vitest';
import {
  directoryOf,
  local,
  type PersonName,
  p26,
  personId,
  shown,
  World,
} from '@/tests/support/incident-world';
import { reachabilityOf } from './reachability';
import { rehearse } from './rehearsal';

const ids = (...names: PersonName[]) => names.map(personId);

describe('a dry run', () => {
  it('lists exactly whom the clock then tells, step by step', () => {
    const world = new World();
    world.do('officer', 'log', { title: '甲', category: 'malicious_spread' }, '2026-03-06 10:00');
    const limit = world.deadline('report_up');
    const plan = world.plan;
    const promised = rehearse(
      plan,
      { limit, grade: null, from: world.now, recusedIds: [], isVisibleAbove: false },
      () => world.directory,
    );
    for (const { at } of promised) {
      world.at(shown(at)).do('sweeper', 'fireDeadline', { deadlineId: limit.id });
    }
    const fired = world.current.escalations.filter((one) => one.deadlineId === limit.id);
    expect(fired.map((one) => [one.firedAt, one.recipientIds])).toEqual(
      promised.map((one) => [one.at, one.reach.personIds]),
    );
    expect(fired).toHaveLength(5);
  });

  it('uses the roster of each hour', () => {
    const shift = local('2026-03-06 14:10');
    const limit = {
      ...{ key: 'report_up', rule: 'report_up', ownerRole: 'office', ownerUnitId: null },
      ...{ startedAt: local('2026-03-06 10:00'), dueAt: local('2026-03-06 14:00') },
      ...{ stepsDone: 0, told: null, acknowledgedAt: null, resumesAt: null },
      state: 'open' as const,
    };
    const plan = {
      escalation: [
        { atMinutes: 0, to: ['duty_officer' as const] },
        { atMinutes: 30, to: ['duty_officer' as const] },
      ],
    };
    const told = rehearse(
      plan,
      { limit, grade: null, from: limit.startedAt, recusedIds: [], isVisibleAbove: false },
      (at) => {
        const { onDuty } = directoryOf();
        const officerId = personId(at < shift ? 'officer' : 'officer2');
        return directoryOf({ onDuty: { ...onDuty, officerId } });
      },
    );
    expect(told.map((one) => one.reach.personIds)).toEqual([ids('officer'), ids('officer2')]);
  });
});

describe('the check over the coming hours', () => {
  const hours = Array.from({ length: 48 }, (_, hour) => {
    const at = new Date(Date.parse(local('2026-03-06 10:00')) + hour * 3_600_000).toISOString();
    const onDuty = { officerId: null, backupId: null, leaderId: null };
    return { at, directory: directoryOf(hour < 12 ? {} : { onDuty }) };
  });

  it('names the hours at which a step reaches nobody it names', () => {
    const plan = { escalation: [{ atMinutes: 0, to: ['duty_officer' as const] }] };
    expect(reachabilityOf(plan, hours)).toMatchObject([
      {
        reachedHours: 12,
        hours: 48,
        firstGapAt: hours[12]?.at,
        skipped: [{ role: 'duty_officer', reason: 'nobody_on_duty', hours: 36 }],
      },
    ]);
  });

  it('of a plan whose steps name roles that are held, every step is reached', () => {
    const steps = reachabilityOf(p26(), hours);
    expect(steps).toHaveLength(p26().escalation.length);
    expect(steps.every((one) => one.reachedHours === 48)).toBe(true);
  });
});
