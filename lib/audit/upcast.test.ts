import { describe, expect, it } from 'vitest';
import { newestVersion, UnknownEventVersionError, type UpcasterTable, upcast } from './upcast';

const table: UpcasterTable = {
  'lamp.lit': [
    (payload) => ({ colour: payload.color, watts: payload.watts }),
    ({ watts, ...rest }) => ({ ...rest, power: { watts } }),
  ],
};

describe('upcast', () => {
  it.each([
    [1, { color: 'red', watts: 5 }],
    [2, { colour: 'red', watts: 5 }],
    [3, { colour: 'red', power: { watts: 5 } }],
  ])('lifts version %i to the newest', (typeVersion, payload) => {
    expect(upcast({ type: 'lamp.lit', typeVersion, payload }, table)).toEqual({
      colour: 'red',
      power: { watts: 5 },
    });
  });

  it('leaves the stored payload as it is', () => {
    const payload = Object.freeze({ color: 'red', watts: 5 });
    upcast({ type: 'lamp.lit', typeVersion: 1, payload }, table);
    expect(payload).toEqual({ color: 'red', watts: 5 });
  });

  it('knows version 1 of a type without steps, also when it is named like a built-in', () => {
    expect(upcast({ type: 'toString', typeVersion: 1, payload: { a: 1 } }, table)).toEqual({
      a: 1,
    });
    expect(newestVersion('toString', table)).toBe(1);
    expect(newestVersion('lamp.lit', table)).toBe(3);
  });

  it.each([0, 1.5, 4])('refuses version %s, which it does not know', (typeVersion) => {
    expect(() => upcast({ type: 'lamp.lit', typeVersion, payload: {} }, table)).toThrow(
      UnknownEventVersionError,
    );
  });
});
