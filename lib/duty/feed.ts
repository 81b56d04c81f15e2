import type { FeedEvent } from './ical';
import { PLACES, type Place, type Shift } from './resolve';

/** What a feed needs beside the roster. */
export interface FeedWords {
  place: Readonly<Record<Place, string>>;
  vacant: string;
  nameOf: (personId: string) => string;
}

/** Every part of a lived roster (see `effectiveShifts`) as an entry that names the three places. */
export function rosterEvents(shifts: readonly Shift[], words: FeedWords): FeedEvent[] {
  return shifts.map((shift) => {
    const lines = PLACES.map((place) => {
      const personId = shift[`${place}Id`];
      return `${words.place[place]} ${personId === null ? words.vacant : words.nameOf(personId)}`;
    });
    const { startsAt, endsAt } = shift;
    const [summary, description] = [lines.join(' · '), lines.join('\n')];
    return { uid: uidOf(shift.id, 'all'), startsAt, endsAt, summary, description };
  });
}

/** The times one person has duty, place by place, with who else is there when it begins. */
export function personEvents(
  shifts: readonly Shift[],
  personId: string,
  words: FeedWords,
): FeedEvent[] {
  const events = PLACES.flatMap((place) => {
    const parts: (FeedEvent & { of: string })[] = [];
    for (const shift of shifts) {
      if (shift[`${place}Id`] !== personId) continue;
      const { id, startsAt, endsAt } = shift;
      const of = id.split('/')[0] ?? id;
      const before = parts.at(-1);
      if (before?.of === of && before.endsAt === startsAt) {
        before.endsAt = endsAt;
        continue;
      }
      const [all] = rosterEvents([shift], words);
      const description = all?.description ?? '';
      const summary = words.place[place];
      parts.push({ of, uid: uidOf(id, place), startsAt, endsAt, summary, description });
    }
    return parts.map(({ of: _, ...event }) => event);
  });
  return events.sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0));
}

function uidOf(shiftId: string, part: string): string {
  return `${shiftId.replace(/[^A-Za-z0-9-]/g, '-')}-${part}@huiying`;
}
