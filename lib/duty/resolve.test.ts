import { describe, expect, it } from 'vitest';
import { findGaps, resolveOnDuty, type Shift } from './resolve';

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

describe('gaps of a roster', () => {
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
