import { describe, expect, it } from 'vitest';
import type { EscalationPolicy } from '@/lib/plan/schema';
import {
  directoryOf,
  fixedId,
  local,
  type PersonName,
  p26,
  personId,
  World,
} from '@/tests/support/incident-world';
import { fold } from './evolve';

const ids = (...names: PersonName[]) => names.map(personId);

const GRAVE: EscalationPolicy = {
  key: 'grave',
  label: { zh: '重大', en: 'Serious' },
  grades: ['serious'],
  obligations: [],
  escalation: [
    { atMinutes: -120, to: ['office', 'leader'] },
    { atMinutes: 0, to: ['office'], repeat: { everyMinutes: 10, times: 2 } },
    { atMinutes: 20, to: ['deputy'], fallback: ['spokesperson'] },
  ],
};

/** An incident of 10:00 with its report due at 14:00, under a plan with steps of its own for 重大. */
function logged(world = new World({ plan: { ...p26(), escalationPolicies: [GRAVE] } })): World {
  const incident = { title: '甲', category: 'malicious_spread' as const };
  world.do('officer', 'log', { ...incident, provisionalGrade: 'ordinary' }, '2026-03-06 10:00');
  return world;
}
const fire = (world: World, at: string) => {
  const { id: deadlineId } = world.at(`2026-03-06 ${at}`).deadline('report_up');
  return world.do('sweeper', 'fireDeadline', { deadlineId });
};
const fired = (world: World) =>
  world.current.escalations.filter((one) => one.deadlineId === world.deadline('report_up').id);

describe('the policy of the highest pending grade holds', () => {
  it('a regrade replans what is to come, and says so; nobody is skipped or told twice', () => {
    const world = logged();
    expect(world.deadline('report_up').nextActionAt).toBe(local('2026-03-06 13:30'));
    const grade = { grade: 'serious', reason: '媒体介入' };
    const events = world.at('2026-03-06 11:00').do('officer', 'setProvisionalGrade', grade);
    expect(events).toContain('escalation.replanned');
    expect(world.deadline('report_up').nextActionAt).toBe(local('2026-03-06 12:00'));
    fire(world, '12:00');
    fire(world, '14:00');
    expect(fired(world).map((one) => one.recipientIds)).toEqual([
      ids('office', 'office2', 'leader'),
      ids('office', 'office2'),
    ]);
    expect(fold(world.events)).toEqual(world.current);
  });

  it('what the graver level should have told by now is told at once', () => {
    const world = logged();
    fire(world, '13:30');
    const grade = { grade: 'serious', reason: '媒体介入' };
    world.at('2026-03-06 13:40').do('officer', 'setProvisionalGrade', grade);
    const { nextActionAt } = world.deadline('report_up');
    expect(nextActionAt && nextActionAt <= world.now).toBe(true);
    fire(world, '13:40');
    expect(fired(world).at(-1)?.recipientIds).toEqual(ids('office', 'office2', 'leader'));
    expect(world.deadline('report_up').nextActionAt).toBe(local('2026-03-06 14:00'));
  });

  it('repeats until somebody acknowledges, and not longer than it says', () => {
    const world = logged();
    const grade = { grade: 'serious', reason: '媒体介入' };
    world.at('2026-03-06 11:00').do('officer', 'setProvisionalGrade', grade);
    for (const at of ['12:00', '14:00', '14:10']) fire(world, at);
    const { id: deadlineId } = world.deadline('report_up');
    expect(world.deadline('report_up').nextActionAt).toBe(local('2026-03-06 14:20'));
    world.do('officer', 'acknowledgeEscalation', { deadlineId });
    expect(world.deadline('report_up').nextActionAt).toBeNull();
    expect(fired(world)).toHaveLength(3);
  });

  it('the due time is recorded also where no step stands at it', () => {
    const only = {
      ...GRAVE,
      grades: [],
      escalation: [{ atMinutes: -30, to: ['office' as const] }],
    };
    const world = logged(new World({ plan: { ...p26(), escalationPolicies: [only] } }));
    fire(world, '13:30');
    expect(world.deadline('report_up').nextActionAt).toBe(local('2026-03-06 14:00'));
    expect(fire(world, '14:00')).toContain('deadline.breached');
    expect(world.deadline('report_up').nextActionAt).toBeNull();
  });
});

describe('a message that came to nothing', () => {
  const undelivered = (world: World, change: object = {}) => ({
    escalationId: fired(world).at(-1)?.id ?? '',
    messageId: fixedId(8, 1),
    channel: 'mail' as const,
    code: 'smtp_550',
    recipientId: personId('deputy'),
    isPassedOn: false,
    ...change,
  });
  const grave = () => {
    const world = logged();
    const grade = { grade: 'serious', reason: '媒体介入' };
    world.at('2026-03-06 11:00').do('officer', 'setProvisionalGrade', grade);
    for (const at of ['12:00', '14:20']) fire(world, at);
    return world;
  };

  it('has the step’s fallback told, once, and replay equals the rows', () => {
    const world = grave();
    world.do('sweeper', 'recordUndelivered', undelivered(world));
    const row = fired(world).at(-1);
    expect(row?.recipientIds).toContain(personId('spokesperson'));
    expect(row?.failures).toEqual([
      {
        messageId: fixedId(8, 1),
        recipientId: personId('deputy'),
        channel: 'mail',
        code: 'smtp_550',
      },
    ]);
    expect(world.refusal('sweeper', 'recordUndelivered', undelivered(world))).toBe(
      'already_exists',
    );
    expect(fold(world.events)).toEqual(world.current);
  });

  it('tells nobody else while another channel has it, or after an acknowledgement', () => {
    const world = grave();
    const before = fired(world).at(-1)?.recipientIds;
    world.do('sweeper', 'recordUndelivered', undelivered(world, { isPassedOn: true }));
    const { id: deadlineId } = world.deadline('report_up');
    world.do('officer', 'acknowledgeEscalation', { deadlineId });
    world.do('sweeper', 'recordUndelivered', undelivered(world, { messageId: fixedId(8, 2) }));
    expect(fired(world).at(-1)?.recipientIds).toEqual(before);
    expect(fired(world).at(-1)?.failures).toHaveLength(2);
  });

  it('goes further up when those who stand in have failed as well', () => {
    const people = directoryOf().people.filter((one) => !one.roles.includes('spokesperson'));
    const world = grave();
    world.directory = directoryOf({ people });
    const leader = undelivered(world, {
      recipientId: personId('leader'),
      messageId: fixedId(8, 3),
    });
    world.do('sweeper', 'recordUndelivered', undelivered(world));
    expect(fired(world).at(-1)?.recipientIds).toContain(personId('leader'));
    world.do('sweeper', 'recordUndelivered', leader);
    const told = fired(world)
      .at(-1)
      ?.standIns?.map((one) => one.personId);
    expect(told).toContain(personId('leader'));
  });
});
