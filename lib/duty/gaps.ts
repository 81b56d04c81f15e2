import { type Instant, parseInstant, toInstant } from '@/lib/calendar/instant';
import { type OnDuty, readEdges, resolveRead, type Shift, type Span } from './resolve';

export interface Gap {
  from: Instant;
  to: Instant;
  /** `nobody`: no shift at all; otherwise the place that is empty in the shift. */
  missing: 'nobody' | 'officer' | 'leader';
}

/**
 * Where the roster is empty between two instants, in order of time. `isReachable` says whether a
 * person can be told at all; one who cannot leaves the place empty. Times that are `intended` to be
 * empty are none, to their exact edges.
 */
export function findGaps(
  shifts: readonly Shift[],
  from: Instant,
  to: Instant,
  isReachable: (personId: string) => boolean = () => true,
  intended: readonly Span[] = [],
): Gap[] {
  const [fromMs, toMs] = [parseInstant(from), parseInstant(to)];
  const [rows, meant] = [readEdges(shifts), readEdges(intended)];
  const edges = [...rows, ...meant].flatMap(({ start, end }) => [start, end]);
  const inside = edges.filter((edge) => edge > fromMs && edge < toMs);
  const cuts = [...new Set([fromMs, ...inside, toMs])].sort((a, b) => a - b);
  const gaps: Gap[] = [];
  cuts.slice(0, -1).forEach((cut, index) => {
    if (meant.some((one) => one.start <= cut && cut < one.end)) return;
    const end = toInstant(cuts[index + 1] ?? toMs);
    const start = toInstant(cut);
    for (const missing of missingAt(resolveRead(rows, [], cut), isReachable)) {
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
