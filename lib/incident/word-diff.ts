import { diffArrays } from 'diff';

export interface WordDiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/**
 * Two versions of a text in one, word by word: Chinese is cut into words, so that a changed word
 * shows whole. Neighbouring parts of one kind are joined. Texts that share less than a third of
 * their words are shown as one removal and one addition: a mosaic tells a reader nothing.
 */
export function diffWords(before: string, after: string): WordDiffPart[] {
  if (before === after) return after === '' ? [] : [{ kind: 'same', text: after }];
  const changes = diffArrays(cutWords(before), cutWords(after));
  const parts = changes.map(({ added, removed, value }): WordDiffPart => {
    const kind = added ? 'added' : removed ? 'removed' : 'same';
    return { kind, text: value.join('') };
  });
  const kept = parts.reduce((sum, part) => sum + (part.kind === 'same' ? part.text.length : 0), 0);
  if (kept * 3 >= Math.min(before.length, after.length)) return parts;
  return [
    { kind: 'removed' as const, text: before },
    { kind: 'added' as const, text: after },
  ].filter(({ text }) => text !== '');
}

/** The words of a text; joined again they are the text. Line breaks stand alone. */
function cutWords(text: string): string[] {
  return text
    .split(/(\n)/)
    .flatMap((line) =>
      line === '\n' ? [line] : [...words.segment(line)].map(({ segment }) => segment),
    );
}
