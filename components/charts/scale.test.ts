import { expect, it } from 'vitest';
import { linePath, niceCeiling } from './scale';

it.each([
  [0, 1],
  [1, 1],
  [3, 5],
  [7, 10],
  [10, 10],
  [1180, 2000],
])('the ceiling over %d is %d', (value, ceiling) => {
  expect(niceCeiling(value)).toBe(ceiling);
});

it('breaks the line where nothing was measured', () => {
  const box = { width: 30, height: 10 };
  expect(linePath([0, 10, null, 5], 10, box)).toBe('M0.0 10.0L10.0 0.0M30.0 5.0');
});
