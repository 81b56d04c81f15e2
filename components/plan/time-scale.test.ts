import { describe, expect, it } from 'vitest';
import { hoursAt, marksUpTo, placeOf } from './time-scale';

describe('the time axis', () => {
  it('begins at 0, ends at 1 and never runs backwards', () => {
    const places = [0, 0.5, 1, 4, 24, 72, 336].map((hours) => placeOf(hours, 336));
    expect(places[0]).toBe(0);
    expect(places.at(-1)).toBe(1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(placeOf(1000, 336)).toBe(1);
    expect(placeOf(-2, 336)).toBe(0);
  });

  it.each([0, 0.1, 0.5, 0.93, 1])('an hour is found again at its place: %d', (place) => {
    expect(placeOf(hoursAt(place, 336), 336)).toBeCloseTo(place, 9);
  });

  it('marks leave room for their words', () => {
    for (const max of [2, 24, 72, 336, 8760]) {
      const marks = marksUpTo(max);
      const places = marks.map((hours) => placeOf(hours, max));
      const gaps = places.slice(1).map((place, index) => place - (places[index] ?? 0));
      expect(Math.min(1, ...gaps)).toBeGreaterThan(0.12);
    }
  });
});
