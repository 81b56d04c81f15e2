import 'server-only';
import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  OverlapType,
  Paragraph,
  RelativeVerticalPosition,
  Tab,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { FontSet, OfficialDocument, Said } from '../../model';
import { signatureIndents } from '../../numbering';
import { SIZE } from './fonts';
import { CHARACTER, TEXT_WIDTH } from './page';
import { run } from './parts';
import { OFF_GRID } from './styles';

/** 附件说明, 署名, 成文日期 and 版记. */
export function tailOf(document: OfficialDocument): (Paragraph | Table)[] {
  return [
    ...attachmentNote(document),
    ...signature(document),
    ...noteOf(document),
    ...closing(document),
  ];
}

/** 附件: a blank line below the text, two characters in; numbered when there are several. */
function attachmentNote({ fonts, attachments }: OfficialDocument): Paragraph[] {
  if (attachments.length === 0) return [];
  const isOne = attachments.length === 1;
  const lines = attachments.map(({ text }, index) => {
    const number = isOne ? '' : `${index + 1}．`;
    return new Paragraph({
      keepNext: true,
      indent:
        index === 0 ? { left: 5 * CHARACTER, hanging: 3 * CHARACTER } : { left: 5 * CHARACTER },
      children: [run(fonts, `${index === 0 ? '附件：' : ''}${number}${text}`)],
    });
  });
  return [keptLine(fonts), ...lines];
}

/** An empty line that stays with what follows: a signature never stands alone on a page (7.3.5). */
const keptLine = (fonts: FontSet): Paragraph =>
  new Paragraph({ keepNext: true, children: [run(fonts, '')] });

function signature({ fonts, signature: signed }: OfficialDocument): Paragraph[] {
  if (!signed) return [];
  const indents = signatureIndents(signed.org, signed.date, signed.isSealed);
  const line = (text: string, right: number, keepNext: boolean) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      keepNext,
      indent: { right: Math.round(right * CHARACTER) },
      children: [run(fonts, text)],
    });
  return [
    keptLine(fonts),
    ...(signed.isSealed ? [keptLine(fonts)] : []),
    line(signed.org, indents.org, true),
    line(signed.date, indents.date, false),
  ];
}

/** 附注 below the date, two characters in. */
function noteOf({ fonts, note }: OfficialDocument): Paragraph[] {
  if (!note) return [];
  return [
    new Paragraph({ indent: { firstLine: 2 * CHARACTER }, children: [run(fonts, note.text)] }),
  ];
}

const LINE_WIDTH = TEXT_WIDTH - 2 * CHARACTER;

/** The first value at the left edge, the last at the right one, one between in the middle. */
const spread = (count: number) => [
  ...(count > 2 ? [{ type: TabStopType.CENTER, position: Math.round(LINE_WIDTH / 2) }] : []),
  { type: TabStopType.RIGHT, position: LINE_WIDTH },
];

const spreadRuns = (fonts: FontSet, value: readonly Said[]): TextRun[] =>
  value.flatMap(({ text }, index) => [
    ...(index > 0 ? [new TextRun({ children: [new Tab()] })] : []),
    run(fonts, text, { size: SIZE.four }),
  ]);

const lineOf = (label: string, value: readonly Said[]): string =>
  `${label}：${value.map((one) => one.text).join('，')}`;

const THICK = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
const THIN = { style: BorderStyle.SINGLE, size: 6, color: '000000' };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/**
 * 版记 in 四号 仿宋: thick lines outside, thin ones between, its rows and what ends the file kept together, at the foot of the last
 * page where the reader's program places tables by the margin, right below the signature where not.
 * A letter has it without lines (10.1).
 */
function closing({ fonts, head, closing: pairs }: OfficialDocument): (Paragraph | Table)[] {
  if (pairs.length === 0) return [];
  const rows = pairs.map(({ label, value }, index) => {
    const isLast = index === pairs.length - 1;
    const text = new Paragraph({
      style: OFF_GRID,
      keepNext: true,
      ...(label === '' ? { tabStops: spread(value.length) } : {}),
      children:
        label === ''
          ? spreadRuns(fonts, value)
          : [run(fonts, lineOf(label, value), { size: SIZE.four })],
    });
    const isBare = head.kind === 'letter';
    const borders = {
      top: isBare ? NONE : index === 0 ? THICK : THIN,
      bottom: isBare ? NONE : isLast ? THICK : THIN,
      left: NONE,
      right: NONE,
    };
    const cell = new TableCell({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      borders,
      margins: { left: CHARACTER, right: CHARACTER, top: 40, bottom: 40 },
      children: [text],
    });
    return new TableRow({ cantSplit: true, children: [cell] });
  });
  const table = new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [TEXT_WIDTH],
    layout: TableLayoutType.FIXED,
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      overlap: OverlapType.NEVER,
    },
    rows,
  });
  const thin = (line: number) =>
    new Paragraph({
      style: OFF_GRID,
      spacing: { line, lineRule: LineRuleType.EXACT },
      children: [],
    });
  return [thin(160), table, thin(20)];
}
