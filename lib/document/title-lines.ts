import { widthOf } from './numbering';

/** Characters of 二号 that stand in a line of 156 mm. */
const MOST = 20;

/**
 * A title in as few lines as hold it, about as long as one another and broken between words
 * (GB/T 9704-2012 7.3.1): never a single character in a line of its own.
 */
export function titleLines(title: string): string[] {
  const count = Math.ceil(widthOf(title) / MOST);
  if (count <= 1) return [title];
  const words = wordsOf(title);
  const lines: string[] = [];
  let rest = words;
  for (let left = count; left > 1; left -= 1) {
    const cut = bestCut(rest, left);
    lines.push(rest.slice(0, cut).join(''));
    rest = rest.slice(cut);
  }
  return [...lines, rest.join('')].filter((line) => line !== '');
}

const CLOSING = /^[”’》）〉、，。；：！？…]/u;
const OPENING = /[“‘《（〈]$/u;

/** Words with the marks that may not be parted from them. */
function wordsOf(title: string): string[] {
  const segments = new Intl.Segmenter('zh', { granularity: 'word' }).segment(title);
  const words: string[] = [];
  for (const { segment } of segments) {
    const last = words.at(-1);
    const isTied = last !== undefined && (CLOSING.test(segment) || OPENING.test(last));
    if (isTied) words[words.length - 1] = last + segment;
    else words.push(segment);
  }
  return words;
}

/** After how many words the first of `lines` lines ends: nearest to an even share, never too wide. */
function bestCut(words: readonly string[], lines: number): number {
  const share = widthOf(words.join('')) / lines;
  let width = 0;
  let best = { cut: 1, miss: Number.POSITIVE_INFINITY };
  for (const [index, word] of words.entries()) {
    width += widthOf(word);
    if (width > MOST && index > 0) break;
    const miss = Math.abs(width - share);
    if (miss <= best.miss) best = { cut: index + 1, miss };
  }
  return best.cut;
}
