import type { FormValues } from './form-input';

/** What was typed and not sent, with when it was last touched (the browser's clock). */
export interface KeptDraft {
  values: FormValues;
  keptAt: string;
}

/** Whose form it is: what is kept for one person is never offered to another on the same device. */
export interface DraftScope {
  incidentId: string;
  type: string;
  preset: Record<string, string>;
  /** Long texts outlive the tab, for this person; other forms live as long as the tab. */
  keeper: string | undefined;
}

/** Kept texts nobody came back to are thrown away. */
const KEPT_DAYS = 3;
const PREFIX = 'draft:';

/**
 * Keeps what is typed on this device until it has been sent, so that neither a lost connection nor
 * a closed window costs it. Texts are kept per person, incident and wording; the version a text is
 * written on is among its values.
 */
export function formDraft({ incidentId, type, preset, keeper }: DraftScope) {
  const key = [PREFIX + (keeper ?? ''), incidentId, type, ...Object.values(preset)].join(':');
  const store = () => (keeper ? localStorage : sessionStorage);
  return {
    read(): KeptDraft | null {
      try {
        if (keeper) throwAwayOld(Date.now());
        return JSON.parse(store().getItem(key) ?? 'null') as KeptDraft | null;
      } catch {
        return null;
      }
    },
    /** Answers whether it is kept: a full or closed store keeps nothing. */
    write(values: FormValues): boolean {
      try {
        const kept: KeptDraft = { values, keptAt: new Date().toISOString() };
        store().setItem(key, JSON.stringify(kept));
        return true;
      } catch {
        return false;
      }
    },
    clear(): void {
      try {
        store().removeItem(key);
      } catch {
        // A closed store holds nothing either.
      }
    },
  };
}

function throwAwayOld(nowMs: number): void {
  const keys = Object.keys(localStorage).filter((one) => one.startsWith(PREFIX));
  for (const key of keys) {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as KeptDraft | null;
    const age = nowMs - Date.parse(kept?.keptAt ?? '');
    if (!(age < KEPT_DAYS * 24 * 3_600_000)) localStorage.removeItem(key);
  }
}
