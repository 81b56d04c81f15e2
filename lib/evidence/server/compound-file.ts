import 'server-only';
import type { FileHandle } from 'node:fs/promises';

const HEADER_BYTES = 512;
const ENTRY_BYTES = 128;
const STREAM = 2;
const IN_HEADER = 109;
/** Enough for the folders of documents; what has more is not looked through. */
const MOST_SECTORS = 4096;

/** The stream that makes a compound file a document of the office programs before 2007. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  WordDocument: 'application/msword',
  Workbook: 'application/vnd.ms-excel',
  Book: 'application/vnd.ms-excel',
  'PowerPoint Document': 'application/vnd.ms-powerpoint',
};

/**
 * Media type of an old office document, by the streams in its directory ([MS-CFB] 2.2 and 2.6);
 * null for another compound file, such as an installer or a mail.
 */
export async function compoundDocumentType(file: FileHandle): Promise<string | null> {
  const header = await read(file, 0, HEADER_BYTES);
  if (header.length < HEADER_BYTES) return null;
  const shift = header.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return null;
  const size = 1 << shift;
  const sector = (index: number) => read(file, (index + 1) * size, size);
  const names: string[] = [];
  let next = header.readUInt32LE(48);
  const seen = new Set<number>();
  while (next < 0xfffffffa && !seen.has(next) && seen.size < MOST_SECTORS) {
    seen.add(next);
    names.push(...streamNames(await sector(next)));
    const place = Math.floor(next / (size / 4));
    if (place >= IN_HEADER) break;
    const table = await sector(header.readUInt32LE(76 + place * 4));
    const at = (next % (size / 4)) * 4;
    if (table.length < at + 4) break;
    next = table.readUInt32LE(at);
  }
  const found = names.find((name) => Object.hasOwn(DOCUMENTS, name));
  return found ? (DOCUMENTS[found] ?? null) : null;
}

function streamNames(sector: Buffer): string[] {
  const names: string[] = [];
  for (let at = 0; at + ENTRY_BYTES <= sector.length; at += ENTRY_BYTES) {
    const length = sector.readUInt16LE(at + 64);
    if (sector[at + 66] !== STREAM || length < 2 || length > 64) continue;
    names.push(sector.toString('utf16le', at, at + length - 2));
  }
  return names;
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
