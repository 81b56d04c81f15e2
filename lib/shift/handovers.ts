import { MINUTE_MS, parseInstant, toInstant } from '@/lib/calendar/instant';
import { effectiveShifts } from '@/lib/duty/effective';
import type { Leave, Shift } from '@/lib/duty/resolve';
import type { Label } from '@/lib/plan/schema';
import type { Window } from './occurrences';
import type { DutySettings } from './settings';
import type { Occurrence } from './task';

const EARLY_MINUTES = 30;

export interface RosterRows {
  rosterId: string;
  name: string;
  shifts: readonly Shift[];
}

/** Who hands over and who takes over at an instant. */
export interface Parties {
  outgoingId: string | null;
  incomingId: string | null;
}

/**
 * A handover for every instant of the window at which another shift of a roster begins, or its
 * officer changes through a cover or leave; after a gap the last officer before it hands over. Who
 * they are is asked when it is time: the roster may change until then.
 */
export function handoverOccurrences(
  rosters: readonly RosterRows[],
  leaves: readonly Leave[],
  { handoverMinutes }: DutySettings,
  { from, to }: Window,
): Occurrence[] {
  return rosters.flatMap(({ rosterId, name, shifts }) => {
    const label: Label = { zh: `${name}交接班`, en: `Handover: ${name}` };
    return edgesOf(manned(shifts, leaves))
      .filter(({ at }) => from <= at && at < to)
      .map(({ at: startsAt, since }) => ({
        key: `handover:${rosterId}:${startsAt}`,
        ruleKey: rosterId,
        kind: 'handover' as const,
        label,
        opensAt: toInstant(parseInstant(since) - EARLY_MINUTES * MINUTE_MS),
        startsAt,
        dueAt: toInstant(parseInstant(startsAt) + handoverMinutes * MINUTE_MS),
        rosterId,
        unitId: null,
        planVersionId: null,
      }));
  });
}

/** Where one stretch of duty follows another; `since` is the end of the one before. */
function edgesOf(lived: readonly Shift[]): { at: string; since: string }[] {
  const baseOf = ({ id }: Shift) => id.split('/')[0];
  return lived.flatMap((shift, index) => {
    const before = lived[index - 1];
    if (!before) return [];
    const isSame = before.officerId === shift.officerId && baseOf(before) === baseOf(shift);
    return isSame ? [] : [{ at: shift.startsAt, since: before.endsAt }];
  });
}

/** Stretches in which the roster has an officer, in order of time. */
function manned(shifts: readonly Shift[], leaves: readonly Leave[]): Shift[] {
  return effectiveShifts(shifts, leaves).filter(({ officerId }) => officerId !== null);
}

/**
 * The officers of one roster before and from an instant on, as the roster stands now. The same
 * person twice: nothing to hand over. Null where there is nobody.
 */
export function partiesAt(shifts: readonly Shift[], leaves: readonly Leave[], at: string): Parties {
  const lived = manned(shifts, leaves);
  return {
    outgoingId: lived.findLast(({ startsAt }) => startsAt < at)?.officerId ?? null,
    incomingId:
      lived.find(({ startsAt, endsAt }) => startsAt <= at && at < endsAt)?.officerId ?? null,
  };
}
