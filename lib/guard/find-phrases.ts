import { FLAGGED_PHRASES, type FlagKind, NEGATIONS, REPORTED } from './phrases';

export interface FoundPhrase {
  key: string;
  kind: FlagKind;
  /** The words found, with a little around them. */
  excerpt: string;
}

const BEFORE = 45;
const AROUND = 20;

/**
 * Flagged phrases in a text, each kind of phrase once. Left out are phrases under a negation
 * (不得劝删) and those the text only reports of others (网民称帖子被要求删除).
 */
export function findPhrases(text: string): FoundPhrase[] {
  return FLAGGED_PHRASES.flatMap(({ key, kind, pattern }) => {
    for (const match of text.matchAll(new RegExp(pattern, 'g'))) {
      const before = text.slice(Math.max(0, match.index - BEFORE), match.index);
      if (NEGATIONS.test(before) || REPORTED.test(before)) continue;
      const end = match.index + match[0].length;
      const excerpt = text.slice(Math.max(0, match.index - AROUND), end + AROUND);
      return [{ key, kind, excerpt: excerpt.replaceAll(/\s+/g, ' ').trim() }];
    }
    return [];
  });
}
