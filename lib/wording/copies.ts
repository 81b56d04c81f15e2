import type { CopyLimit } from './platforms';

/** The paragraphs of a text: its lines that say something, in order. Pure. */
export function paragraphsOf(body: string): string[] {
  return body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What a copy for a platform is made from; nothing else can be said in it. */
export interface CopyRecipe {
  withTitle: boolean;
  /** Places of the paragraphs that stay, from 0. */
  kept: readonly number[];
  /** One line before and one after the text, and an address. */
  head: string | null;
  foot: string | null;
  link: string | null;
}

export interface Composed {
  title: string | null;
  body: string;
}

/** Longest line of its own a copy may add before or after the text. */
export const OWN_LINE_MAX = 60;

/** A line that only heads what follows: 【已知事实】. */
const HEADING = /^【[^【】]+】$/;

/** Whether something stays of what a heading heads; any other paragraph stands for itself. */
function headsSomething(paragraphs: readonly string[], kept: readonly number[], at: number) {
  if (!HEADING.test(paragraphs[at] ?? '')) return true;
  const next = paragraphs.findIndex((line, index) => index > at && HEADING.test(line));
  const end = next < 0 ? paragraphs.length : next;
  return kept.some((index) => index > at && index < end);
}

/**
 * The copy a recipe makes of an approved text: whole paragraphs in their order, never other words.
 * A heading under which nothing stays goes too. Null where no paragraph stays or one is named that is
 * not there. Pure.
 */
export function composeCopy(
  approved: { title: string | null; body: string },
  { withTitle, kept, head, foot, link }: CopyRecipe,
): Composed | null {
  const paragraphs = paragraphsOf(approved.body);
  const stay = paragraphs.filter(
    (_, index) => kept.includes(index) && headsSomething(paragraphs, kept, index),
  );
  const isThere = kept.every((index) => paragraphs[index] !== undefined);
  if (stay.length === 0 || !isThere) return null;
  const lines = [head, ...stay, foot, link].filter((line) => line !== null && line !== '');
  return { title: withTitle ? approved.title : null, body: lines.join('\n') };
}

/** Signs as people count them: Unicode code points. Pure. */
export const signsIn = (text: string | null): number => [...(text ?? '')].length;

/** The copy as it is pasted: title on its own line, then the rest. Pure. */
export const wholeCopy = ({ title, body }: Composed): string =>
  title ? `${title}\n\n${body}` : body;

/** What is longer than the platform takes, with its figure; null = it fits. Pure. */
export function tooLong(
  { title, body }: Composed,
  limit: CopyLimit,
): { part: 'title' | 'body'; length: number; max: number } | null {
  for (const [part, text] of [
    ['title', title],
    ['body', body],
  ] as const) {
    const [length, max] = [signsIn(text), limit[part]];
    if (max !== null && length > max) return { part, length, max };
  }
  return null;
}
