import { cleanText, platformOf } from './normalize';

export interface Pasted {
  url: string | null;
  platform: string | null;
  /** The text without the address; null when only an address was pasted. */
  text: string | null;
  /** First sentence, cut to forty characters. */
  title: string | null;
  counts: Partial<Record<'views' | 'reposts' | 'comments' | 'likes', number>>;
  /** Local date and time as in a form, `2026-11-22T09:40`, when exactly one stands in the text. */
  publishedAt: string | null;
}

const ADDRESS = /https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]+/i;
const TITLE_LENGTH = 40;

const WORDS = {
  reposts: '转发|转评|分享',
  comments: '评论|回复|跟帖',
  likes: '点赞|获赞|赞|喜欢',
  views: '阅读量|阅读|浏览量|浏览|播放量|播放|观看',
} as const;
type Count = keyof typeof WORDS;

const NUMBER = '(\\d[\\d,]*(?:\\.\\d+)?)\\s*(万|亿|[wWkK])?\\+?';

/**
 * What a pasted link, share text or whole post says of itself. Only what is obvious is read, so
 * that nothing is put into the record that nobody stated.
 */
export function parsePasted(input: string): Pasted {
  const whole = cleanText(input);
  const url = ADDRESS.exec(whole)?.[0].replace(/[.,;!?)'\]]+$/, '') ?? null;
  const bare = url ? null : soleAddress(whole);
  const text = (url ? whole.replace(url, ' ') : bare ? '' : whole).replace(/[^\S\n]+/g, ' ').trim();
  const address = url ?? bare;
  return {
    url: address,
    platform: address ? platformOf(address) : null,
    text: text || null,
    title: titleOf(text),
    counts: countsOf(text),
    publishedAt: momentOf(text),
  };
}

/** An address pasted without its scheme: one word with a dot and a path or known platform. */
function soleAddress(text: string): string | null {
  if (/\s/.test(text) || !/^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(text)) return null;
  return platformOf(text) || text.includes('/') ? text : null;
}

function titleOf(text: string): string | null {
  const sentences = text
    .replace(/#([^#\n]{1,40})#/g, '$1 ')
    .split(/[\n。！？!?；;]/)
    .map((one) => one.replace(/^[\s\d.:：,，、【】[\]“”"@-]+/, '').trim());
  const first = sentences.find((one) => one.length >= 4) ?? sentences.find(Boolean);
  if (!first) return null;
  const letters = [...first];
  return letters.length > TITLE_LENGTH ? `${letters.slice(0, TITLE_LENGTH).join('')}…` : first;
}

/** `转发 12` or `12次转发`: a text keeps to one of the two orders. */
const labelled = (words: string) => new RegExp(`(?:${words})[数量]?\\s*[:：(（]?\\s*${NUMBER}`);
const counted = (words: string) => new RegExp(`${NUMBER}\\s*(?:次|条|个|人)\\s*(?:${words})`);

function countsOf(text: string): Pasted['counts'] {
  const isCounted = counted(Object.values(WORDS).join('|')).test(text);
  const counts: Pasted['counts'] = {};
  for (const name of Object.keys(WORDS) as Count[]) {
    const found = (isCounted ? counted : labelled)(WORDS[name]).exec(text);
    if (found?.[1]) counts[name] = toNumber(found[1], found[2]);
  }
  return counts;
}

const SCALE: Record<string, number> = { 万: 10_000, w: 10_000, 亿: 100_000_000, k: 1000 };

function toNumber(digits: string, unit: string | undefined): number {
  return Math.round(Number(digits.replaceAll(',', '')) * (SCALE[unit?.toLowerCase() ?? ''] ?? 1));
}

const MOMENT = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?\s*(\d{1,2})[:：](\d{2})/g;

function momentOf(text: string): string | null {
  const found = [...text.matchAll(MOMENT)];
  if (found.length !== 1) return null;
  const [year = '', ...rest] = found[0]?.slice(1) ?? [];
  const [month, day, hour, minute] = rest.map((part) => part.padStart(2, '0'));
  return `${year}-${month}-${day}T${hour}:${minute}`;
}
