/** After that many tries that failed, the next channel is told. */
export const MOST_TRIES = 8;

const FIRST_PAUSE_SECONDS = 2;
const LONGEST_PAUSE_SECONDS = 900;

/** Pause before the next try: 2 s, 4 s, 8 s … at most 15 minutes. `attempts` counts those made. */
export function pauseSeconds(attempts: number): number {
  return Math.min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2 ** Math.max(0, attempts - 1));
}
