import { type Instant, parseInstant, toInstant } from '@/lib/calendar/instant';

/** One shift of a roster. It begins with its first instant and ends before `endsAt`. */
export interface Shift {
  id: string;
  startsAt: Instant;
  endsAt: Instant;
  officerId: string | null;
  backupId: string | null;
  leaderId: string | null;
}

export interface OnDuty {
  officerId: string | null;
  backupId: string | null;
  leaderId: string | null;
  /** The shift that decides; null in a gap of the roster. */
  shiftId: string | null;
  until: Instant | null;
}

const NOBODY: OnDuty = {
  officerId: null,
  backupId: null,
  leaderId: null,
  shiftId: null,
  until: null,
};

/**
 * Who is on duty at an instant: pages, API and routing all ask this. Where shifts overlap, the one
 * that began last stands, so that a cover entered inside a longer shift holds for its hours.
 */
export function resolveOnDuty(shifts: readonly Shift[], at: Instant): OnDuty {
  const atMs = parseInstant(at);
  const running = shifts.filter(
    (shift) => parseInstant(shift.startsAt) <= atMs && atMs < parseInstant(shift.endsAt),
  );
  const [shift] = running.sort(
    (a, b) => parseInstant(b.startsAt) - parseInstant(a.startsAt) || (a.id < b.id ? 1 : -1),
  );
  if (!shift) return NOBODY;
  const { id, officerId, backupId, leaderId, endsAt } = shift;
  return { officerId, backupId, leaderId, shiftId: id, until: endsAt };
}

export interface Gap {
  from: Instant;
  to: Instant;
  /** `nobody`: no shift at all; otherwise the place that is empty in the shift. */
  missing: 'nobody' | 'officer' | 'leader';
}

/**
 * Where the roster is empty between two instants, in order of time. `isReachable` says whether a
 * person can be told at all; one who cannot leaves the place empty.
 */
export function findGaps(
  shifts: readonly Shift[],
  from: Instant,
  to: Instant,
  isReachable: (personId: string) => boolean = () => true,
): Gap[] {
  const [fromMs, toMs] = [parseInstant(from), parseInstant(to)];
  const edges = shifts.flatMap(({ startsAt, endsAt }) => [
    parseInstant(startsAt),
    parseInstant(endsAt),
  ]);
  const inside = edges.filter((edge) => edge > fromMs && edge < toMs);
  const cuts = [...new Set([fromMs, ...inside, toMs])].sort((a, b) => a - b);
  const gaps: Gap[] = [];
  cuts.slice(0, -1).forEach((cut, index) => {
    const end = toInstant(cuts[index + 1] ?? toMs);
    const start = toInstant(cut);
    for (const missing of missingAt(resolveOnDuty(shifts, start), isReachable)) {
      const before = gaps.findLast((gap) => gap.missing === missing);
      if (before?.to === start) before.to = end;
      else gaps.push({ from: start, to: end, missing });
    }
  });
  return gaps;
}

function missingAt(onDuty: OnDuty, isReachable: (personId: string) => boolean): Gap['missing'][] {
  if (onDuty.shiftId === null) return ['nobody'];
  const isEmpty = (id: string | null) => id === null || !isReachable(id);
  const missing: Gap['missing'][] = [];
  if (isEmpty(onDuty.officerId)) missing.push('officer');
  if (isEmpty(onDuty.leaderId)) missing.push('leader');
  return missing;
}
