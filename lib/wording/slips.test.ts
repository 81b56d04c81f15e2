import { describe, expect, it } from 'vitest';
import { findSetPhrases, findSlips } from './slips';

describe('what a machine sees of a text', () => {
  it.each([
    ['学校的的食堂', '学校的的食堂'],
    ['我们我们已经核实', '我们我们已经核实'],
    ['已停用，。等待复检', '已停用，。等待复检'],
    ['（见附件', '（ ）'],
    ['“已经查明', '“ ”'],
  ])('finds the slip in %s', (text, passage) => {
    expect(findSlips(text)).toEqual([passage]);
  });

  it.each([
    '我局已于11月22日到校核实，情况属实；食堂自当日起停用。',
    '情况的的确确如此。',
    '（一）核实情况；（二）整改。',
    '今天、明天开放咨询！',
  ])('lets be %s', (text) => {
    expect(findSlips(text)).toEqual([]);
  });

  it('names the set phrases', () => {
    expect(findSetPhrases('我局高度重视，将举一反三。')).toEqual(['高度重视', '举一反三']);
    expect(findSetPhrases('食堂今天停用，18时前公布检测结果。')).toEqual([]);
  });
});
