/** Longest line that is read into memory, in bytes. */
export const MAX_LINE_BYTES = 16 * 1024 * 1024;

const LINE_FEED = 0x0a;

/** Thrown when a line is too long or not UTF-8; `line` counts from 1. */
export class LineError extends Error {
  override readonly name = 'LineError';
  constructor(
    readonly line: number,
    reason: string,
  ) {
    super(reason);
  }
}

/**
 * Splits a byte stream into its lines, holding one line at a time. Only LF ends a line: JSON text
 * may hold U+2028 and carriage returns count as content, so that a check over all bytes can be
 * repeated from the lines. A last line without LF counts; nothing after the last LF does not.
 *
 * Throws `LineError` for invalid UTF-8 and for lines above `maxLineBytes`.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  maxLineBytes = MAX_LINE_BYTES,
): AsyncGenerator<string> {
  let number = 1;
  let parts: Uint8Array[] = [];
  let length = 0;

  const take = (part: Uint8Array): void => {
    parts.push(part);
    length += part.length;
    if (length > maxLineBytes) throw new LineError(number, `longer than ${maxLineBytes} bytes`);
  };
  const finish = (): string => {
    const text = decode(parts, number);
    number += 1;
    parts = [];
    length = 0;
    return text;
  };

  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      take(chunk.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    if (start < chunk.length) take(chunk.subarray(start));
  }
  if (length > 0) yield finish();
}

function decode(parts: readonly Uint8Array[], number: number): string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    return parts.map((part) => decoder.decode(part, { stream: true })).join('') + decoder.decode();
  } catch {
    throw new LineError(number, 'not valid UTF-8');
  }
}
