import { type Instant, localParts } from '@/lib/calendar/instant';

/** One entry of a calendar feed. Its `uid` stays the same as long as the entry does. */
export interface FeedEvent {
  uid: string;
  startsAt: Instant;
  endsAt: Instant;
  summary: string;
  description: string;
}

export interface Feed {
  name: string;
  /** When the feed was made. */
  stampedAt: Instant;
  events: readonly FeedEvent[];
}

const MOST_OCTETS = 75;

/** Asia/Shanghai has kept +08:00 since 1991; readers that know the zone use their own. */
const ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Shanghai',
  'BEGIN:STANDARD',
  'DTSTART:19910915T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/**
 * A calendar as iCalendar text (RFC 5545): lines end with CRLF and are folded after 75 octets,
 * never inside a character; times are local in Asia/Shanghai, seconds cut off below.
 */
export function writeCalendar({ name, stampedAt, events }: Feed): string {
  const stamp = `${stampedAt.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Huiying//Roster//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...ZONE,
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${escapeText(event.uid)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;TZID=Asia/Shanghai:${localStamp(event.startsAt)}`,
      `DTEND;TZID=Asia/Shanghai:${localStamp(event.endsAt)}`,
      `SUMMARY:${escapeText(event.summary)}`,
      ...(event.description ? [`DESCRIPTION:${escapeText(event.description)}`] : []),
      'TRANSP:OPAQUE',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

/** Text of a value: RFC 5545, 3.3.11; other control characters are left out. */
function escapeText(text: string): string {
  return [...text.replace(/\r\n?/g, '\n')]
    .filter((character) => character === '\n' || character === '\t' || character >= ' ')
    .filter((character) => character !== '\u007f')
    .join('')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');
}

/** RFC 5545, 3.1: at most 75 octets a line; those that go on begin with a blank. */
function foldLine(line: string): string {
  const lines: string[] = [];
  let [current, octets] = ['', 0];
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > MOST_OCTETS) {
      lines.push(current);
      [current, octets] = [' ', 1];
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

function localStamp(at: Instant): string {
  const { date, hour, minute, second } = localParts(at);
  const time = [hour, minute, second].map((part) => String(part).padStart(2, '0')).join('');
  return `${date.replaceAll('-', '')}T${time}`;
}
