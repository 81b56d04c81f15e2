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
  const plain = [...folded.matchAll(WORD)].map(([word]) => word).filter((word) => word.length <= 40);
  return [...new Set([...words, ...plain, ...bigrams(folded)])].slice(0, MAX_TERMS);
}

/** Terms a query must all contain: its character pairs and Latin words. */
export function queryTerms(query: string): string[] {
  const folded = foldText(query.slice(0, 200));
  const latin = [...folded.replace(HAN_RUN, ' ').matchAll(WORD)].map(([word]) => word);
  return [...new Set([...bigrams(folded), ...latin])];
}
