/** Largest file taken as evidence, in bytes: 50 MB. */
export const EVIDENCE_MAX_BYTES = 50 * 1024 * 1024;

/** Longest name a file keeps, in UTF-16 units. */
export const FILE_NAME_MAX = 200;

export type EvidenceKind =
  | 'image'
  | 'pdf'
  | 'document'
  | 'sheet'
  | 'slides'
  | 'audio'
  | 'video'
  | 'text';

/** Why a file was not taken. Their sentences stand in the messages under `evidence.refused`. */
export const FILE_FAULTS = [
  'missing',
  'broken',
  'empty',
  'tooLarge',
  'markup',
  'executable',
  'archive',
  'macros',
  'encoding',
  'unknown',
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

interface AcceptedType {
  kind: EvidenceKind;
  /** Endings the name may have; the first is added when it has none of them. */
  extensions: readonly string[];
  /** Browsers draw it and it can hold no script: may be shown in a page. */
  isInline?: true;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Media types taken as evidence, as their content shows them; the sender's word does not count. */
export const ACCEPTED_TYPES: Readonly<Record<string, AcceptedType>> = {
  'image/png': { kind: 'image', extensions: ['png'], isInline: true },
  'image/apng': { kind: 'image', extensions: ['png', 'apng'], isInline: true },
  'image/jpeg': { kind: 'image', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'], isInline: true },
  'image/webp': { kind: 'image', extensions: ['webp'], isInline: true },
  'image/gif': { kind: 'image', extensions: ['gif'], isInline: true },
  'image/heic': { kind: 'image', extensions: ['heic', 'heif'] },
  'image/heif': { kind: 'image', extensions: ['heif', 'heic'] },
  'image/heic-sequence': { kind: 'image', extensions: ['heic', 'heics'] },
  'image/heif-sequence': { kind: 'image', extensions: ['heif', 'heifs'] },
  'application/pdf': { kind: 'pdf', extensions: ['pdf'] },
  [`${OFFICE}.wordprocessingml.document`]: { kind: 'document', extensions: ['docx'] },
  [`${OFFICE}.spreadsheetml.sheet`]: { kind: 'sheet', extensions: ['xlsx'] },
  [`${OFFICE}.presentationml.presentation`]: { kind: 'slides', extensions: ['pptx'] },
  'application/msword': { kind: 'document', extensions: ['doc', 'wps'] },
  'application/vnd.ms-excel': { kind: 'sheet', extensions: ['xls', 'et'] },
  'application/vnd.ms-powerpoint': { kind: 'slides', extensions: ['ppt', 'dps'] },
  'audio/mpeg': { kind: 'audio', extensions: ['mp3'] },
  'audio/mp4': { kind: 'audio', extensions: ['m4a', 'mp4'] },
  'audio/x-m4a': { kind: 'audio', extensions: ['m4a'] },
  'audio/wav': { kind: 'audio', extensions: ['wav'] },
  'audio/ogg': { kind: 'audio', extensions: ['ogg', 'oga', 'opus'] },
  'audio/amr': { kind: 'audio', extensions: ['amr'] },
  'video/mp4': { kind: 'video', extensions: ['mp4'] },
  'video/x-m4v': { kind: 'video', extensions: ['m4v', 'mp4'] },
  'video/quicktime': { kind: 'video', extensions: ['mov', 'qt'] },
  'video/webm': { kind: 'video', extensions: ['webm'] },
  'video/vnd.avi': { kind: 'video', extensions: ['avi'] },
  'text/plain': { kind: 'text', extensions: ['txt', 'csv', 'log'] },
};

/** What a media type is to a reader; null for a type that is not taken. */
export function kindOf(mediaType: string): EvidenceKind | null {
  return acceptedType(mediaType)?.kind ?? null;
}

/** Whether a page may show it as an image. */
export function isShownInline(mediaType: string): boolean {
  return acceptedType(mediaType)?.isInline === true;
}

/** The entry of a media type; null for one that is not taken. */
export function acceptedType(mediaType: string): AcceptedType | null {
  return Object.hasOwn(ACCEPTED_TYPES, mediaType) ? (ACCEPTED_TYPES[mediaType] ?? null) : null;
}

const ARCHIVE =
  /zip|x-tar|rar|gzip|bzip|7z|xz|lzip|compress|apple-diskimage|cab|cpio|arj|ace|zstd|lz4|lzh|epub/;
const EXECUTABLE =
  /x-elf|mach-binary|msdownload|wasm|shockwave|java|android|x-deb|x-rpm|shortcut|regedit|chrome-ext|x-xpinstall|htmlhelp|unix-archive/;

/** Why a detected media type that is not taken is refused. */
export function faultOfType(mediaType: string): FileFault {
  if (mediaType.includes('macroenabled')) return 'macros';
  if (/xml$|html|postscript|eps$/.test(mediaType) && !mediaType.includes('officedocument')) {
    return 'markup';
  }
  if (EXECUTABLE.test(mediaType)) return 'executable';
  return ARCHIVE.test(mediaType) ? 'archive' : 'unknown';
}

const MARKUP = /^\s*<(?:[a-z!?/]|$)|<(?:script|html|svg|iframe|body)[\s>/]/i;
const SCRIPT = /^(?:#!|@echo\b)/i;

/**
 * Why the beginning of a text file is refused; null for plain text.
 *
 * @param head the first characters, decoded from UTF-8 without a byte order mark
 */
export function faultOfText(head: string): FileFault | null {
  if (MARKUP.test(head)) return 'markup';
  if (SCRIPT.test(head)) return 'executable';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters mark binary content
  return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(head) ? 'unknown' : null;
}
