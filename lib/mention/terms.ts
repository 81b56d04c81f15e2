import * as OpenCC from 'opencc-js/t2cn';
import { normalizeText } from './normalize';

const toSimplified = OpenCC.Converter({ from: 'tw', to: 'cn' });
const HAN_RUN = /\p{Script=Han}+/gu;
const WORD = /[\p{Letter}\p{Number}]+/gu;
const MAX_TERMS = 4000;

/** Text as it is compared in a search: one form of width and case, traditional folded. */
export function foldText(text: string): string {
  return toSimplified(normalizeText(text)).toLowerCase();
}

/** Every pair of neighbouring Han characters, and single ones that stand alone. */
export function bigrams(folded: string): string[] {
  return [...folded.matchAll(HAN_RUN)].flatMap(([run]) => {
    const characters = [...run];
    if (characters.length === 1) return characters;
    return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
  });
}

/**
 * Terms under which a text is found: words as `cut` gives them, Latin words and numbers, and
 * character pairs, so that a name no dictionary knows is found too. At most 4,000.
 */
export function searchTerms(text: string, cut: (text: string) => string[]): string[] {
  const folded = foldText(text);
  const words = cut(folded).filter((word) => word.match(WORD)?.[0] === word);
  const plain = [...folded.matchAll(WORD)]
    .map(([word]) => word)
    .filter((word) => word.length <= 40);
  return [...new Set([...words, ...plain, ...bigrams(folded)])].slice(0, MAX_TERMS);
}

/**
 * Terms a query must all contain: the character pairs of each of its words, as `cut` parts them, and
 * its Latin words. A single character counts only where the query has nothing longer.
 */
export function queryTerms(query: string, cut: (text: string) => string[]): string[] {
  const folded = foldText(query.slice(0, 200));
  const pairs = cut(folded).flatMap(bigrams);
  const longer = pairs.filter((pair) => [...pair].length > 1);
  const latin = [...folded.replace(HAN_RUN, ' ').matchAll(WORD)].map(([word]) => word);
  const plain = [...longer, ...latin];
  return [...new Set(plain.length > 0 ? plain : pairs)];
}
