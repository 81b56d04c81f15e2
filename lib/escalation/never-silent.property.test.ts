import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Role } from '@/lib/access/roles';
import { isNight } from '@/lib/calendar';
import type { Delegation } from '@/lib/group/delegates';
import type { Directory, Person } from '@/lib/incident/context';
import type { EscalationPolicy, EscalationStep, EscalationTarget } from '@/lib/plan/schema';
import { ESCALATION_ROLES, GROUP_DUTIES } from '@/lib/plan/schema-escalation';
import { fixedId, local, ORG_ID, PARENT_ORG_ID } from '@/tests/support/incident-world';
import { finalTargets, policyFor } from './policy';
import { type ReachOptions, reach } from './recipients';
import { nextActionAt, pendingSteps, type Scheduled, stepsOf, toldAfter } from './schedule';

const MINUTE_MS = 60_000;
const START = local('2026-03-06 06:00');
const plus = (minutes: number) => new Date(Date.parse(START) + minutes * MINUTE_MS).toISOString();

const ROLES: readonly Role[] = ['officer', 'office', 'deputy', 'leader', 'spokesperson', 'member'];
const GROUP = fixedId(10, 1);
const personIds = Array.from({ length: 7 }, (_, index) => fixedId(4, index + 1));

const target: fc.Arbitrary<EscalationTarget> = fc.oneof(
  fc.constantFrom<EscalationTarget>(...ESCALATION_ROLES),
  fc.constantFrom(...personIds, fixedId(4, 99)).map((id) => `person:${id}`),
  fc.constantFrom(...GROUP_DUTIES).map((duty) => `seats:${duty}`),
  fc.constantFrom(`group:${GROUP}`, `group:${GROUP}:deputy`, `group:${fixedId(10, 9)}`),
);
const targets = fc.uniqueArray(target, { minLength: 1, maxLength: 4 });
const step: fc.Arbitrary<EscalationStep> = fc.record(
  {
    atMinutes: fc.integer({ min: -180, max: 180 }),
    minTotalMinutes: fc.integer({ min: 1, max: 600 }),
    to: targets,
    nightFirst: fc.constant('duty_leader' as const),
    repeat: fc.record({
      everyMinutes: fc.integer({ min: 5, max: 60 }),
      times: fc.integer({ min: 1, max: 4 }),
    }),
    fallback: targets,
  },
  { requiredKeys: ['atMinutes', 'to'] },
);
const steps = fc.array(step, { minLength: 1, maxLength: 6 });
const policy: fc.Arbitrary<EscalationPolicy> = fc.record({
  key: fc.constantFrom('one', 'two', 'three'),
  label: fc.constant({ zh: '一', en: 'One' }),
  grades: fc.subarray(['serious', 'ordinary']),
  obligations: fc.subarray(['report_up', 'first_response']),
  escalation: steps,
});
const plan = fc.record(
  {
    escalation: steps,
    escalationPolicies: fc.array(policy, { maxLength: 4 }),
    escalationFinal: targets,
  },
  { requiredKeys: ['escalation'] },
);

const person = (id: string): fc.Arbitrary<Person> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(id),
    orgId: fc.constantFrom(ORG_ID, ORG_ID, ORG_ID, PARENT_ORG_ID),
    unitId: fc.constant(null),
    roles: fc.subarray([...ROLES], { maxLength: 2 }),
    reachable: fc.boolean(),
  });
const anyone = fc.constantFrom(null, ...personIds);
const delegation: fc.Arbitrary<Delegation> = fc.record({
  id: fc.constant(fixedId(11, 1)),
  fromId: fc.constantFrom(...personIds),
  toId: fc.constantFrom(...personIds),
  scope: fc.constantFrom('approve' as const, 'grade' as const, 'all' as const),
  startsAt: fc.integer({ min: -300, max: 400 }).map(plus),
  endsAt: fc.integer({ min: 0, max: 900 }).map(plus),
});
const directory: fc.Arbitrary<Directory> = fc.record({
  orgId: fc.constant(ORG_ID),
  orgName: fc.constant('示范局'),
  parentOrgId: fc.constantFrom(null, PARENT_ORG_ID),
  people: fc
    .subarray(personIds)
    .chain((ids) => fc.tuple(...ids.map(person)).map((all) => [...all])),
  units: fc.constant([]),
  groupMemberIds: fc.constant([]),
  accounts: fc.constant([]),
  acknowledgements: fc.constant([]),
  onDuty: fc.record({ officerId: anyone, backupId: anyone, leaderId: anyone }),
  onDutyAbove: fc.record({ officerId: anyone, leaderId: anyone }),
  groups: fc.constantFrom(
    [],
    [
      {
        id: GROUP,
        name: '领导小组',
        seats: personIds.slice(0, 3).map((personId, index) => ({
          personId,
          duty: GROUP_DUTIES[index] ?? 'member',
        })),
      },
    ],
  ),
  inactiveIds: fc.subarray(personIds),
  awayIds: fc.subarray(personIds, { maxLength: 3 }),
  delegations: fc.array(delegation, { maxLength: 3 }),
});

const LEADING: readonly Role[] = ['leader', 'deputy', 'office'];

/** Told, or on record with a reason, for every target of the steps; and nobody who is recused. */
function checkTelling(
  due: readonly EscalationStep[],
  house: Directory,
  options: ReachOptions,
): void {
  const owner = { ownerRole: 'office', ownerUnitId: null };
  const { personIds: told, skipped, standIns } = reach(due, house, owner, options);
  expect(new Set(told).size).toBe(told.length);
  for (const id of options.recusedIds) expect(told).not.toContain(id);
  for (const one of due) {
    for (const to of one.to) {
      const alone = reach([{ to: [to] }], house, owner, { ...options, finals: [] });
      const reasons = skipped.filter((each) => each.role === to);
      expect(alone.personIds.length + reasons.length).toBeGreaterThan(0);
    }
  }
  for (const one of standIns) expect(told).toContain(one.personId);
  const isFree = ({ id, orgId, reachable, roles }: Person) =>
    orgId === ORG_ID &&
    reachable &&
    !options.recusedIds.includes(id) &&
    !house.awayIds.includes(id) &&
    roles.some((role) => LEADING.includes(role));
  // Where anybody who leads can be reached, somebody who can be reached is told.
  if (house.people.some(isFree)) {
    const reached = house.people.filter((one) => told.includes(one.id) && one.reachable);
    expect(reached.length).toBeGreaterThan(0);
  } else if (told.length === 0) expect(skipped.length).toBeGreaterThan(0);
}

describe('every step either fires, is skipped with a reason, or is pending with a time', () => {
  it('over random policies, rosters, regrades and late wake-ups (oncall #895, #1931)', () => {
    const looks = fc.array(
      fc.record({
        after: fc.integer({ min: 1, max: 200 }),
        grade: fc.constantFrom(null, 'serious', 'ordinary'),
        house: directory,
        recused: fc.subarray(personIds, { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(plan, fc.integer({ min: 10, max: 700 }), looks, (given, total, waking) => {
        const limit = { key: 'report_up', rule: 'report_up' };
        let row: Scheduled = {
          startedAt: START,
          dueAt: plus(total),
          stepsDone: 0,
          told: null,
          acknowledgedAt: null,
          state: 'open',
          resumesAt: null,
        };
        const said = new Map<string, number>();
        let minutes = 0;
        for (const { after, grade, house, recused } of waking) {
          minutes += after;
          const now = plus(minutes);
          const { steps: held } = policyFor(given, limit, grade);
          const next = nextActionAt(held, row);
          const due = pendingSteps(held, row).filter((one) => one.at <= now);
          // What is due wakes the clock; what is not has its time ahead of us.
          if (due.length > 0) expect(next !== null && next <= now).toBe(true);
          for (const one of due) {
            for (const to of one.step.to) {
              const id = `${to} ${one.minutes}`;
              expect(said.get(id) ?? 0).toBe(0);
            }
          }
          for (const one of due) {
            for (const to of one.step.to) said.set(`${to} ${one.minutes}`, 1);
          }
          if (due.length > 0) {
            checkTelling(
              due.map((one) => one.step),
              house,
              {
                at: now,
                isNight: isNight(now),
                recusedIds: recused,
                finals: finalTargets(given),
                isVisibleAbove: false,
              },
            );
          }
          const told = toldAfter(held, row, due);
          const last = due.at(-1);
          row = {
            ...row,
            told,
            stepsDone: last ? last.index + 1 : row.stepsDone,
            state: now >= (row.dueAt ?? '') ? 'breached' : 'open',
          };
          const ahead = nextActionAt(held, row);
          for (const one of stepsOf(held, row.startedAt, row.dueAt)) {
            const isDone = one.step.to.every((to) => (told[to] ?? -Infinity) >= one.minutes);
            const isPending = one.at > now && ahead !== null && ahead <= one.at;
            expect(isDone || isPending).toBe(true);
            if (one.at <= now) expect(isDone).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  }, 30_000);

  it('a regrade neither skips nor repeats: who was told stays told, who was not is told at once', () => {
    const base: EscalationStep[] = [
      { atMinutes: -30, to: ['owner'] },
      { atMinutes: 0, to: ['owner', 'duty_officer'] },
      { atMinutes: 60, to: ['leader'] },
    ];
    const grave: EscalationStep[] = [
      { atMinutes: -60, to: ['owner', 'leader'] },
      { atMinutes: 0, to: ['owner', 'deputy'] },
      { atMinutes: 15, to: ['leader'], repeat: { everyMinutes: 15, times: 2 } },
    ];
    const row: Scheduled = {
      startedAt: plus(0),
      dueAt: plus(240),
      stepsDone: 2,
      told: { owner: 0, duty_officer: 0 },
      acknowledgedAt: null,
      state: 'breached',
      resumesAt: null,
    };
    expect(nextActionAt(base, row)).toBe(plus(300));
    // The leader should have heard an hour ago, the deputy at the due time: both at once now.
    expect(nextActionAt(grave, row)).toBe(plus(180));
    const due = pendingSteps(grave, row).filter((one) => one.at <= plus(245));
    expect(due.map((one) => [one.minutes, one.step.to])).toEqual([
      [-60, ['leader']],
      [0, ['deputy']],
    ]);
    const after = { ...row, told: toldAfter(grave, row, due) };
    expect(pendingSteps(grave, after).map((one) => one.minutes)).toEqual([15, 30, 45]);
    // Back to the lower grade: the leader's step at one hour stands, nobody hears twice before.
    expect(nextActionAt(base, after)).toBe(plus(300));
  });
});
