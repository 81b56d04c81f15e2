import { diffArrays } from 'diff';

export interface WordDiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });
/** Paragraphs that share less of their words than this are two paragraphs, not one edited. */
const KINSHIP = 1 / 3;
/** Edits beyond which a paragraph is compared by sentences first; bounds the time it takes. */
const MOST_EDITS = 300;
const SENTENCE_END = /(?<=[。！？；])/;
/** Pairs of paragraphs compared with each other in one rewritten stretch. */
const MOST_PAIRS = 4000;

type Pair = readonly [before: string | null, after: string | null];

/**
 * Two versions of a text in one: paragraphs are found again first, so that an edit in one never
 * marks another, then each is compared word by word, Chinese cut into words, so that a changed
 * word shows whole. Paragraphs with little in common are shown as one removal and one addition: a
 * mosaic tells a reader nothing. The parts without the added ones are `before`, without the
 * removed ones `after`.
 */
export function diffWords(before: string, after: string): WordDiffPart[] {
  if (before === after) return after === '' ? [] : [{ kind: 'same', text: after }];
  const parts: WordDiffPart[] = [];
  const say = (kind: WordDiffPart['kind'], text: string) => {
    const last = parts.at(-1);
    if (text === '') return;
    if (last?.kind === kind) last.text += text;
    else parts.push({ kind, text });
  };
  const isFirst = { before: true, after: true };
  for (const [old, now] of pairUp(before.split('\n'), after.split('\n'))) {
    const breaks = {
      before: old !== null && !isFirst.before,
      after: now !== null && !isFirst.after,
    };
    if (breaks.before || breaks.after) {
      say(breaks.before && breaks.after ? 'same' : breaks.before ? 'removed' : 'added', '\n');
    }
    if (old !== null) isFirst.before = false;
    if (now !== null) isFirst.after = false;
    for (const { kind, text } of withinParagraph(old ?? '', now ?? '')) say(kind, text);
  }
  return parts;
}

/** Every paragraph, or sentence, of both texts in order, those that belong together side by side. */
function pairUp(before: readonly string[], after: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  let [gone, come]: [string[], string[]] = [[], []];
  const flush = () => {
    pairs.push(...pairEdited(gone, come));
    [gone, come] = [[], []];
  };
  // What stands alike at both ends is the same, also where paragraphs repeat.
  const head = alike(before, after);
  const shorter = Math.min(before.length, after.length) - head;
  const tail = Math.min(shorter, alike(before.toReversed(), after.toReversed()));
  const same = (texts: readonly string[]) => texts.map((text): Pair => [text, text]);
  pairs.push(...same(before.slice(0, head)));
  const [old, now] = [before, after].map((all) => all.slice(head, all.length - tail));
  for (const { added, removed, value } of diffArrays(old ?? [], now ?? [])) {
    if (removed) gone = gone.concat(value);
    else if (added) come = come.concat(value);
    else {
      flush();
      pairs.push(...same(value));
    }
  }
  flush();
  return pairs.concat(same(before.slice(before.length - tail)));
}

/** How many elements are equal from the start. */
function alike(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((text, index) => text !== b[index]);
  return at < 0 ? a.length : at;
}

/** In a rewritten stretch, the pairing in order that keeps most words together. */
function pairEdited(gone: readonly string[], come: readonly string[]): Pair[] {
  const alone = (): Pair[] => [
    ...gone.map((text): Pair => [text, null]),
    ...come.map((text): Pair => [null, text]),
  ];
  if (gone.length === 0 || come.length === 0 || gone.length * come.length > MOST_PAIRS) {
    return alone();
  }
  const [left, right] = [gone.map(countWords), come.map(countWords)];
  // best[i][j]: most kinship of paragraphs from i and j on.
  const best = Array.from({ length: gone.length + 1 }, () =>
    new Array<number>(come.length + 1).fill(0),
  );
  const kin = left.map((one) => right.map((other) => kinship(one, other)));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  const kinAt = (i: number, j: number) => kin[i]?.[j] ?? 0;
  for (let i = gone.length - 1; i >= 0; i -= 1) {
    for (let j = come.length - 1; j >= 0; j -= 1) {
      const together = kinAt(i, j) >= KINSHIP ? kinAt(i, j) + at(i + 1, j + 1) : 0;
      (best[i] as number[])[j] = Math.max(together, at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < gone.length || j < come.length) {
    const isPair = kinAt(i, j) >= KINSHIP && at(i, j) === kinAt(i, j) + at(i + 1, j + 1);
    if (isPair) pairs.push([gone[i++] as string, come[j++] as string]);
    else if (i < gone.length && at(i, j) === at(i + 1, j)) pairs.push([gone[i++] as string, null]);
    else pairs.push([null, come[j++] as string]);
  }
  return pairs;
}

function withinParagraph(before: string, after: string): WordDiffPart[] {
  if (before === after) return [{ kind: 'same', text: before }];
  const whole: WordDiffPart[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  if (before === '' || after === '') return whole;
  const changes = diffArrays(cutWords(before), cutWords(after), { maxEditLength: MOST_EDITS });
  if (!changes) return bySentences(before, after) ?? whole;
  const parts = changes.map(({ added, removed, value }): WordDiffPart => {
    const kind = added ? 'added' : removed ? 'removed' : 'same';
    return { kind, text: value.join('') };
  });
  const kept = parts.reduce((sum, part) => sum + (part.kind === 'same' ? part.text.length : 0), 0);
  return kept >= Math.min(before.length, after.length) * KINSHIP ? parts : whole;
}

/** A long paragraph with many edits, sentence by sentence; null when it is one sentence. */
function bySentences(before: string, after: string): WordDiffPart[] | null {
  const [old, now] = [before.split(SENTENCE_END), after.split(SENTENCE_END)];
  if (old.length === 1 && now.length === 1) return null;
  return pairUp(old, now).flatMap(([left, right]) => withinParagraph(left ?? '', right ?? ''));
}

interface Counted {
  counts: ReadonlyMap<string, number>;
  length: number;
}

/** How much of the shorter paragraph's words the other has too, 0 to 1. */
function kinship(a: Counted, b: Counted): number {
  const [few, many] = a.counts.size < b.counts.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [word, count] of few.counts) {
    const other = many.counts.get(word);
    if (other !== undefined) shared += Math.min(count, other) * word.length;
  }
  const shorter = Math.min(a.length, b.length);
  return shorter === 0 ? 0 : shared / shorter;
}

function countWords(text: string): Counted {
  const counts = new Map<string, number>();
  for (const word of cutWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, length: text.length };
}

/** The words of a paragraph; joined again they are the paragraph. */
function cutWords(text: string): string[] {
  return [...words.segment(text)].map(({ segment }) => segment);
}
