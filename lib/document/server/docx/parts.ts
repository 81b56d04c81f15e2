import 'server-only';
import {
  AlignmentType,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { FontSet, Said } from '../../model';
import { FONTS, fontOf, SIZE } from './fonts';
import { CHARACTER } from './page';
import { OFF_GRID } from './styles';

/** Characters that XML 1.0 cannot hold never reach the file. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export const clean = (text: string): string =>
  text.replace(UNPRINTABLE, '').replace(/[\r\n\t]+/g, ' ');

export interface RunLook {
  font?: 'text' | 'title' | 'black' | 'script' | 'song';
  /** Half points; 三号 unless told. */
  size?: number;
  color?: string;
}

/** A run with its font named for every script. */
export function run(fontSet: FontSet, text: string, look: RunLook = {}): TextRun {
  const { font = 'text', size = SIZE.three, color = '000000' } = look;
  return new TextRun({ text: clean(text), font: fontOf(FONTS[fontSet][font]), size, color });
}

/** A paragraph of the text: justified, two characters in; kept with what follows where told. */
export function textParagraph(
  fontSet: FontSet,
  sentences: readonly Said[],
  { isFlush = false, isKept = false }: { isFlush?: boolean; isKept?: boolean } = {},
): Paragraph {
  return new Paragraph({
    keepNext: isKept,
    // An address cannot be broken just anywhere: justified, it would pull its line apart.
    alignment: sentences.some((one) => one.text.includes('://'))
      ? AlignmentType.LEFT
      : AlignmentType.BOTH,
    ...(isFlush ? {} : { indent: { firstLine: 2 * CHARACTER } }),
    children: sentences.map((one) => run(fontSet, one.text)),
  });
}

/** An empty line. */
export const blankLine = (fontSet: FontSet): Paragraph =>
  new Paragraph({ children: [run(fontSet, '')] });

/**
 * A paragraph of another size than the text. An exact line height is safe here: it holds text
 * alone, never a table or a picture.
 */
export function offGrid(
  children: readonly ParagraphChild[],
  lineTwips: number,
  options: Omit<IParagraphOptions, 'children' | 'text'> = {},
): Paragraph {
  const { spacing, ...rest } = options;
  return new Paragraph({
    ...(options.heading ? {} : { style: OFF_GRID }),
    ...rest,
    spacing: { ...spacing, line: lineTwips, lineRule: LineRuleType.EXACT },
    children: [...children],
  });
}
