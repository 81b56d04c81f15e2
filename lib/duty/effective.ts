import { type Instant, toInstant } from '@/lib/calendar/instant';
import { type Leave, readEdges, resolveRead, type Shift, type Span } from './resolve';

/**
 * A roster as it is lived: shifts cut at the exact edges of covers, leave and later shifts, in
 * order of time, none over another. `resolveOnDuty` answers the same for them at every instant. The
 * part a shift begins with keeps its id; later parts add when they begin.
 */
export function effectiveShifts(shifts: readonly Shift[], leaves: readonly Leave[] = []): Shift[] {
  const [rows, away] = [readEdges(shifts), readEdges(leaves)];
  const edges = [...rows, ...away].flatMap(({ start, end }) => [start, end]);
  const cuts = [...new Set(edges)].sort((a, b) => a - b);
  const starts = new Map(shifts.map(({ id, startsAt }) => [id, startsAt]));
  const parts: (Shift & { of: string })[] = [];
  for (const [index, cut] of cuts.slice(0, -1).entries()) {
    const { shiftId, officerId, backupId, leaderId } = resolveRead(rows, away, cut);
    if (shiftId === null) continue;
    const [startsAt, endsAt] = [toInstant(cut), toInstant(cuts[index + 1] ?? cut)];
    const before = parts.at(-1);
    const isSame =
      before?.of === shiftId &&
      before.endsAt === startsAt &&
      before.officerId === officerId &&
      before.backupId === backupId &&
      before.leaderId === leaderId;
    if (isSame) {
      before.endsAt = endsAt;
      continue;
    }
    const id = starts.get(shiftId) === startsAt ? shiftId : `${shiftId}/${startsAt}`;
    parts.push({ of: shiftId, id, startsAt, endsAt, officerId, backupId, leaderId });
  }
  return parts.map(({ of: _, ...part }) => part);
}

/** Whether two times share an instant; those that only meet do not. */
export function overlap(a: Span, b: Span): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/** The part of a time that lies between two instants; null when none does. */
export function clip(span: Span, from: Instant, to: Instant): Span | null {
  const startsAt = span.startsAt > from ? span.startsAt : from;
  const endsAt = span.endsAt < to ? span.endsAt : to;
  return startsAt < endsAt ? { startsAt, endsAt } : null;
}
