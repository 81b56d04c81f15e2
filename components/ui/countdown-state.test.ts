import { expect, it } from 'vitest';
import { countdownState } from './countdown-state';

const minute = 60_000;

it.each([
  ['far from due', 100, 0, null, 50, 'ok'],
  ['in the last quarter', 100, 0, null, 75, 'soon'],
  ['due this instant', 100, 0, null, 100, 'late'],
  ['start unknown, last half hour', 100, null, null, 70, 'soon'],
  ['start unknown, before that', 100, null, null, 69, 'ok'],
  ['met in time', 100, 0, 100, 500, 'met'],
  ['met late is late for ever', 100, 0, 101, 101, 'met_late'],
] as const)('%s', (_, due, start, met, now, state) => {
  const ms = (value: number | null) => (value === null ? null : value * minute);
  expect(countdownState(due * minute, ms(start), ms(met), now * minute)).toBe(state);
});
