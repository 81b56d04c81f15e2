import { describe, expect, it } from 'vitest';
import { checkRoster, type RosterMember } from './publish-checks';
import type { Shift } from './resolve';

const day = (number: number) => `2026-12-${String(number).padStart(2, '0')}T00:30:00.000Z`;
const [from, to] = [day(1), day(4)];
const shift = (number: number, change: Partial<Shift> = {}): Shift => ({
  id: `shift-${number}`,
  startsAt: day(number),
  endsAt: day(number + 1),
  officerId: 'wang',
  backupId: 'zhao',
  leaderId: 'li',
  ...change,
});
const person = (id: string, change: Partial<RosterMember> = {}): RosterMember => ({
  id,
  active: true,
  phone: '1380000',
  mayApprove: id === 'li',
  ...change,
});
const people = ['wang', 'zhao', 'li'].map((id) => person(id));
const full = [shift(1), shift(2), shift(3)];
const check = (change: Partial<Parameters<typeof checkRoster>[0]>) =>
  checkRoster({ shifts: full, elsewhere: [], intended: [], people, ...change }, from, to).map(
    ({ code, startsAt, personId, blocks }) => [code, startsAt, personId, blocks],
  );

describe('before a roster is published', () => {
  it('a full roster has nothing against it', () => expect(check({})).toEqual([]));

  it('OneUptime PR #3174: a roster that is empty altogether is told loudly and refused', () => {
    expect(check({ shifts: [] })).toEqual([['whole_roster_empty', from, null, true]]);
  });

  it('gaps are named unless they are intended', () => {
    const shifts = [shift(1), shift(3, { leaderId: null })];
    expect(check({ shifts })).toEqual([
      ['nobody', day(2), null, false],
      ['no_leader', day(3), null, false],
    ]);
    expect(check({ shifts, intended: [{ startsAt: day(2), endsAt: day(4) }] })).toEqual([]);
  });

  it('one person in two places, here or in another roster, is refused', () => {
    const twice = [shift(1, { backupId: 'wang' }), shift(2), shift(3)];
    expect(check({ shifts: twice })).toEqual([['double_booking', day(1), 'wang', true]]);
    const elsewhere = [shift(3, { id: 'other', officerId: null, backupId: 'li', leaderId: null })];
    expect(check({ elsewhere })).toEqual([['double_booking', day(3), 'li', true]]);
  });

  it('one person in two places outside what is published is told, not refused', () => {
    const twice = [shift(1, { backupId: 'wang' }), shift(2), shift(3)];
    const changes = [{ startsAt: day(2), endsAt: day(4) }];
    expect(check({ shifts: twice, changes })).toEqual([['double_booking', day(1), 'wang', false]]);
  });

  it('a heightened period wants somebody round the clock, whatever was intended', () => {
    const shifts = [shift(1), shift(3)];
    const intended = [{ startsAt: day(2), endsAt: day(3) }];
    const heightened = [{ startsAt: day(2), endsAt: day(4) }];
    expect(check({ shifts, intended, heightened })).toEqual([
      ['heightened_gap', day(2), null, true],
    ]);
    expect(check({ heightened })).toEqual([]);
  });

  it('a place that another roster fills is no gap', () => {
    const shifts = full.map((one) => ({ ...one, leaderId: null }));
    expect(check({ shifts })).toEqual([['no_leader', day(1), null, false]]);
    expect(check({ shifts, together: full })).toEqual([]);
  });

  it('oncall #1326: a leader without contact is found before publishing, once', () => {
    const silent = [...people.slice(0, 2), person('li', { phone: ' ' })];
    expect(check({ people: silent })).toEqual([['unreachable', day(1), 'li', false]]);
    const byMail = [...people.slice(0, 2), person('li', { phone: null, hasOtherWay: true })];
    expect(check({ people: byMail })).toEqual([['no_phone', day(1), 'li', false]]);
    const gone = [person('wang', { active: false }), ...people.slice(1)];
    expect(check({ people: gone })).toEqual([
      ['no_officer', day(1), null, false],
      ['unreachable', day(1), 'wang', false],
    ]);
  });

  it('a leader on duty who may not approve is named', () => {
    const shifts = [shift(1, { leaderId: 'wang', officerId: 'li' }), shift(2), shift(3)];
    expect(check({ shifts })).toEqual([['no_approver', day(1), 'wang', false]]);
  });
});
