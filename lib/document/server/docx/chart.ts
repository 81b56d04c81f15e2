import 'server-only';
import { AlignmentType, Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import type { Chart, FontSet } from '../../model';
import { FONTS } from './fonts';
import { OFF_GRID } from './styles';

/** Printed in black on white: series differ in lightness, each named in the legend. */
const COLOURS = ['1F4E5F', 'C05A00', '6B7280', '8A1C1C'];

/** A chart the word processor draws itself, with its figures in it. */
export function chartOf(fontSet: FontSet, { title, type, categories, series }: Chart): Paragraph {
  const font = { name: FONTS[fontSet].text, color: '000000' };
  const common = {
    title: { text: title, font: { ...font, size: 12, bold: false } },
    font,
    categories: [...categories],
    series: series.map(({ label, values }, index) => ({
      name: label,
      values: [...values],
      color: COLOURS[index % COLOURS.length] ?? '000000',
    })),
    transformation: { width: 580, height: 300 },
    ...(series.length > 1 ? {} : { legend: false as const }),
  };
  const most = Math.max(0, ...series.flatMap((one) => one.values.map((value) => value ?? 0)));
  const valueAxis = { minimum: 0, ...(most <= 10 ? { interval: 1 } : {}) };
  const run =
    type === 'line'
      ? new ChartRun({ ...common, type: 'line', valueAxis })
      : new ChartRun({ ...common, type: 'column', valueAxis, dataLabels: { value: true } });
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    style: OFF_GRID,
    spacing: { before: 120, after: 120 },
    children: [run],
  });
}
