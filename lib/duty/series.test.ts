import { describe, expect, it } from 'vitest';
import { fromLocal, localDate } from '@/lib/calendar/instant';
import { hindranceOf } from './free';
import type { Shift } from './resolve';
import { changeAlike, repeat, replacedBy, seriesOf } from './series';

const nightly = repeat({
  firstDay: '2026-12-29',
  start: '20:00',
  end: '08:00',
  every: 'day',
  until: '2027-01-12',
});
const roster = nightly.map(
  (span, index): Shift => ({
    ...span,
    id: String(index).padStart(2, '0'),
    officerId: 'wang',
    backupId: null,
    leaderId: index % 2 ? 'li' : 'zhao',
  }),
);
const [first] = roster;
if (!first) throw new Error('no shift');
const datesOf = (rows: readonly Shift[]) => rows.map(({ startsAt }) => localDate(startsAt));

describe('shifts that repeat', () => {
  it('go over the end of the year, night into morning', () => {
    expect(nightly).toHaveLength(15);
    expect(nightly[2]).toEqual({
      startsAt: fromLocal('2026-12-31', '20:00'),
      endsAt: fromLocal('2027-01-01', '08:00'),
    });
    const weekly = { firstDay: '2026-12-29', start: '08:00', end: '18:00', until: '2027-01-31' };
    expect(repeat({ ...weekly, every: 'week' })).toHaveLength(5);
    expect(repeat({ ...weekly, every: 'once' })).toHaveLength(1);
    expect(repeat({ ...weekly, every: 'day', until: '2099-01-01' })).toHaveLength(367);
  });

  it('a change reaches the one, all after it, or one weekday until a day', () => {
    const day = { ...first, id: 'day', startsAt: fromLocal('2027-01-02', '08:00') };
    const rows = [...roster, { ...day, endsAt: fromLocal('2027-01-02', '20:00') }];
    expect(seriesOf(rows, first, { scope: 'this', until: null })).toEqual([first]);
    expect(seriesOf(rows, first, { scope: 'following', until: null })).toEqual(roster);
    const tuesdays = seriesOf(rows, first, { scope: 'weekday', until: '2027-01-11' });
    expect(datesOf(tuesdays)).toEqual(['2026-12-29', '2027-01-05']);
  });

  it('edges move by as much and only the places that were changed change', () => {
    const wish = { ...first, startsAt: fromLocal('2026-12-29', '21:00'), officerId: 'sun' };
    const [, next] = roster.map((row) => changeAlike(row, first, wish));
    expect(next).toMatchObject({
      startsAt: fromLocal('2026-12-30', '21:00'),
      endsAt: fromLocal('2026-12-31', '08:00'),
      officerId: 'sun',
      leaderId: 'li',
    });
  });

  it('what is published takes the place of what begins on its days, not of the days between', () => {
    const drafts = [nightly[0], nightly[7]].flatMap((one) => one ?? []);
    expect(datesOf(replacedBy(drafts, roster))).toEqual(['2026-12-29', '2027-01-05']);
    const morning = { ...first, id: 'm', startsAt: fromLocal('2026-12-30', '00:00') };
    expect(replacedBy(drafts, [morning])).toEqual([morning]);
    expect(replacedBy(drafts, [{ ...first, kind: 'cover' }])).toEqual([]);
  });
});

describe('who can take a time', () => {
  const span = {
    startsAt: fromLocal('2026-12-29', '21:00'),
    endsAt: fromLocal('2026-12-29', '22:00'),
  };
  it('not who is away, nor who holds another place, to the exact edges', () => {
    const leave = { personId: 'sun', ...span };
    expect(hindranceOf([roster], [leave], 'sun', span)).toBe('away');
    expect(hindranceOf([roster], [], 'sun', span)).toBeNull();
    expect(hindranceOf([roster], [], 'zhao', span)).toBe('busy');
    const before = { startsAt: fromLocal('2026-12-29', '18:00'), endsAt: first.startsAt };
    expect(hindranceOf([roster], [leave], 'zhao', before)).toBeNull();
  });
});
