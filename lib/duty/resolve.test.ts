import { describe, expect, it } from 'vitest';
import { effectiveShifts } from './effective';
import { findGaps } from './gaps';
import { resolveOnDuty, type Shift } from './resolve';

const at = (hour: string) => `2026-11-22T${hour}:00.000Z`;
const shift = (id: string, from: string, to: string, change: Partial<Shift> = {}): Shift => ({
  id,
  startsAt: at(from),
  endsAt: at(to),
  officerId: `officer-${id}`,
  backupId: null,
  leaderId: `leader-${id}`,
  ...change,
});
const day = [shift('a', '00:30', '08:30'), shift('b', '08:30', '16:30')];

describe('who is on duty', () => {
  it('begins with the first instant of a shift and ends before its last', () => {
    expect(resolveOnDuty(day, at('00:30')).shiftId).toBe('a');
    expect(resolveOnDuty(day, '2026-11-22T00:29:59.999Z').shiftId).toBeNull();
    expect(resolveOnDuty(day, '2026-11-22T08:29:59.999Z').shiftId).toBe('a');
    expect(resolveOnDuty(day, at('08:30')).shiftId).toBe('b');
    expect(resolveOnDuty(day, at('16:30'))).toEqual({
      officerId: null,
      backupId: null,
      leaderId: null,
      shiftId: null,
      until: null,
    });
  });

  it('a cover inside a longer shift holds for exactly its hours', () => {
    const covered = [...day, shift('cover', '10:00', '12:00')];
    const seen = ['09:59', '10:00', '11:59', '12:00'].map(
      (hour) => resolveOnDuty(covered, at(hour)).shiftId,
    );
    expect(seen).toEqual(['b', 'cover', 'cover', 'b']);
    expect(resolveOnDuty(covered.toReversed(), at('10:00')).shiftId).toBe('cover');
  });
});

describe('covers, leave and several rosters', () => {
  const cover = (id: string, from: string, to: string, change: Partial<Shift>) =>
    shift(id, from, to, { kind: 'cover', officerId: null, leaderId: null, ...change });

  it('goalert #4362: a cover splits a shift exactly at its edges and leaves nothing of them out', () => {
    const covered = effectiveShifts([...day, cover('c', '10:00', '12:00', { officerId: 'other' })]);
    expect(
      covered.map(({ id, startsAt, endsAt, officerId, leaderId }) => [
        id,
        startsAt,
        endsAt,
        officerId,
        leaderId,
      ]),
    ).toEqual([
      ['a', at('00:30'), at('08:30'), 'officer-a', 'leader-a'],
      ['b', at('08:30'), at('10:00'), 'officer-b', 'leader-b'],
      [`b/${at('10:00')}`, at('10:00'), at('12:00'), 'other', 'leader-b'],
      [`b/${at('12:00')}`, at('12:00'), at('16:30'), 'officer-b', 'leader-b'],
    ]);
  });

  it('oncall #1296: what the page shows and what routing uses is the same cover', () => {
    const rows = [...day, cover('c', '09:00', '10:00', { leaderId: 'other' })];
    for (const hour of ['08:59', '09:00', '09:59', '10:00']) {
      const { leaderId, officerId } = resolveOnDuty(rows, at(hour));
      expect(resolveOnDuty(effectiveShifts(rows), at(hour))).toMatchObject({ leaderId, officerId });
    }
  });

  it('a cover outside every shift counts, and the one agreed last is on top', () => {
    const rows = [
      cover('c1', '20:00', '23:00', { officerId: 'first' }),
      cover('c2', '21:00', '22:00', { officerId: 'second' }),
    ];
    const seen = ['20:59', '21:00', '22:00', '23:00'].map(
      (hour) => resolveOnDuty(rows, at(hour)).officerId,
    );
    expect(seen).toEqual(['first', 'second', 'first', null]);
  });

  it('who is on leave holds no place, to the exact edges, and the gap is seen', () => {
    const leaves = [{ personId: 'officer-a', startsAt: at('02:00'), endsAt: at('03:00') }];
    expect(resolveOnDuty(day, at('02:00'), leaves).officerId).toBeNull();
    expect(resolveOnDuty(day, at('03:00'), leaves).officerId).toBe('officer-a');
    expect(findGaps(effectiveShifts(day, leaves), at('00:30'), at('16:30'))).toEqual([
      { from: at('02:00'), to: at('03:00'), missing: 'officer' },
    ]);
  });

  it('of several rosters each place is held by the first that has somebody', () => {
    const rows = [
      shift('main', '00:00', '12:00', { leaderId: null }),
      shift('leaders', '00:00', '24:00', { officerId: null, rank: 1 }),
    ].map((row) => ({ ...row, endsAt: row.endsAt.replace('2026-11-22T24', '2026-11-23T00') }));
    expect(resolveOnDuty(rows, at('10:00'))).toMatchObject({
      officerId: 'officer-main',
      leaderId: 'leader-leaders',
      shiftId: 'main',
      until: at('12:00'),
    });
    expect(resolveOnDuty(rows, at('12:00'))).toMatchObject({ officerId: null, shiftId: 'leaders' });
  });
});

describe('gaps of a roster', () => {
  it('oncall #4845: a gap that is intended does not warn, one second beyond it does', () => {
    const meant = [{ startsAt: at('16:30'), endsAt: at('20:00') }];
    expect(findGaps(day, at('00:30'), at('20:00'), () => true, meant)).toEqual([]);
    expect(findGaps(day, at('00:30'), '2026-11-22T20:00:01.000Z', () => true, meant)).toEqual([
      { from: at('20:00'), to: '2026-11-22T20:00:01.000Z', missing: 'nobody' },
    ]);
  });

  it('a whole roster without shifts is one loud gap', () => {
    expect(findGaps([], at('00:00'), at('12:00'))).toEqual([
      { from: at('00:00'), to: at('12:00'), missing: 'nobody' },
    ]);
  });

  it('shifts that meet leave none, and the edges show', () => {
    expect(findGaps(day, at('00:30'), at('16:30'))).toEqual([]);
    expect(findGaps(day, at('00:00'), at('17:00'))).toEqual([
      { from: at('00:00'), to: at('00:30'), missing: 'nobody' },
      { from: at('16:30'), to: at('17:00'), missing: 'nobody' },
    ]);
  });

  it('an empty place and a person who cannot be told are gaps of their own', () => {
    const thin = [shift('a', '00:00', '08:00', { leaderId: null }), shift('b', '08:00', '12:00')];
    expect(findGaps(thin, at('00:00'), at('12:00'), (id) => id !== 'officer-b')).toEqual([
      { from: at('00:00'), to: at('08:00'), missing: 'leader' },
      { from: at('08:00'), to: at('12:00'), missing: 'officer' },
    ]);
  });
});
