import { describe, expect, it } from 'vitest';
import { maySign, signatures, signingUnits } from './signing-units';

const units = signingUnits('示范局', [
  { signingUnit: '示范局、示范小学' },
  { signingUnit: null },
  { signingUnit: '示范局办公室；示范小学' },
]);

describe('who signs what goes out', () => {
  it('is the institution, and what its register names', () => {
    expect(units).toEqual(['示范局', '示范小学', '示范局办公室']);
    expect(signingUnits('示范局', [])).toEqual(['示范局']);
  });

  it.each([
    ['示范局', true],
    [' 示范小学 ', true],
    ['示范局、示范小学', true],
    ['示范局、某某协会', false],
    ['一位热心家长', false],
    ['示范', false],
    ['、', false],
  ])('%s: %s', (signatory, expected) => {
    expect(maySign(signatory, units)).toBe(expected);
  });

  it('every signature offered may be used', () => {
    expect(signatures(units)).toEqual([
      '示范局',
      '示范小学',
      '示范局办公室',
      '示范局、示范小学',
      '示范局、示范局办公室',
    ]);
    for (const one of signatures(units)) expect(maySign(one, units)).toBe(true);
    expect(signatures([])).toEqual([]);
  });
});
