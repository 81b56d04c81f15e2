import { crc32 } from 'node:zlib';

/** Small files whose content is what their name says, for tests of what is taken and what not. */

const bytes = (...parts: (string | number[] | Buffer)[]) =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
    ),
  );
const zeros = (count: number) => Buffer.alloc(count);

const uint32 = (value: number) => {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32BE(value);
  return buffer;
};

function pngChunk(type: string, data: Buffer): Buffer {
  const body = bytes(type, data);
  return bytes(uint32(data.length), body, uint32(crc32(body)));
}

/** A whole PNG of one pixel, told apart by `shade` (0–255). */
export function png(shade = 0): Buffer {
  const header = bytes(uint32(1), uint32(1), [8, 0, 0, 0, 0]);
  const row = [0, shade];
  const adler = 1 + shade + ((2 + shade) << 16);
  const data = bytes([0x78, 0x01, 1, 2, 0, 0xfd, 0xff], row, uint32(adler));
  return bytes(
    [0x89],
    'PNG\r\n\x1a\n',
    pngChunk('IHDR', header),
    pngChunk('IDAT', data),
    pngChunk('IEND', zeros(0)),
  );
}

const ftyp = (brand: string) =>
  bytes(uint32(24), 'ftyp', brand, zeros(4), brand, 'mif1', zeros(40));
const riff = (kind: string) => bytes('RIFF', [36, 0, 0, 0], kind, zeros(40));

/** A zip with uncompressed entries. */
export function zip(entries: Record<string, string>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const data = Buffer.from(content);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt32LE(crc32(data), 10);
    shared.writeUInt32LE(data.length, 14);
    shared.writeUInt32LE(data.length, 18);
    shared.writeUInt16LE(name.length, 22);
    locals.push(bytes('PK\x03\x04', shared, name, data));
    const at = Buffer.alloc(4);
    at.writeUInt32LE(offset);
    central.push(bytes('PK\x01\x02', [20, 0], shared, zeros(10), at, name));
    offset += 30 + name.length + data.length;
  }
  const index = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(locals.length, 4);
  end.writeUInt16LE(locals.length, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(offset, 12);
  return bytes(...locals, index, 'PK\x05\x06', end);
}

/** An office document by the content type of its main part. */
function office(mainType: string): Buffer {
  const types = `<Types><Override PartName="/main.xml" ContentType="${mainType}"/></Types>`;
  return zip({ '[Content_Types].xml': types, 'main.xml': '<a/>' });
}
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** A compound file whose directory names these streams. */
export function compoundFile(...streams: string[]): Buffer {
  const header = Buffer.alloc(512);
  bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(0, 76);
  const table = Buffer.alloc(512, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  table.writeUInt32LE(2, 4);
  table.writeUInt32LE(0xfffffffe, 8);
  const directory = Buffer.alloc(1024);
  for (const [index, name] of ['Root Entry', 'a', 'b', 'c', ...streams].entries()) {
    const at = index * 128;
    directory.write(name, at, 'utf16le');
    directory.writeUInt16LE((name.length + 1) * 2, at + 64);
    directory[at + 66] = index === 0 ? 5 : 2;
  }
  return bytes(header, table, directory);
}

/** Taken, by the name a person would give the file, with the media type the content shows. */
export const TAKEN: Record<string, [content: Buffer, mediaType: string]> = {
  'a.png': [png(), 'image/png'],
  'a.jpg': [bytes([0xff, 0xd8, 0xff, 0xe0], zeros(60)), 'image/jpeg'],
  'a.webp': [bytes('RIFF', [50, 0, 0, 0], 'WEBPVP8 ', zeros(40)), 'image/webp'],
  'a.gif': [bytes('GIF89a', zeros(30)), 'image/gif'],
  'a.heic': [ftyp('heic'), 'image/heic'],
  'a.pdf': [bytes('%PDF-1.7\n', zeros(30)), 'application/pdf'],
  'a.docx': [
    office(`${OFFICE}.wordprocessingml.document.main+xml`),
    `${OFFICE}.wordprocessingml.document`,
  ],
  'a.xlsx': [office(`${OFFICE}.spreadsheetml.sheet.main+xml`), `${OFFICE}.spreadsheetml.sheet`],
  'a.pptx': [
    office(`${OFFICE}.presentationml.presentation.main+xml`),
    `${OFFICE}.presentationml.presentation`,
  ],
  'a.doc': [compoundFile('WordDocument'), 'application/msword'],
  'a.xls': [compoundFile('Workbook'), 'application/vnd.ms-excel'],
  'a.ppt': [compoundFile('PowerPoint Document'), 'application/vnd.ms-powerpoint'],
  'a.mp3': [
    bytes('ID3', [3, 0, 0, 0, 0, 0, 0], [0xff, 0xfb, 0x90, 0x64], zeros(900)),
    'audio/mpeg',
  ],
  'a.m4a': [ftyp('M4A '), 'audio/x-m4a'],
  'a.wav': [riff('WAVE'), 'audio/wav'],
  'a.ogg': [bytes('OggS', zeros(24), '\x01vorbis', zeros(40)), 'audio/ogg'],
  'a.amr': [bytes('#!AMR\n', zeros(40)), 'audio/amr'],
  'a.mp4': [ftyp('isom'), 'video/mp4'],
  'a.mov': [ftyp('qt  '), 'video/quicktime'],
  'a.webm': [
    bytes([0x1a, 0x45, 0xdf, 0xa3, 0x87, 0x42, 0x82, 0x84], 'webm', zeros(40)),
    'video/webm',
  ],
  'a.avi': [riff('AVI '), 'video/vnd.avi'],
  'a.txt': [Buffer.from('来电记录：10:05 家长王女士反映食堂异物\n'), 'text/plain'],
};

/** Refused whatever they are called, with the reason. */
export const REFUSED: Record<string, [content: Buffer, fault: string]> = {
  'page.html': [Buffer.from('<!doctype html><script>alert(1)</script>'), 'markup'],
  'page.htm': [Buffer.from('\ufeff\n  <html><body onload=x>'), 'markup'],
  'hidden.txt': [Buffer.from('see this\n<script src=//x></script>'), 'markup'],
  'drawing.svg': [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'markup'],
  'drawing2.svg': [Buffer.from('<?xml version="1.0"?><svg xmlns="x"/>'), 'markup'],
  'tool.exe': [bytes('MZ', zeros(200)), 'executable'],
  'tool.elf': [bytes([0x7f], 'ELF', zeros(200)), 'executable'],
  'tool.sh': [Buffer.from('#!/bin/sh\nrm -rf /\n'), 'executable'],
  'tool.bat': [Buffer.from('@echo off\r\ndel *\r\n'), 'executable'],
  'setup.msi': [compoundFile('\u4840\u3b3f'), 'unknown'],
  'mail.msg': [compoundFile('__properties_version1.0'), 'unknown'],
  'a.zip': [zip({ 'x.txt': 'x' }), 'archive'],
  'a.jar': [zip({ 'META-INF/MANIFEST.MF': 'Manifest-Version: 1.0' }), 'executable'],
  'a.rar': [bytes('Rar!\x1a\x07\x00', zeros(30)), 'archive'],
  'a.7z': [bytes('7z', [0xbc, 0xaf, 0x27, 0x1c], zeros(30)), 'archive'],
  'a.gz': [bytes([0x1f, 0x8b, 8, 0], zeros(30)), 'archive'],
  'a.docm': [office('application/vnd.ms-word.document.macroEnabled.main+xml'), 'macros'],
  'gbk.txt': [Buffer.from([0xd6, 0xd0, 0xce, 0xc4, 0x0a]), 'encoding'],
  'late.txt': [bytes('a'.repeat(100_000), [0xff, 0xfe]), 'encoding'],
  'noise.png': [Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 8]), 'unknown'],
};
