import { clip, effectiveShifts } from './effective';
import { type Leave, PLACES, type Shift, type Span } from './resolve';

/** What keeps a person from taking a time; null when nothing does. */
export type Hindrance = 'away' | 'busy' | null;

/**
 * Whether a person can take a time: `away` on leave, which leaves the place empty whoever insists;
 * `busy` with another place of a roster as it is lived. Each list in `rosters` is one roster's rows.
 */
export function hindranceOf(
  rosters: readonly (readonly Shift[])[],
  leaves: readonly Leave[],
  personId: string,
  { startsAt, endsAt }: Span,
): Hindrance {
  const isAway = leaves.some(
    (leave) => leave.personId === personId && clip(leave, startsAt, endsAt),
  );
  if (isAway) return 'away';
  const isBusy = rosters.some((rows) =>
    effectiveShifts(
      rows.filter((row) => clip(row, startsAt, endsAt)),
      leaves,
    ).some(
      (shift) =>
        clip(shift, startsAt, endsAt) && PLACES.some((place) => shift[`${place}Id`] === personId),
    ),
  );
  return isBusy ? 'busy' : null;
}

/** Rows of several rosters, each roster's by itself. */
export function byRoster<T extends { rosterId: string }>(rows: readonly T[]): T[][] {
  return [...new Set(rows.map(({ rosterId }) => rosterId))].map((id) =>
    rows.filter(({ rosterId }) => rosterId === id),
  );
}
