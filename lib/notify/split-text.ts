const encoder = new TextEncoder();
const letters = new Intl.Segmenter('zh-CN', { granularity: 'grapheme' });

/** Sentence with its end mark, closing quotes and white space after it. */
const SENTENCE = /[^。！？!?;；\n]*[。！？!?;；\n]+[”’」』)）\s]*|[^。！？!?;；\n]+$/gu;

/** Length in bytes of UTF-8. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}

/**
 * Cuts a text into parts of at most `maxBytes` bytes of UTF-8, whose joined text is the original.
 * It cuts at sentence ends; only a sentence too long for one part is cut inside, between what a
 * reader sees as characters, and a character too long for one part between code points.
 * @throws RangeError below 4 bytes, where one code point may not fit
 */
export function splitText(text: string, maxBytes: number): string[] {
  if (maxBytes < 4) throw new RangeError(`no character fits into ${maxBytes} bytes`);
  const parts: string[] = [];
  let part = '';
  let size = 0;
  const take = (piece: string, bytes: number) => {
    if (size > 0 && size + bytes > maxBytes) {
      parts.push(part);
      part = '';
      size = 0;
    }
    part += piece;
    size += bytes;
  };
  for (const sentence of text.match(SENTENCE) ?? []) {
    const bytes = byteLength(sentence);
    if (bytes <= maxBytes) take(sentence, bytes);
    else for (const piece of charactersOf(sentence, maxBytes)) take(piece, byteLength(piece));
  }
  if (size > 0) parts.push(part);
  return parts;
}

/** The longest beginning of a text within `maxBytes`, with an ellipsis where something is cut. */
export function shorten(text: string, maxBytes: number): string {
  if (byteLength(text) <= maxBytes) return text;
  const room = maxBytes - byteLength('…');
  let kept = '';
  let size = 0;
  for (const { segment } of letters.segment(text)) {
    size += byteLength(segment);
    if (size > room) break;
    kept += segment;
  }
  return `${kept}…`;
}

function charactersOf(sentence: string, maxBytes: number): string[] {
  return [...letters.segment(sentence)].flatMap(({ segment }) =>
    byteLength(segment) <= maxBytes ? [segment] : [...segment],
  );
}
