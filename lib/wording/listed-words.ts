/** A word or phrase the institution does not want in what it says to the public, or only with reason. */
export interface ListedWord {
  id: string;
  phrase: string;
  /** Why it is on the list. */
  why: string;
  /** What to say instead; null = nothing takes its place. */
  instead: string | null;
  weight: WordWeight;
}

/** `refuse`: the text does not go for approval with it. `warn`: it goes with a stated reason. */
export const WORD_WEIGHTS = ['refuse', 'warn'] as const;
export type WordWeight = (typeof WORD_WEIGHTS)[number];

/** Longest phrase of the list, and how many an institution may keep. */
export const PHRASE_MAX = 40;
export const MOST_WORDS = 500;

/** A listed word where it stands in a text. */
export interface FoundWord {
  word: ListedWord;
  /** The words found with a little before and after, as they stand, `…` where more follows. */
  passage: string;
  count: number;
}

const AROUND = 12;

/** Signs that do not tell one writing of a phrase from another: gaps of any kind. */
const isGap = (sign: string) => /\s|\u200b|\u200c|\u200d|\ufeff/.test(sign);

/** Full width and half width, capital and small are one: ＡＢＣ = abc. */
const folded = (sign: string) => sign.normalize('NFKC').toLowerCase();

/** A phrase as it is compared: without gaps, widths and capitals told apart by nothing. */
export function foldPhrase(phrase: string): string {
  return [...phrase]
    .filter((sign) => !isGap(sign))
    .map(folded)
    .join('');
}

/**
 * Listed words that stand in a text, each once with its first place and how often, in the order in
 * which they first occur. Gaps, full width and capitals make no difference; nothing else is guessed.
 */
export function findListedWords(text: string, words: readonly ListedWord[]): FoundWord[] {
  const { plain, at } = flatten(text);
  const found = words.flatMap((word) => {
    const phrase = foldPhrase(word.phrase);
    const first = phrase === '' ? -1 : plain.indexOf(phrase);
    if (first < 0) return [];
    const last = first + phrase.length - 1;
    const start = at[first] ?? 0;
    const end = (at[last] ?? text.length - 1) + 1;
    const count = plain.split(phrase).length - 1;
    return [{ start, found: { word, passage: passageAt(text, start, end), count } }];
  });
  return found.sort((a, b) => a.start - b.start).map((one) => one.found);
}

/** The text as it is compared, and for each of its signs the place it came from. */
function flatten(text: string): { plain: string; at: number[] } {
  let plain = '';
  const at: number[] = [];
  let place = 0;
  for (const sign of text) {
    if (!isGap(sign)) {
      const same = folded(sign);
      plain += same;
      for (let index = 0; index < same.length; index += 1) at.push(place);
    }
    place += sign.length;
  }
  return { plain, at };
}

/** What stands from `start` to `end` with a little around it, on one line. */
export function passageAt(text: string, start: number, end: number): string {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  const line = text.slice(from, to).replaceAll(/\s+/g, ' ').trim();
  return `${from > 0 ? '…' : ''}${line}${to < text.length ? '…' : ''}`;
}
