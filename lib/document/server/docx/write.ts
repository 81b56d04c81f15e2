import 'server-only';
import { Document, HeadingLevel, Packer, Paragraph, type Table } from 'docx';
import type { Block, OfficialDocument } from '../../model';
import { chartOf } from './chart';
import { headOf } from './head';
import { letterFrame } from './letter';
import { CHARACTER, pageNumbers, pageProperties } from './page';
import { clean, run, textParagraph } from './parts';
import { stylesXml } from './styles';
import { boxOf, formOf, tableOf } from './tables';
import { tailOf } from './tail';

const LEVELS = {
  1: { heading: HeadingLevel.HEADING_1, font: 'black' },
  2: { heading: HeadingLevel.HEADING_2, font: 'script' },
  3: { heading: HeadingLevel.HEADING_3, font: 'text' },
} as const;

/**
 * A document as docx in the layout of GB/T 9704-2012: A4, 22 lines of 28 characters, fonts by name with
 * `eastAsia` set on every run, no theme fonts. The file says nothing about who made it.
 */
export async function writeDocx(document: OfficialDocument): Promise<Buffer> {
  const { fonts, head, isLandscape = false } = document;
  const frame = head.kind === 'letter' ? letterFrame(fonts, head.mark) : null;
  const file = new Document({
    title: clean(document.title),
    creator: '',
    lastModifiedBy: '',
    description: '',
    externalStyles: stylesXml(fonts),
    evenAndOddHeaderAndFooters: true,
    features: { updateFields: false },
    sections: [
      {
        properties: pageProperties(isLandscape, frame !== null),
        ...(frame ? { headers: { first: frame.header } } : {}),
        footers: {
          ...pageNumbers(fonts, frame !== null),
          ...(frame ? { first: frame.footer } : {}),
        },
        children: [
          ...headOf(document),
          ...document.blocks.flatMap((block, index) =>
            bodyOf(document, block, index === document.blocks.length - 1),
          ),
          ...tailOf(document),
        ],
      },
    ],
  });
  return Packer.toBuffer(file);
}

function bodyOf(
  { fonts, isLandscape, signature }: OfficialDocument,
  block: Block,
  isLast: boolean,
): (Paragraph | Table)[] {
  const isKept = isLast && signature !== null;
  switch (block.kind) {
    case 'heading': {
      const { heading, font } = LEVELS[block.level];
      return [
        new Paragraph({
          heading,
          keepNext: true,
          indent: { firstLine: 2 * CHARACTER },
          children: [run(fonts, block.text, { font })],
        }),
      ];
    }
    case 'paragraph':
      return [textParagraph(fonts, block.sentences, { isFlush: block.isFlush ?? false, isKept })];
    case 'formula':
      return [textParagraph(fonts, [{ text: block.text, facts: [] }], { isKept })];
    case 'table':
      return tableOf(fonts, block, isLandscape);
    case 'form':
      return formOf(fonts, block);
    case 'chart':
      return [chartOf(fonts, block.chart)];
    case 'box':
      return boxOf(fonts, block.label);
  }
}
