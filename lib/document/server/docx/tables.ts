import 'server-only';
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Block, Column, FontSet, FormPair, Said } from '../../model';
import { SIZE } from './fonts';
import { TEXT_WIDTH } from './page';
import { run } from './parts';
import { OFF_GRID } from './styles';

const LINE = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
export const ALL_LINES = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
};
const PADDING = { top: 60, bottom: 60, left: 90, right: 90 };
/** Width of a landscape text block. */
const WIDE = 16838 - 2098 - 1984;

const ALIGNMENTS = {
  start: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  end: AlignmentType.RIGHT,
} as const;

/** Text in a cell: off the grid, line height of its own, so that nothing is cut off. */
function cellText(
  fonts: FontSet,
  text: string,
  align: Column['align'] = 'start',
  look: { isLabel?: boolean; size?: number } = {},
): Paragraph {
  const { isLabel = false, size = SIZE.smallFour } = look;
  return new Paragraph({
    alignment: ALIGNMENTS[align],
    style: OFF_GRID,
    children: [run(fonts, text, { size, ...(isLabel ? { font: 'black' } : {}) })],
  });
}

function cell(width: number, children: Paragraph[], columnSpan = 1): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: PADDING,
    verticalAlign: VerticalAlignTable.CENTER,
    columnSpan,
    children,
  });
}

function widthsOf(shares: readonly number[], total: number): number[] {
  const sum = shares.reduce((all, one) => all + one, 0);
  return shares.map((one) => Math.floor((one / sum) * total));
}

/** A table with its caption above and its head repeated on every page; rows are not split. */
export function tableOf(
  fonts: FontSet,
  { caption, columns, rows }: Extract<Block, { kind: 'table' }>,
  isWide = false,
): (Paragraph | Table)[] {
  const widths = widthsOf(
    columns.map((one) => one.share),
    isWide ? WIDE : TEXT_WIDTH,
  );
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ label }, index) =>
      cell(widths[index] ?? 0, [cellText(fonts, label, 'center', { isLabel: true })]),
    ),
  });
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: columns.map(({ align }, index) =>
          cell(widths[index] ?? 0, [cellText(fonts, row[index]?.text ?? '', align)]),
        ),
      }),
  );
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      style: OFF_GRID,
      spacing: { before: 120, after: 60 },
      children: [run(fonts, caption, { font: 'black', size: SIZE.smallFour })],
    }),
    grid(widths, [head, ...body]),
    gap(),
  ];
}

/** A form: labels left of what was filled in; a row of one pair spans the whole width. */
export function formOf(
  fonts: FontSet,
  { rows }: Extract<Block, { kind: 'form' }>,
): (Paragraph | Table)[] {
  const widths = widthsOf([9, 19, 9, 19], TEXT_WIDTH);
  const [, second = 0, third = 0, fourth = 0] = widths;
  const label = (pair: FormPair, index: number) =>
    cell(widths[index] ?? 0, [cellText(fonts, pair.label, 'center', { isLabel: true })]);
  const value = (pair: FormPair, width: number, span = 1) =>
    cell(width, valueText(fonts, pair.value), span);
  const made = rows.map(
    (pairs) =>
      new TableRow({
        // A text that fills a row of its own may be longer than a page.
        cantSplit: pairs.length > 1,
        height: { value: 480, rule: HeightRule.ATLEAST },
        children: pairs.flatMap((pair, index) =>
          pairs.length === 1
            ? [label(pair, 0), value(pair, second + third + fourth, 3)]
            : [label(pair, index * 2), value(pair, widths[index * 2 + 1] ?? 0)],
        ),
      }),
  );
  return [grid(widths, made), gap()];
}

const valueText = (fonts: FontSet, value: readonly Said[]): Paragraph[] =>
  value.map((one) => cellText(fonts, one.text));

/** Room to write in by hand. */
export function boxOf(fonts: FontSet, label: string): (Paragraph | Table)[] {
  const widths = widthsOf([1, 8], TEXT_WIDTH);
  const row = new TableRow({
    cantSplit: true,
    height: { value: 2600, rule: HeightRule.ATLEAST },
    children: [
      cell(widths[0] ?? 0, [cellText(fonts, label, 'center', { isLabel: true })]),
      cell(widths[1] ?? 0, [cellText(fonts, '')]),
    ],
  });
  return [gap(), grid(widths, [row]), gap()];
}

function grid(widths: readonly number[], rows: TableRow[]): Table {
  return new Table({
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: ALL_LINES,
    rows,
  });
}

/** A thin paragraph, so that tables do not grow together. */
const gap = (): Paragraph =>
  new Paragraph({ style: OFF_GRID, spacing: { line: 160, lineRule: 'exact' }, children: [] });
