import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, NotCanonicalError } from './canonical';

describe('canonical JSON (RFC 8785)', () => {
  it.each<[string, unknown, string]>([
    ['sorts members', { b: 1, a: { d: 2, c: 3 } }, '{"a":{"c":3,"d":2},"b":1}'],
    [
      'sorts by UTF-16 code units',
      { '\u{1F600}': 1, '\uFB33': 2, '10': 3, '9': 4, '€': 5, A: 6 },
      '{"10":3,"9":4,"A":6,"€":5,"\u{1F600}":1,"\uFB33":2}',
    ],
    ['drops undefined members', { a: undefined, b: null }, '{"b":null}'],
    ['keeps array order', [3, 1, { z: [], a: {} }], '[3,1,{"a":{},"z":[]}]'],
    ['writes minus zero as zero', -0, '0'],
    ['writes large numbers', Number('333333333.33333329'), '333333333.3333333'],
    [
      'writes exponents',
      [1e30, 1e21, 1e-7, 2e-3, 4.5, 0.000001, 5e-324],
      '[1e+30,1e+21,1e-7,0.002,4.5,0.000001,5e-324]',
    ],
    [
      'escapes as RFC 8785 does',
      '€$\u000F\nA\'B"\\"/\u2028\u007f',
      '"€$\\u000f\\nA\'B\\"\\\\\\"/\u2028\u007f"',
    ],
    ['keeps Chinese as it is', { 标题: '某校食堂' }, '{"标题":"某校食堂"}'],
    [
      'treats __proto__ as an ordinary key',
      JSON.parse('{"__proto__":{"x":1}}'),
      '{"__proto__":{"x":1}}',
    ],
    [
      'accepts objects without a prototype',
      Object.assign(Object.create(null), { a: 1 }),
      '{"a":1}',
    ],
  ])('%s', (_, value, text) => {
    expect(canonical(value)).toBe(text);
  });

  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['undefined in an array', [1, undefined]],
    ['a hole in an array', new Array(2)],
    ['NaN', { a: Number.NaN }],
    ['infinity', [Number.POSITIVE_INFINITY]],
    ['a lone surrogate', 'a\uD800'],
    ['a lone surrogate in a key', { '\uDC00': 1 }],
    ['a date', { at: new Date(0) }],
    ['a map', new Map()],
    ['a bigint', 1n],
    ['a function', () => 1],
  ])('refuses %s', (_, value) => {
    expect(() => canonical(value)).toThrow(NotCanonicalError);
  });

  it('says where the bad value stands', () => {
    expect(() => canonical({ a: [{ b: Number.NaN }] })).toThrow('$.a[0].b');
  });

  it('refuses nesting that would exhaust the stack', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    expect(() => canonical(deep)).toThrow(NotCanonicalError);
  });

  it('reads back to the same value and is a fixed point', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary', maxDepth: 6 }), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        if (/\\ud[89a-f]/.test(JSON.stringify(plain))) return;
        const text = canonical(plain);
        expect(JSON.parse(text)).toEqual(plain);
        expect(canonical(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('does not depend on the order in which members were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonical(reversed)).toBe(canonical(value));
      }),
    );
  });
});
