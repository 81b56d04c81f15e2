import { expect, it } from 'vitest';
import { endOf, heightenedAt, isHeightened } from './heightened';

const hour = (number: number) => new Date(Date.UTC(2026, 9, 1, number)).toISOString();
const congress = { id: 'congress', startsAt: hour(0), endsAt: hour(10), endedAt: null };
const flood = { id: 'flood', startsAt: hour(4), endsAt: hour(20), endedAt: hour(6) };

it.each([
  [hour(-1), false],
  [hour(0), true],
  [hour(9), true],
  [hour(10), false],
  [hour(12), false],
])('at %s the times are heightened: %s', (at, expected) => {
  expect(isHeightened([congress, flood], at)).toBe(expected);
});

it('shows the one that lasts longest, and an early end counts', () => {
  expect(endOf(flood)).toBe(hour(6));
  expect(heightenedAt([flood, congress], hour(5))?.id).toBe('congress');
  expect(heightenedAt([], hour(5))).toBeNull();
});
