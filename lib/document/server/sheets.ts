import 'server-only';
import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';
import { defused } from '../defuse';
import type { SheetTable, TableCell } from '../tables';

const WIDEST = 60;

/** Tables as an xlsx workbook, one sheet each; texts are defused and stored as texts. */
export async function writeXlsx(tables: readonly SheetTable[]): Promise<Buffer> {
  const sheets = tables.map(({ name, header, rows }) => ({
    sheet: name,
    data: [
      header.map((label) => ({ value: label, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map(cellOf)),
    ],
    columns: header.map((label, index) => ({
      width: widthOf([label, ...rows.map((row) => row[index] ?? '')]),
    })),
    stickyRowsCount: 1,
  }));
  return writeXlsxFile(sheets).toBuffer();
}

const cellOf = (cell: TableCell) => {
  if (cell === null || cell === '') return null;
  return typeof cell === 'number'
    ? { value: cell, type: Number }
    : { value: defused(cell), type: String, wrap: true };
};

const widthOf = (cells: readonly (TableCell | undefined)[]): number => {
  const longest = Math.max(...cells.map((cell) => String(cell ?? '').length));
  return Math.min(WIDEST, Math.max(8, longest * 2 + 2));
};

/** One table as CSV (RFC 4180, CRLF, UTF-8 with byte order mark), texts defused. */
export function writeCsv({ header, rows }: SheetTable): string {
  const safe = (cell: TableCell) => (typeof cell === 'string' ? defused(cell) : cell);
  return stringify([[...header], ...rows.map((row) => row.map(safe))], {
    bom: true,
    record_delimiter: 'windows',
  });
}
