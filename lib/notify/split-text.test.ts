import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteLength, shorten, splitText } from './split-text';

const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom(
        '校车',
        '停运。',
        '家长说!',
        '👨‍👩‍👧‍👦',
        '🇨🇳',
        '饭菜有异味；',
        '\n',
        'ok. ',
        '𠮷野家',
        'é',
      ),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

const isWhole = (part: string) => !/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(part);

describe('message cut at 4,096 bytes (TrendRadar #1010): long texts are split, never cut', () => {
  it('parts fit, join to the whole, and hold whole characters', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 200 }), (whole, maxBytes) => {
        const parts = splitText(whole, maxBytes);
        expect(parts.join('')).toBe(whole);
        for (const part of parts) {
          expect(byteLength(part)).toBeLessThanOrEqual(maxBytes);
          expect(part.length).toBeGreaterThan(0);
        }
        const halved = !isWhole(whole) || whole.match(/[\uD800-\uDFFF]/gu);
        if (!halved) expect(parts.every(isWhole)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('no part begins inside what a reader sees as one character, where that fits', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(splitText(family.repeat(3), byteLength(family) + 3)).toEqual([family, family, family]);
  });

  it('cuts at sentence ends as long as sentences fit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[一-龥]{1,20}[。!?]$/), { minLength: 1, maxLength: 40 }),
        (sentences) => {
          const parts = splitText(sentences.join(''), 64);
          expect(parts.every((part) => /[。!?]$/.test(part))).toBe(true);
        },
      ),
    );
  });

  it('a text of 5,000 characters goes to 企业微信 in parts of at most 2,048 bytes', () => {
    const long = '家长反映食堂饭菜有异味,学校正在核实。'.repeat(270);
    const parts = splitText(long, 2048);
    expect(parts.length).toBe(Math.ceil(byteLength(long) / (2048 - (2048 % 57))));
    expect(parts.join('')).toBe(long);
  });

  it('shortens between characters and says so', () => {
    expect(shorten('饭菜👨‍👩‍👧‍👦有异味', 12)).toBe('饭菜…');
    expect(shorten('饭菜', 6)).toBe('饭菜');
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 60 }), (whole, maxBytes) => {
        expect(byteLength(shorten(whole, maxBytes))).toBeLessThanOrEqual(maxBytes);
      }),
    );
  });
});
