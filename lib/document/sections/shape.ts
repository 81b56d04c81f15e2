import type { Block, Said } from '../model';
import { chineseNumber } from '../numbering';

/** Sentences as one paragraph. */
export const paragraph = (...sentences: Said[]): Block => ({ kind: 'paragraph', sentences });

/** Each sentence a paragraph of its own. */
export const paragraphs = (sentences: readonly Said[]): Block[] =>
  sentences.map((one) => paragraph(one));

/** Sections numbered 一、二、… in order; a section of sentences becomes one paragraph. */
export function numbered(
  sections: readonly [title: string, content: readonly Said[] | readonly Block[]][],
): Block[] {
  return sections.flatMap(([title, content], index): Block[] => [
    { kind: 'heading', level: 1, text: `${chineseNumber(index + 1)}、${title}` },
    ...blocksOf(content),
  ]);
}

/** Sections numbered （一）（二）… below one of the first level. */
export function numberedBelow(
  sections: readonly [title: string, content: readonly Said[] | readonly Block[]][],
): Block[] {
  return sections.flatMap(([title, content], index): Block[] => [
    { kind: 'heading', level: 2, text: `（${chineseNumber(index + 1)}）${title}` },
    ...blocksOf(content),
  ]);
}

function blocksOf(content: readonly Said[] | readonly Block[]): Block[] {
  const [first] = content;
  if (!first) return [];
  return 'kind' in first
    ? [...(content as readonly Block[])]
    : [paragraph(...(content as readonly Said[]))];
}
