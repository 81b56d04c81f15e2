import { expect, it } from 'vitest';
import { isWithin, navFor, navKeys } from './nav';

it('keeps the order of the rail', () => {
  expect(navFor((key) => key === 'audit' || key === 'desk')).toEqual(['desk', 'audit']);
  expect(navFor(() => true)).toEqual(navKeys);
});

it.each([
  ['/', '/', true],
  ['/', '/incidents', false],
  ['/incidents', '/incidents/1', true],
  ['/plans', '/plans-old', false],
])('%s within %s: %s', (href, pathname, within) => {
  expect(isWithin(href, pathname)).toBe(within);
});
