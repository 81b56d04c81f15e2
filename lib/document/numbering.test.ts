import { describe, expect, it } from 'vitest';
import { chineseNumber, documentNumber, issueNumber, signatureIndents, widthOf } from './numbering';

describe('numbers of official documents', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [99, '九十九'],
  ])('%i is %s', (value, text) => expect(chineseNumber(value)).toBe(text));

  it.each([
    ['云教报[2026]第012号', '云教报〔2026〕12号'],
    ['云教报〔2026〕12号', '云教报〔2026〕12号'],
    ['云教报（2026）3', '云教报〔2026〕3号'],
    ['云教报【2026】 100 号', '云教报〔2026〕100号'],
    ['第3份', '第3份'],
  ])('发文字号 %s stands as %s', (given, text) => expect(documentNumber(given)).toBe(text));

  it.each([
    ['12', '第12期'],
    ['第012期', '第12期'],
    ['增刊', '增刊'],
  ])('期号 %s stands as %s', (given, text) => expect(issueNumber(given)).toBe(text));
});

describe('signature and date', () => {
  it('count half-width characters as halves', () => {
    expect(widthOf('2026年11月22日')).toBe(7);
  });

  it('under a seal: the date four in, the signature centred over it', () => {
    expect(signatureIndents('云岭县教育局', '2026年11月22日', true)).toEqual({ org: 4.5, date: 4 });
  });

  it('without one: the date begins two characters right of the signature', () => {
    const { org, date } = signatureIndents('云岭县教育局', '2026年11月22日', false);
    expect(date).toBe(2);
    expect(org + 6 - 2).toBe(date + 7);
  });

  it('a long name without a seal stands two in', () => {
    const { org, date } = signatureIndents(
      '云岭县突发事件应急处置领导小组办公室',
      '2026年1月2日',
      false,
    );
    expect(org).toBe(2);
    expect(date).toBe(12);
  });
});
