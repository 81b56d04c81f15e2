import { describe, expect, it } from 'vitest';
import {
  directoryOf,
  local,
  type PersonName,
  p26,
  personId,
  ROADS,
} from '@/tests/support/incident-world';
import { finalTargets } from './policy';
import { type ReachOptions, reach } from './recipients';

const policy = p26().escalation;
const office = { ownerRole: 'office', ownerUnitId: null };
const ids = (...names: PersonName[]) => names.map(personId);
const steps = (...minutes: number[]) => policy.filter((step) => minutes.includes(step.atMinutes));
const day: ReachOptions = {
  at: local('2026-03-06 14:00'),
  isNight: false,
  recusedIds: [],
  finals: finalTargets(p26()),
  isVisibleAbove: false,
};
const without = (...names: PersonName[]) => ({
  people: directoryOf().people.filter((one) => !names.includes(one.name as PersonName)),
});

describe('who is told', () => {
  it.each([
    ['the owners before the due time', -120, ids('office', 'office2')],
    ['and the officer on duty at it', 0, ids('office', 'office2', 'officer')],
    ['the deputies after half an hour', 30, ids('deputy', 'deputy2')],
    ['the leader after an hour', 60, ids('leader')],
  ])('%s', (_, minutes, expected) => {
    expect(reach(steps(minutes), directoryOf(), office, day)).toEqual({
      personIds: expected,
      skipped: [],
      standIns: [],
    });
  });

  it('the handlers of the unit that owns it', () => {
    const owner = { ownerRole: 'handler', ownerUnitId: ROADS };
    expect(reach(steps(-120), directoryOf(), owner, day).personIds).toEqual(ids('handler'));
    const nobody = directoryOf(without('handler'));
    expect(reach(steps(-120), nobody, owner, day).personIds).toEqual(ids('office', 'office2'));
  });

  it('the leader on duty first at night', () => {
    const night = reach(steps(0), directoryOf(), office, { ...day, isNight: true });
    expect(night.personIds).toEqual(ids('deputy', 'office', 'office2', 'officer'));
  });

  it('nobody twice, however many steps are due at once', () => {
    const all = reach(policy, directoryOf(), office, day);
    expect(new Set(all.personIds).size).toBe(all.personIds.length);
    expect(all.personIds).toEqual(
      expect.arrayContaining(ids('office', 'officer', 'deputy', 'leader')),
    );
  });
});

describe('never silent', () => {
  it('an empty role is skipped with its reason and the leader told in its place', () => {
    const { personIds, skipped } = reach(
      steps(30),
      directoryOf(without('deputy', 'deputy2')),
      office,
      day,
    );
    expect(skipped).toEqual([{ role: 'deputy', reason: 'nobody_in_role' }]);
    expect(personIds).toEqual(ids('leader'));
  });

  it('nobody on duty is on record, the owners are told all the same', () => {
    const directory = directoryOf({ onDuty: { officerId: null, backupId: null, leaderId: null } });
    const { personIds, skipped } = reach(steps(0), directory, office, { ...day, isNight: true });
    expect(skipped.map((one) => [one.role, one.reason])).toEqual([
      ['duty_leader', 'nobody_on_duty'],
      ['duty_officer', 'nobody_on_duty'],
    ]);
    expect(personIds).toEqual(ids('office', 'office2'));
  });

  it('a recused person is not told, and who stands in is', () => {
    const recusedIds = ids('leader');
    const { personIds, skipped } = reach(steps(60), directoryOf(), office, { ...day, recusedIds });
    const recused = { role: 'leader', reason: 'recused', personId: personId('leader') };
    expect(skipped).toEqual([recused]);
    expect(personIds).toEqual(ids('deputy', 'deputy2'));
    const one = reach(steps(30), directoryOf(), office, { ...day, recusedIds: ids('deputy') });
    expect(one.personIds).toEqual(ids('deputy2'));
    expect(one.skipped).toMatchObject([{ role: 'deputy', reason: 'recused' }]);
  });

  it('people of other institutions hold no step', () => {
    const people = directoryOf().people.map((one) =>
      one.name === 'deputy' ? { ...one, orgId: personId('leader') } : one,
    );
    expect(reach(steps(30), directoryOf({ people }), office, day).personIds).toEqual(
      ids('deputy2'),
    );
  });
});
