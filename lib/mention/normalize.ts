import { findPlatform, type PlatformKey } from './platforms';

/** Parameters that track readers or sharers everywhere; `x_*` covers a prefix. */
const TRACKING = [
  'utm_*',
  'spm',
  'spm_*',
  'from',
  'from_*',
  'isappinstalled',
  'nsukey',
  'gclid',
  'fbclid',
  'msclkid',
  'yclid',
  'bd_vid',
  'hmsr',
  'hmpl',
  'hmcu',
  'hmkw',
  'hmci',
  'share_from',
  'share_source',
  'share_medium',
  'share_plat',
  'share_tag',
  'share_times',
  'share_uid',
  'shareuid',
  'sharer',
  'sharer_*',
  'share_token',
  'ref_src',
  '_t',
];

const INVISIBLE =
  /\u034f|[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * The one form of a web address, so that the same post is known again: host in lower case, no
 * fragment, credentials, default port, tracking or sharing parameters; the rest sorted; https for
 * known platforms; no slash at the end of a path. An address without a scheme is taken as https.
 * Null for what is no http(s) address.
 */
export function canonicalUrl(input: string): string | null {
  const url = parseUrl(input);
  if (!url) return null;
  const platform = findPlatform(url.hostname);
  const tracking = [...TRACKING, ...(platform?.tracking ?? [])];
  if (platform && url.port === '') url.protocol = 'https:';
  url.hash = '';
  url.username = '';
  url.password = '';
  url.hostname = url.hostname.replace(/\.$/, '');
  for (const name of new Set(url.searchParams.keys())) {
    if (tracking.some((rule) => covers(rule, name))) url.searchParams.delete(name);
  }
  url.searchParams.sort();
  url.pathname = withoutEndSlashes(url.pathname);
  return url.searchParams.size === 0 ? url.href.replace(/\?$/, '') : url.href;
}

/**
 * The platform an address belongs to, by its host; `hotline_12345` for government and hotline
 * sites with 12345 in the host name. Null when it is none of the known ones or no address.
 */
export function platformOf(input: string): PlatformKey | null {
  const url = parseUrl(input);
  if (!url) return null;
  const host = url.hostname.replace(/\.$/, '');
  const platform = findPlatform(host);
  if (platform) return platform.key;
  return /(?:^|[a-z.-])12345(?:[a-z.-]|$)/.test(host) ? 'hotline_12345' : null;
}

/**
 * Text fit to be stored and shown: line ends as LF, control, zero-width and direction characters
 * and lone surrogates out, Unicode composed (NFC), ends trimmed. Full-width punctuation stays.
 */
export function cleanText(text: string): string {
  return text
    .replace(LONE_SURROGATE, '')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(CONTROLS, '')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .trim();
}

/**
 * Text fit to be compared and searched: cleaned, compatibility forms unified (NFKC: full-width to
 * half-width, ligatures, circled digits), every run of white space one space. Letter case and
 * traditional characters stay; folding them is the search's task.
 */
export function normalizeText(text: string): string {
  return cleanText(text)
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .normalize('NFKC')
    .trim();
}

function parseUrl(input: string): URL | null {
  const text = input.trim();
  const hasScheme = /^[a-z][a-z\d+.-]*:/i.test(text) && !/^[^/]*:\d/.test(text);
  if (!hasScheme && !/^(?:\/\/)?[^\s/?#@]+\.[^\s/?#@]+/.test(text)) return null;
  const full = hasScheme ? text : `https://${text.replace(/^\/\//, '')}`;
  if (!URL.canParse(full)) return null;
  const url = new URL(full);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}

function withoutEndSlashes(path: string): string {
  let end = path.length;
  while (end > 1 && path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}

function covers(rule: string, name: string): boolean {
  const lower = name.toLowerCase();
  const wanted = rule.toLowerCase();
  return wanted.endsWith('*') ? lower.startsWith(wanted.slice(0, -1)) : lower === wanted;
}
