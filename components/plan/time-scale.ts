/**
 * Hours after the discovery on a scale that leaves room for the first ones: the first hour, the
 * first day and the second week are each worth about as much.
 */
const STRETCH_HOURS = 1;

const stretch = (hours: number): number => Math.log(1 + Math.max(0, hours) / STRETCH_HOURS);

/** Place of an hour from 0 to 1 on a scale that ends at `maxHours`. */
export function placeOf(hours: number, maxHours: number): number {
  return Math.min(1, stretch(hours) / stretch(maxHours));
}

/** The hour at a place from 0 to 1. */
export function hoursAt(place: number, maxHours: number): number {
  return STRETCH_HOURS * (Math.exp(place * stretch(maxHours)) - 1);
}

const MARKS = [1, 2, 4, 8, 12, 24, 48, 72, 120, 168, 336, 720, 2160, 8760];

/** Hours worth a mark, none closer to the next than a label is wide. */
export function marksUpTo(maxHours: number): number[] {
  const marks: number[] = [];
  for (const hours of MARKS.filter((one) => one < maxHours * 0.97)) {
    const before = marks.at(-1);
    const room = placeOf(hours, maxHours) - (before ? placeOf(before, maxHours) : 0);
    if (room >= 0.13) marks.push(hours);
  }
  return marks;
}
