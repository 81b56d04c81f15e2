import { passageAt } from './listed-words';

/**
 * Slips a machine can see without knowing the language: a word written twice, signs that do not
 * follow each other, brackets and quotation marks that do not pair.
 */
const SLIPS: readonly RegExp[] = [
  /的的(?!确)|了了(?!解)|在在|和和(?!气|美)|与与|及及/g,
  /(\p{Script=Han}{2,8})\1/gu,
  /[，。；：、！？][，。；：、]|[，；：、][！？]|[，。；：、！？]\s+[，。；：、！？]/g,
];

const PAIRS = [
  ['（', '）'],
  ['“', '”'],
  ['《', '》'],
  ['【', '】'],
] as const;

/**
 * Sayings that fill a reply and answer nothing. The product's own short list; an institution adds
 * its own words to its list. Found where the plan asks for no set phrases, and never refused.
 */
export const SET_PHRASES = [
  '高度重视',
  '举一反三',
  '引以为戒',
  '以此为戒',
  '责无旁贷',
  '深刻反思',
  '切实加强',
  '进一步加强',
  '确保类似事件不再发生',
  '感谢您对我们工作的关心和支持',
  '感谢您对我们工作的理解和支持',
  '不信谣、不传谣',
] as const;

const MOST = 10;

/** Passages with slips of the pen, at most ten. Pure. */
export function findSlips(text: string): string[] {
  const doubled = SLIPS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) =>
      passageAt(text, match.index, match.index + match[0].length),
    ),
  );
  const unpaired = PAIRS.filter(
    ([open, close]) => text.split(open).length !== text.split(close).length,
  ).map(([open, close]) => `${open} ${close}`);
  return [...new Set([...doubled, ...unpaired])].slice(0, MOST);
}

/** Set phrases that stand in a text, as they stand. Pure. */
export function findSetPhrases(text: string): string[] {
  return SET_PHRASES.filter((phrase) => text.includes(phrase));
}
