import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ACTING_ACTS, type ActingQuestion, actingBar } from './acting';

const night: ActingQuestion = {
  personId: 'duty',
  dutyLeaderId: 'duty',
  acts: ACTING_ACTS,
  isWorkingTime: false,
  hasBegun: false,
  isTakenOver: false,
};

it.each([
  ['at night, on duty', {}, null],
  ['without such a right in the plan', { acts: null }, 'not_in_plan'],
  ['somebody else', { personId: 'other' }, 'not_on_duty'],
  ['with nobody on duty', { dutyLeaderId: null }, 'not_on_duty'],
  ['in working hours', { isWorkingTime: true }, 'group_at_work'],
  ['on from the night', { isWorkingTime: true, hasBegun: true }, null],
  ['after the group took over', { hasBegun: true, isTakenOver: true }, 'taken_over'],
  ['an act the plan left out', { acts: ['activate'] }, 'not_open'],
] as [string, Partial<ActingQuestion>, string | null][])('%s', (_name, change, bar) => {
  expect(actingBar({ ...night, ...change }, 'decide_lowest_grade')).toBe(bar);
});

it('never lets anybody act but the leader on duty, within the list, before the group is there', () => {
  const question = fc.record({
    personId: fc.constantFrom('duty', 'other'),
    dutyLeaderId: fc.constantFrom('duty', null),
    acts: fc.option(fc.uniqueArray(fc.constantFrom(...ACTING_ACTS))),
    isWorkingTime: fc.boolean(),
    hasBegun: fc.boolean(),
    isTakenOver: fc.boolean(),
  });
  fc.assert(
    fc.property(question, fc.constantFrom(...ACTING_ACTS), (asked, act) => {
      if (actingBar(asked, act) !== null) return;
      expect(asked.personId).toBe('duty');
      expect(asked.dutyLeaderId).toBe('duty');
      expect(asked.acts).toContain(act);
      expect(asked.isTakenOver).toBe(false);
      expect(asked.isWorkingTime && !asked.hasBegun).toBe(false);
    }),
  );
});
