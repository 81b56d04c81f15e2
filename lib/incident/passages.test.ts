import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf, sentencesOf, stretchesOf } from './passages';

const BODY = '【已知事实】\n食堂今天停用。检测“进行中”！\n\n电话0900-5551001；随时可问';

describe('passages of a text', () => {
  it('are its sentences, each with its own signs', () => {
    expect(sentencesOf(BODY).map(({ from, to }) => BODY.slice(from, to))).toEqual([
      '【已知事实】',
      '食堂今天停用。',
      '检测“进行中”！',
      '电话0900-5551001；',
      '随时可问',
    ]);
  });

  it.each([
    ['at its own place', '甲乙丙丁', '甲乙丙丁', 1],
    ['moved on', '甲乙丙丁', '新加的话。甲乙丙丁', 6],
    ['at the nearest of two', '甲乙丙丁', '乙丙，一二三乙丙', 0],
    ['nowhere when changed', '甲乙丙丁', '甲乙、丙丁', null],
  ])('a comment is found %s', (_, before, after, from) => {
    const quote = before.slice(1, 3);
    const place = placeOf({ fromSign: 1, quote }, after);
    expect(place).toEqual(from === null ? null : { from, to: from + 2 });
  });

  it('erased words stand nowhere', () => {
    expect(placeOf({ fromSign: 0, quote: null }, BODY)).toBeNull();
  });

  it('cut into stretches they make up the text again, whatever overlaps', () => {
    const passage = fc
      .tuple(fc.nat(40), fc.nat(40))
      .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40 }),
        fc.array(passage, { maxLength: 6 }),
        (body, all) => {
          const stretches = stretchesOf(body, all);
          expect(stretches.map(({ from, to }) => body.slice(from, to)).join('')).toBe(body);
        },
      ),
    );
  });
});
