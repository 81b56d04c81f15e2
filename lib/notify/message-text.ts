import { formatLocalDue, type Instant, parseInstant } from '@/lib/calendar/instant';
import { fill } from '@/lib/i18n/fill';
import { formatSpan } from '@/lib/i18n/format-span';
import type { Locale } from '@/lib/i18n/locales';
import { maskPersonalData } from '@/lib/mention/mask';
import { byteLength, shorten } from './split-text';

/** What a message outside may say: never a summary, a text, an author or a person's name. */
export interface MessageFacts {
  /** Of the incident, or the word for the house's own affairs. */
  number: string;
  /** About no incident: there is no title and no grade. */
  isHouse: boolean;
  title: string | null;
  /** As the reader calls it; null = not graded. */
  grade: string | null;
  /** Sentence of the rule, without end mark. */
  sentence: string;
  dueAt: Instant | null;
  link: string;
}

/** Texts with places, from the namespace `outside`. */
export interface OutsideWords {
  house: string;
  heading: string;
  untitled: string;
  graded: string;
  remaining: string;
  late: string;
  bundle: string;
  line: string;
  more: string;
  subject: string;
  bundleSubject: string;
  several: string;
}

const TITLE_BYTES = 90;
const ADDRESS = /https?:\/\/\S+|www\.\S+/gi;
const HANDLE = /[@＠][\p{L}\p{N}_-]+/gu;

/** A title short enough for any channel, without addresses, handles, phone and identity numbers. */
export function shortTitle(title: string): string {
  const plain = title.replace(ADDRESS, '').replace(HANDLE, '').replace(/\s+/g, ' ').trim();
  return shorten(maskPersonalData(plain).text, TITLE_BYTES);
}

/** One message: number, title, grade, what it is about, remaining time, link; one line each. */
export function messageText(
  facts: MessageFacts,
  now: Instant,
  words: OutsideWords,
  locale: Locale,
): string {
  const title = facts.title === null ? '' : shortTitle(facts.title);
  return [
    fill(words.heading, { number: facts.number }),
    ...(facts.isHouse
      ? []
      : [fill(words.graded, { title: title || words.untitled, grade: facts.grade ?? '—' })]),
    facts.sentence,
    ...(facts.dueAt ? [remainingText(facts.dueAt, now, words, locale)] : []),
    facts.link,
  ].join('\n');
}

function remainingText(dueAt: Instant, now: Instant, words: OutsideWords, locale: Locale): string {
  const left = parseInstant(dueAt) - parseInstant(now);
  const span = formatSpan(left, locale);
  const at = formatLocalDue(dueAt);
  return fill(left >= 0 ? words.remaining : words.late, { at, span });
}

/**
 * Many messages in one: a line per incident and rule with its count. Lines that do not fit into
 * `maxBytes` are counted in the last one, which says where all of them stand.
 * @param link where everything is listed
 */
export function bundleText(
  all: readonly MessageFacts[],
  maxBytes: number,
  link: string,
  words: OutsideWords,
): string {
  const counts = new Map<string, number>();
  for (const { number, sentence } of all) {
    const line = fill(words.line, { number, sentence });
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const lines = [...counts].map(([line, count]) => (count > 1 ? `${line} ×${count}` : line));
  const incidents = new Set(all.flatMap((one) => (one.isHouse ? [] : one.number))).size;
  const head = fill(words.bundle, { count: all.length, incidents });
  const tail = (left: number) => (left > 0 ? [fill(words.more, { count: left })] : []);
  const fixed = byteLength([head, ...tail(lines.length), link].join('\n'));
  let room = maxBytes - fixed - 1;
  const kept: string[] = [];
  for (const line of lines) {
    room -= byteLength(line) + 1;
    if (room < 0) break;
    kept.push(line);
  }
  return [head, ...kept, ...tail(lines.length - kept.length), link].join('\n');
}
