const UNITS = ['B', 'KB', 'MB', 'GB'] as const;

/** A size for people: `812 B`, `3.4 KB`, `50 MB` (1 KB = 1024 B). */
export function formatBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), UNITS.length - 1);
  const value = bytes / 1024 ** power;
  const digits = power > 0 && value < 10 ? 1 : 0;
  return `${value.toFixed(digits).replace(/\.0$/, '')} ${UNITS[power]}`;
}
