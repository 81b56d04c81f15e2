import { describe, expect, it } from 'vitest';
import { findListedWords, type ListedWord } from './listed-words';

const word = (phrase: string): ListedWord => ({
  id: phrase,
  phrase,
  why: '不准确',
  instead: null,
  weight: 'warn',
});

const found = (text: string, ...phrases: string[]) =>
  findListedWords(text, phrases.map(word)).map((one) => [one.word.phrase, one.count]);

describe('words the institution listed', () => {
  it.each([
    ['网上有一小撮人', '一小撮', 1],
    ['一 小\n撮', '一小撮', 1],
    ['ＡＰＰ 与 App', 'app', 2],
    ['造谣造谣', '造谣', 2],
    ['经核实，情况属实。', '造谣', 0],
    ['𠮷林的一小撮', '一小撮', 1],
  ])('%s: %s %i times', (text, phrase, count) => {
    expect(found(text, phrase)).toEqual(count === 0 ? [] : [[phrase, count]]);
  });

  it('names them in the order of the text, with the passage as it stands', () => {
    const text = '我局高度重视，网上流传的说法系别有用心者所为，已责成学校整改，请广大家长放心。';
    expect(found(text, '别有用心', '高度重视')).toEqual([
      ['高度重视', 1],
      ['别有用心', 1],
    ]);
    expect(findListedWords(text, [word('别有用心')])[0]?.passage).toBe(
      '…度重视，网上流传的说法系别有用心者所为，已责成学校整改，…',
    );
  });

  it('a phrase of nothing but gaps is found nowhere', () => {
    expect(found('某 某', ' ')).toEqual([]);
  });
});
