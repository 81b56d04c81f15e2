import { FILE_NAME_MAX } from './accepted';

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;
const FORBIDDEN = /[<>:"|?*]/g;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const NAMELESS = 'file';

/**
 * A name that is safe to keep and to hand out again: the last part of a path, without control,
 * invisible or direction-turning characters, with one of the endings its content asks for, at most
 * 200 UTF-16 units. Never empty.
 *
 * @param given as the sender called it
 * @param extensions endings that fit the content, without the dot; the first is added when needed
 */
export function cleanFileName(given: string, extensions: readonly string[]): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const shown = last
    .replace(INVISIBLE, '')
    .replace(FORBIDDEN, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const dot = shown.lastIndexOf('.');
  const ending = dot < 0 ? '' : shown.slice(dot + 1).toLowerCase();
  const fits = extensions.includes(ending);
  const stem = (fits ? shown.slice(0, dot) : shown) || NAMELESS;
  const extension = fits ? shown.slice(dot) : `.${extensions[0] ?? 'bin'}`;
  const safe = RESERVED.test(stem) ? `_${stem}` : stem;
  return cut(safe, FILE_NAME_MAX - extension.length) + extension;
}

/** The first `length` units, no character halved. */
function cut(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
}

/**
 * `Content-Disposition` for a file (RFC 6266): an ASCII name for old clients and the whole one in
 * UTF-8 (RFC 8187).
 */
export function contentDisposition(type: 'attachment' | 'inline', fileName: string): string {
  const name = fileName.replace(INVISIBLE, '').replace(/[/\\<>:"|?*]/g, '_') || NAMELESS;
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/%/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${type}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
