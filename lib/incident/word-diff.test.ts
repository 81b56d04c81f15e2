import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffWords, type WordDiffPart } from './word-diff';

const side = (parts: readonly WordDiffPart[], left: 'added' | 'removed') =>
  parts.flatMap((part) => (part.kind === left ? [] : [part.text])).join('');

/** Parts as a reader sees them: `[-removed-]` and `{+added+}`. */
const marked = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ kind, text }) =>
      kind === 'removed' ? `[-${text}-]` : kind === 'added' ? `{+${text}+}` : text,
    )
    .join('');

describe('difference of two texts', () => {
  it.each([
    [
      'a changed word is shown whole',
      '县市场监管局正在核实。',
      '县市场监管局已经核实。',
      '县市场监管局[-正在-]{+已经+}核实。',
    ],
    [
      'a number',
      '共有12名学生就医，均无大碍。',
      '共有14名学生就医，均无大碍。',
      '共有[-12-]{+14+}名学生就医，均无大碍。',
    ],
    ['a day', '将于11月22日通报。', '将于11月24日通报。', '将于11月[-22-]{+24+}日通报。'],
    [
      'a sentence added at the end',
      '调查正在进行。',
      '调查正在进行。结果将及时公布。',
      '调查正在进行。{+结果将及时公布。+}',
    ],
    [
      'a sentence taken out in the middle',
      '食堂已停业。有人起哄。复检明天出结果。',
      '食堂已停业。复检明天出结果。',
      '食堂已停业。[-有人起哄。-]复检明天出结果。',
    ],
    [
      'a comma made a full stop',
      '学校高度重视，立即核查',
      '学校高度重视。立即核查',
      '学校高度重视[-，-]{+。+}立即核查',
    ],
    [
      'a name in Latin letters',
      '电话联系 Li 老师。',
      '电话联系 Wang 老师。',
      '电话联系 [-Li-]{+Wang+} 老师。',
    ],
    [
      'a paragraph put in',
      '一、已知事实\n二、联系方式',
      '一、已知事实\n下次更新时间：今日18时\n二、联系方式',
      '一、已知事实{+\n下次更新时间：今日18时+}\n二、联系方式',
    ],
    ['the first paragraph taken out', '旧标题\n正文不变。', '正文不变。', '[-旧标题\n-]正文不变。'],
    [
      'an edit and a new paragraph side by side',
      '食堂已停业整顿。\n复检明天出结果。',
      '食堂今日已停业整顿。\n我们向家长致歉。\n复检明天出结果。',
      '食堂{+今日+}已停业整顿。{+\n我们向家长致歉。+}\n复检明天出结果。',
    ],
    [
      'words repeated in two paragraphs stay in their own',
      '正在核实。\n正在核实。',
      '正在核实。\n已经核实。',
      '正在核实。\n[-正在-]{+已经+}核实。',
    ],
    [
      'a paragraph written anew',
      '旧的说法完全不同',
      'An entirely new text',
      '[-旧的说法完全不同-]{+An entirely new text+}',
    ],
  ])('%s', (_, before, after, expected) => {
    expect(marked(before, after)).toBe(expected);
  });

  it('says nothing of equal texts', () => {
    expect(diffWords('一样', '一样')).toEqual([{ kind: 'same', text: '一样' }]);
    expect(diffWords('', '')).toEqual([]);
  });

  const text = fc
    .array(fc.constantFrom('核实', '正在', '学校', '。', '，', '\n', '12', 'a', '通报', '人'), {
      maxLength: 60,
    })
    .map((words) => words.join(''));

  it('loses no character of either text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), text), fc.oneof(fc.string(), text), (before, after) => {
        const parts = diffWords(before, after);
        expect(side(parts, 'added')).toBe(before);
        expect(side(parts, 'removed')).toBe(after);
      }),
    );
  });

  it('an edit in one paragraph never marks another', () => {
    const paragraphs = fc.array(
      fc.constantFrom('食堂已停业整顿。', '复检明天出结果。', '我们向家长致歉。', '联系电话附后。'),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(paragraphs, fc.nat(), (all, nth) => {
        const at = nth % all.length;
        const edited = all.map((one, index) =>
          index === at ? one.replace('。', '，请周知。') : one,
        );
        const parts = diffWords(all.join('\n'), edited.join('\n'));
        const changed = parts.filter(({ kind }) => kind !== 'same');
        expect(changed).toEqual([{ kind: 'added', text: '，请周知' }]);
        const before = parts.slice(
          0,
          parts.findIndex(({ kind }) => kind !== 'same'),
        );
        expect(
          before
            .map((one) => one.text)
            .join('')
            .split('\n').length - 1,
        ).toBe(at);
      }),
    );
  });
});
