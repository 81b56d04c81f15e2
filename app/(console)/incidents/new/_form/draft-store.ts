import { type Draft, EMPTY } from './draft';

const KEY = 'huiying.quick-log';

/** The draft kept in this tab, so that a reload or a lost session loses nothing. */
export function readDraft(): Draft | null {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (typeof stored !== 'object' || stored === null) return null;
    return { ...EMPTY, ...(stored as Partial<Draft>) };
  } catch {
    return null;
  }
}

/** Keeps the draft; null forgets it. A browser that keeps nothing is no obstacle. */
export function keepDraft(draft: Draft | null): void {
  try {
    if (draft) sessionStorage.setItem(KEY, JSON.stringify(draft));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Private windows may refuse storage; the form works without it.
  }
}
