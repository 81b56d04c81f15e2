import 'server-only';
import {
  AlignmentType,
  DocumentGridType,
  Footer,
  type ISectionPropertiesOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import type { FontSet } from '../../model';
import { FONTS, fontOf, SIZE } from './fonts';
import { OFF_GRID } from './styles';

/** Twips of one character in a justified line of 28. */
export const CHARACTER = 315;
/** Width of the text block, 156 mm. */
export const TEXT_WIDTH = 8845;

/** GB/T 9704-2012 5.2: A4, 37 mm above, 28 mm left, text block 156 × 225 mm; the number 7 mm below. */
const MARGIN = { top: 2098, right: 1474, bottom: 1984, left: 1587, header: 851, footer: 1276 };

/** 10.1: the name of the house 30 mm below the edge of a letter's first page, the last line 20 mm above it. */
const LETTER_MARGIN = { ...MARGIN, header: 1701, footer: 1134 };

/** The page with its grid of 22 lines of 28 characters; a letter's first page has lines of its own. */
export function pageProperties(isLandscape: boolean, isLetter = false): ISectionPropertiesOptions {
  const orientation = isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const margin = isLetter ? LETTER_MARGIN : MARGIN;
  return {
    titlePage: isLetter,
    page: { size: { width: 11906, height: 16838, orientation }, margin },
    grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: 579, charSpace: -848 },
  };
}

/**
 * Page numbers — 1 — in 宋体 四号, odd ones right, even ones left, one character in; they stand where
 * they do whatever room a letter leaves below.
 */
export function pageNumbers(fontSet: FontSet, isLetter = false): { default: Footer; even: Footer } {
  const after = isLetter ? MARGIN.footer - LETTER_MARGIN.footer : 0;
  const footer = (side: 'left' | 'right') =>
    new Footer({
      children: [
        new Paragraph({
          alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
          indent: { [side]: CHARACTER },
          spacing: { after },
          style: OFF_GRID,
          children: [
            new TextRun({
              font: fontOf(FONTS[fontSet].song),
              size: SIZE.four,
              children: ['— ', PageNumber.CURRENT, ' —'],
            }),
          ],
        }),
      ],
    });
  return { default: footer('right'), even: footer('left') };
}
