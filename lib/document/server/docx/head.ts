import 'server-only';
import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import type { FontSet, Head, OfficialDocument } from '../../model';
import { widthOf } from '../../numbering';
import { titleLines } from '../../title-lines';
import { SIZE } from './fonts';
import { CHARACTER, TEXT_WIDTH } from './page';
import { blankLine, offGrid, run } from './parts';

export const RED = 'FF0000';
/** Line height of a title of 二号, twips. */
const TITLE_LINE = 700;

/** What stands above the text: red head or bulletin head, title, addressee. */
export function headOf(document: OfficialDocument): Paragraph[] {
  const { fonts, head, addressee } = document;
  const opening = openingOf(fonts, head);
  const to = addressee ? [new Paragraph({ children: [run(fonts, `${addressee}：`)] })] : [];
  return [...opening, ...titleOf(document), ...to];
}

function openingOf(fonts: FontSet, head: Head): Paragraph[] {
  if (head.kind === 'letterhead') return letterhead(fonts, head);
  if (head.kind === 'bulletin') return bulletinHead(fonts, head);
  if (head.kind === 'letter') return letterOpening(fonts, head);
  return [];
}

/** Half points at which a red mark stays on one line, at most 54 pt. */
function markSize(mark: string): number {
  const points = Math.floor(TEXT_WIDTH / 20 / Math.max(1, widthOf(mark)));
  return Math.min(54, Math.max(22, points)) * 2;
}

const redLine = (space: number) => ({
  bottom: { style: BorderStyle.SINGLE, size: 18, color: RED, space },
});

export const redMark = (fonts: FontSet, mark: string, before: number): Paragraph => {
  const size = markSize(mark);
  return offGrid([run(fonts, mark, { font: 'title', size, color: RED })], size * 13, {
    alignment: AlignmentType.CENTER,
    spacing: { before },
  });
};

/**
 * 发文机关标志 in red 小标宋, its upper edge 35 mm below that of the text block; two blank lines; number
 * one character in from the left, 签发人 one from the right (上行文); a red line 4 mm below it.
 */
function letterhead(fonts: FontSet, head: Extract<Head, { kind: 'letterhead' }>): Paragraph[] {
  const { mark, number, signer, urgency } = head;
  const signing = signer
    ? [
        new TextRun({ children: [new Tab()] }),
        run(fonts, '签发人：'),
        run(fonts, signer, { font: 'script' }),
      ]
    : [];
  return [
    offGrid([run(fonts, urgency ?? '', { font: 'black' })], 580),
    redMark(fonts, mark, 1404),
    blankLine(fonts),
    blankLine(fonts),
    offGrid([run(fonts, number ?? ''), ...signing], 580, {
      indent: { left: CHARACTER, right: CHARACTER },
      tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH - CHARACTER }],
    }),
    offGrid([], 60, { border: redLine(8) }),
    blankLine(fonts),
    blankLine(fonts),
  ];
}

/** Name of the bulletin in red, 第×期, issuing office left and date right, a red line. */
function bulletinHead(fonts: FontSet, head: Extract<Head, { kind: 'bulletin' }>): Paragraph[] {
  const { name, issue, office, date } = head;
  return [
    redMark(fonts, [...name].join('　'), 580),
    ...(issue
      ? [
          offGrid([run(fonts, issue, { font: 'script' })], 640, {
            alignment: AlignmentType.CENTER,
            spacing: { before: 200 },
          }),
        ]
      : []),
    offGrid([run(fonts, office), new TextRun({ children: [new Tab()] }), run(fonts, date)], 580, {
      indent: { left: CHARACTER, right: CHARACTER },
      spacing: { before: 200 },
      tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH - CHARACTER }],
    }),
    offGrid([], 60, { border: redLine(2) }),
    blankLine(fonts),
  ];
}

/** Of a letter: urgency at the left edge, the number at the right one, below the red lines. */
function letterOpening(
  fonts: FontSet,
  { urgency, number }: Extract<Head, { kind: 'letter' }>,
): Paragraph[] {
  return [
    offGrid(
      [
        run(fonts, urgency ?? '', { font: 'black' }),
        new TextRun({ children: [new Tab()] }),
        run(fonts, number ?? ''),
      ],
      580,
      {
        spacing: { before: 280 },
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
      },
    ),
    blankLine(fonts),
    blankLine(fonts),
  ];
}

/** The title: 二号 小标宋, centred, and a blank line below. */
function titleOf({ fonts, title, head }: OfficialDocument): Paragraph[] {
  const isForm = head.kind === 'form';
  const lines = titleLines(title).flatMap((line, index) => [
    ...(index > 0 ? [new TextRun({ break: 1 })] : []),
    run(fonts, line, { font: 'title', size: SIZE.two }),
  ]);
  const heading = offGrid(lines, TITLE_LINE, {
    heading: HeadingLevel.TITLE,
    alignment: AlignmentType.CENTER,
  });
  const notes = isForm
    ? head.notes.map((one) =>
        offGrid([run(fonts, one.text, { size: SIZE.smallFour })], 420, {
          alignment: AlignmentType.CENTER,
        }),
      )
    : [];
  return [heading, ...notes, isForm ? offGrid([], 200) : blankLine(fonts)];
}
