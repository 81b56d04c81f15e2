/** A point of a series; null where nothing was measured. */
export interface ChartPoint {
  label: string;
  value: number | null;
}

/** Smallest round number (1, 2, 5 × 10ⁿ) of at least `value`; 1 for zero and less. */
export function niceCeiling(value: number): number {
  if (value <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= value) ?? 10;
  return step * power;
}

/**
 * Path of a line through values, broken where a value is missing.
 *
 * @param values in order, evenly spaced
 * @param max value at the upper edge
 * @param box width and height in user units; y grows downwards
 */
export function linePath(
  values: ReadonlyArray<number | null>,
  max: number,
  box: { width: number; height: number },
): string {
  const step = box.width / Math.max(1, values.length - 1);
  let pen = 'M';
  const parts: string[] = [];
  for (const [index, value] of values.entries()) {
    if (value === null) {
      pen = 'M';
      continue;
    }
    const x = (index * step).toFixed(1);
    const y = (box.height - (value / max) * box.height).toFixed(1);
    parts.push(`${pen}${x} ${y}`);
    pen = 'L';
  }
  return parts.join('');
}
