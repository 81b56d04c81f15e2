/** Part of a text, in UTF-16 units: from the first sign to the one after the last. */
export interface Passage {
  from: number;
  to: number;
}

/** Longest passage one comment speaks of. */
export const PASSAGE_MAX = 500;

const SENTENCE = /[^。！？；\n]+[。！？；]*[”』」）]*/g;

/** The sentences of a text in order, without the gaps between them. Pure. */
export function sentencesOf(body: string): Passage[] {
  return [...body.matchAll(SENTENCE)].flatMap(({ 0: found, index }) => {
    const words = found.trim();
    if (words === '') return [];
    const from = index + found.indexOf(words);
    return [{ from, to: from + words.length }];
  });
}

interface Quoted {
  fromSign: number | null;
  quote: string | null;
}

/**
 * Where a commented passage stands in a later version: at its own place, else the nearest place where
 * it stands word for word; null = it was changed or is gone. Pure.
 */
export function placeOf({ fromSign, quote }: Quoted, body: string): Passage | null {
  if (fromSign === null || !quote) return null;
  const at = (from: number): Passage => ({ from, to: from + quote.length });
  if (body.startsWith(quote, fromSign)) return at(fromSign);
  const places: number[] = [];
  for (let from = body.indexOf(quote); from >= 0; from = body.indexOf(quote, from + 1)) {
    places.push(from);
  }
  const nearest = places.sort((a, b) => Math.abs(a - fromSign) - Math.abs(b - fromSign))[0];
  return nearest === undefined ? null : at(nearest);
}

/** A stretch of a text, and the numbers of the marks it lies under. */
export interface Stretch extends Passage {
  marks: number[];
}

/** A text cut wherever a mark begins or ends, so that marks may overlap. Marks count from 1. Pure. */
export function stretchesOf(body: string, marks: readonly Passage[]): Stretch[] {
  const cuts = new Set([0, body.length]);
  for (const { from, to } of marks) {
    cuts.add(Math.min(from, body.length));
    cuts.add(Math.min(to, body.length));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] ?? body.length;
    const over = marks.flatMap((mark, number) =>
      mark.from <= from && to <= mark.to ? [number + 1] : [],
    );
    return { from, to, marks: over };
  });
}
