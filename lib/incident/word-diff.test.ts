import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffWords } from './word-diff';

const side = (parts: ReturnType<typeof diffWords>, left: 'added' | 'removed') =>
  parts.flatMap((part) => (part.kind === left ? [] : [part.text])).join('');

describe('difference of two texts', () => {
  it('shows a changed word whole', () => {
    const parts = diffWords('县市场监管局正在核实。', '县市场监管局已经核实。');
    expect(parts.filter((part) => part.kind !== 'same').map((part) => part.text)).toEqual([
      '正在',
      '已经',
    ]);
  });

  it('says nothing of equal texts', () => {
    expect(diffWords('一样', '一样')).toEqual([{ kind: 'same', text: '一样' }]);
    expect(diffWords('', '')).toEqual([]);
  });

  it('shows a new text as one removal and one addition', () => {
    expect(diffWords('旧的说法完全不同', 'An entirely new text')).toEqual([
      { kind: 'removed', text: '旧的说法完全不同' },
      { kind: 'added', text: 'An entirely new text' },
    ]);
  });

  it('loses no character of either text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const parts = diffWords(before, after);
        expect(side(parts, 'added')).toBe(before);
        expect(side(parts, 'removed')).toBe(after);
      }),
    );
  });
});
