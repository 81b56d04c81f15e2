import 'server-only';
import { BorderStyle, Footer, Header, type Paragraph } from 'docx';
import type { FontSet } from '../../model';
import { RED, redMark } from './head';
import { offGrid } from './parts';

/** The red lines are 170 mm long, 7 mm longer than the text on either side, in twips. */
const OVERHANG = { left: -397, right: -397 };
const thick = { style: BorderStyle.SINGLE, size: 24, color: RED, space: 0 };
const thin = { style: BorderStyle.SINGLE, size: 6, color: RED, space: 0 };

/** A red line over another, as the borders of a paragraph of 40 twips. */
const doubleLine = (top: typeof thick, bottom: typeof thick, before: number): Paragraph =>
  offGrid([], 40, { border: { top, bottom }, indent: OVERHANG, spacing: { before } });

/**
 * The first page of a letter (GB/T 9704-2012 10.1): the name of the house in red, 4 mm below it a double
 * line, thick above thin; at the foot another, thin above thick, and no page number.
 */
export function letterFrame(fonts: FontSet, mark: string): { header: Header; footer: Footer } {
  return {
    header: new Header({ children: [redMark(fonts, mark, 0), doubleLine(thick, thin, 227)] }),
    footer: new Footer({ children: [doubleLine(thin, thick, 0)] }),
  };
}
