import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineError, splitLines } from './lines';

async function* chunked(bytes: Uint8Array, size: number) {
  for (let start = 0; start < bytes.length; start += size) yield bytes.slice(start, start + size);
}
const read = async (text: string | Uint8Array, size = 3, max?: number) => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const lines: string[] = [];
  for await (const line of splitLines(chunked(bytes, size), max)) lines.push(line);
  return lines;
};

describe('splitLines', () => {
  it.each([
    ['', []],
    ['a', ['a']],
    ['a\n', ['a']],
    ['a\n\nb', ['a', '', 'b']],
    ['甲\u2028乙\r\n丙\u{1F600}', ['甲\u2028乙\r', '丙\u{1F600}']],
    ['\uFEFFa\n', ['\uFEFFa']],
  ])('%j', async (text, lines) => {
    expect(await read(text)).toEqual(lines);
  });

  it('gives the same lines however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 9 }),
        async (text, size) => {
          const expected = text.split('\n');
          if (expected.at(-1) === '') expected.pop();
          expect(await read(text, size)).toEqual(expected);
        },
      ),
    );
  });

  it('refuses broken UTF-8 and endless lines, with the line number', async () => {
    await expect(read(Uint8Array.of(0x61, 0x0a, 0xff, 0x0a))).rejects.toMatchObject({ line: 2 });
    await expect(read(Uint8Array.of(0xe7, 0x94))).rejects.toBeInstanceOf(LineError);
    await expect(read('a\nbb\nccccc', 2, 4)).rejects.toMatchObject({ line: 3 });
  });
});
