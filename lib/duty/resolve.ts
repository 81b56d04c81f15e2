import { type Instant, parseInstant } from '@/lib/calendar/instant';

/** The three places of a shift, in the order pages show them. */
export const PLACES = ['leader', 'officer', 'backup'] as const;
export type Place = (typeof PLACES)[number];

/** A time that begins with its first instant and ends before its last. */
export interface Span {
  startsAt: Instant;
  endsAt: Instant;
}

/** One shift of a roster. It begins with its first instant and ends before `endsAt`. */
export interface Shift extends Span {
  id: string;
  officerId: string | null;
  backupId: string | null;
  leaderId: string | null;
  /** A `cover` lies over the shifts of its roster and fills only the places it names. */
  kind?: 'shift' | 'cover';
  /** Order of its roster among those of the institution, the first is 0. */
  rank?: number;
}

/** A time in which a person is away and holds no place. */
export interface Leave extends Span {
  personId: string;
}

export interface OnDuty {
  officerId: string | null;
  backupId: string | null;
  leaderId: string | null;
  /** The shift that decides; null in a gap of the roster. */
  shiftId: string | null;
  /** When the first of the shifts and covers that stand ends. */
  until: Instant | null;
}

const NOBODY: OnDuty = {
  officerId: null,
  backupId: null,
  leaderId: null,
  shiftId: null,
  until: null,
};

/** What the resolver needs of rows, with their edges read once; milliseconds since 1970 UTC. */
export interface ReadRow<T extends Span> {
  row: T;
  start: number;
  end: number;
}

/** Reads the edges of rows. Throws RangeError for what is no instant. */
export function readEdges<T extends Span>(rows: readonly T[]): ReadRow<T>[] {
  return rows.map((row) => ({
    row,
    start: parseInstant(row.startsAt),
    end: parseInstant(row.endsAt),
  }));
}

/**
 * Who is on duty at an instant: pages, API, routing and calendar feeds all ask this. Within a
 * roster the shift that began last stands, and a cover, the newest on top, takes the places it
 * names. Of several rosters each place is held by the first that has somebody for it. Who is on
 * leave holds no place.
 */
export function resolveOnDuty(
  shifts: readonly Shift[],
  at: Instant,
  leaves: readonly Leave[] = [],
): OnDuty {
  return resolveRead(readEdges(shifts), readEdges(leaves), parseInstant(at));
}

/** `resolveOnDuty` for rows whose edges are read already; `atMs` in milliseconds since 1970 UTC. */
export function resolveRead(
  shifts: readonly ReadRow<Shift>[],
  leaves: readonly ReadRow<Leave>[],
  atMs: number,
): OnDuty {
  const isRunning = ({ start, end }: ReadRow<Span>) => start <= atMs && atMs < end;
  const running = shifts.filter(isRunning);
  if (running.length === 0) return NOBODY;
  const away = new Set(leaves.filter(isRunning).map(({ row }) => row.personId));
  const answer: OnDuty = { ...NOBODY };
  let until = Number.POSITIVE_INFINITY;
  const ranks = new Set(running.map(({ row }) => row.rank ?? 0));
  for (const rank of [...ranks].sort((a, b) => a - b)) {
    const layers = layersOf(running.filter(({ row }) => (row.rank ?? 0) === rank));
    answer.shiftId ??= layers.at(-1)?.row.id ?? null;
    for (const place of PLACES) {
      const key = `${place}Id` as const;
      const holder = layers.find(({ row }) => row.kind !== 'cover' || row[key] !== null);
      const personId = holder?.row[key] ?? null;
      if (holder && holder.end < until) {
        until = holder.end;
        answer.until = holder.row.endsAt;
      }
      if (personId !== null && !away.has(personId)) answer[key] ??= personId;
    }
  }
  return answer;
}

/** Covers of one roster, newest first, over the one shift that stands. */
function layersOf(rows: readonly ReadRow<Shift>[]): ReadRow<Shift>[] {
  const byId = (a: ReadRow<Shift>, b: ReadRow<Shift>) => (a.row.id < b.row.id ? 1 : -1);
  const covers = rows.filter(({ row }) => row.kind === 'cover').sort(byId);
  const [shift] = rows
    .filter(({ row }) => row.kind !== 'cover')
    .sort((a, b) => b.start - a.start || byId(a, b));
  return shift ? [...covers, shift] : covers;
}
