import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromLocal } from '@/lib/calendar';
import type { Shift } from '@/lib/duty/resolve';
import { handoverOccurrences, partiesAt } from './handovers';
import { DEFAULT_SETTINGS } from './settings';

const at = (text: string) => fromLocal(`2026-${text.slice(0, 5)}`, text.slice(6));
let made = 0;
const shift = (from: string, to: string, officerId: string | null, kind?: 'cover'): Shift => {
  made += 1;
  return {
    id: `${kind ?? 'shift'}-${String(made).padStart(3, '0')}`,
    startsAt: at(from),
    endsAt: at(to),
    officerId,
    backupId: null,
    leaderId: null,
    ...(kind ? { kind } : {}),
  };
};
const window = { from: at('11-20 00:00'), to: at('11-26 00:00') };
const edges = (shifts: Shift[], leaves: Parameters<typeof partiesAt>[1] = []) =>
  handoverOccurrences(
    [{ rosterId: 'r', name: '值班表', shifts }],
    leaves,
    DEFAULT_SETTINGS,
    window,
  ).map(({ startsAt }) => {
    const { outgoingId, incomingId } = partiesAt(shifts, leaves, startsAt);
    return `${startsAt} ${outgoingId}→${incomingId}`;
  });

describe('handovers of a roster', () => {
  const daily = [
    shift('11-21 08:30', '11-22 08:30', 'li'),
    shift('11-22 08:30', '11-23 08:30', 'wang'),
    shift('11-23 08:30', '11-24 08:30', 'wang'),
  ];

  it('at every change of shifts; the same person twice shows as such', () => {
    expect(edges(daily)).toEqual([
      `${at('11-22 08:30')} li→wang`,
      `${at('11-23 08:30')} wang→wang`,
    ]);
  });

  it('also where a cover begins and ends, exactly at its edges', () => {
    const covered = [...daily, shift('11-22 20:00', '11-23 02:00', 'zhao', 'cover')];
    expect(edges(covered)).toEqual([
      `${at('11-22 08:30')} li→wang`,
      `${at('11-22 20:00')} wang→zhao`,
      `${at('11-23 02:00')} zhao→wang`,
      `${at('11-23 08:30')} wang→wang`,
    ]);
  });

  it('after a gap from the last officer before it, who may sign since the gap began', () => {
    const days = [
      shift('11-21 08:30', '11-21 17:30', 'li'),
      shift('11-22 08:30', '11-22 17:30', 'wang'),
    ];
    const [one] = handoverOccurrences(
      [{ rosterId: 'r', name: '值班表', shifts: days }],
      [],
      DEFAULT_SETTINGS,
      window,
    );
    expect(edges(days)).toEqual([`${at('11-22 08:30')} li→wang`]);
    expect(one).toMatchObject({ opensAt: at('11-21 17:00'), dueAt: at('11-22 08:45') });
  });

  it('somebody on leave hands nothing over', () => {
    const leave = { personId: 'wang', startsAt: at('11-22 00:00'), endsAt: at('11-23 08:30') };
    expect(edges(daily, [leave])).toEqual([`${at('11-23 08:30')} li→wang`]);
  });

  it('who it is depends on the roster as it stands when asked', () => {
    const covered = [...daily, shift('11-22 08:30', '11-22 12:00', 'zhao', 'cover')];
    expect(partiesAt(covered, [], at('11-22 08:30'))).toEqual({
      outgoingId: 'li',
      incomingId: 'zhao',
    });
    // A change that was planned and is gone: the same person on both sides.
    expect(partiesAt(daily, [], at('11-22 12:00'))).toEqual({
      outgoingId: 'wang',
      incomingId: 'wang',
    });
  });

  it('every handover comes exactly once, however the time is cut into windows', () => {
    const seat = fc.constantFrom('li', 'wang', 'zhao', null);
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 1, max: 30 }), seat),
          {
            minLength: 1,
            maxLength: 8,
          },
        ),
        fc.uniqueArray(fc.integer({ min: 1, max: 239 }), { maxLength: 5 }),
        (rows, cuts) => {
          const start = Date.parse(at('12-29 00:00'));
          const hour = (count: number) => new Date(start + count * 1_800_000).toISOString();
          const shifts = rows.map(([from, length, officerId], index) => ({
            id: `shift-${index}`,
            startsAt: hour(from),
            endsAt: hour(from + length),
            officerId,
            backupId: null,
            leaderId: null,
          }));
          const of = (from: number, to: number) =>
            handoverOccurrences([{ rosterId: 'r', name: '值班表', shifts }], [], DEFAULT_SETTINGS, {
              from: hour(from),
              to: hour(to),
            }).map(({ key }) => key);
          const ends = [0, ...cuts.sort((a, b) => a - b), 240];
          const parts = ends.slice(1).flatMap((to, index) => of(ends[index] ?? 0, to));
          expect(parts).toEqual(of(0, 240));
          expect(new Set(parts).size).toBe(parts.length);
        },
      ),
    );
  });
});
