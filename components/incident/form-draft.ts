import type { FormValues } from './form-input';

/** Keeps what is typed in this tab until it has been sent, so that nothing is lost. */
const keyOf = (incidentId: string, type: string, preset: Record<string, string>): string =>
  `draft:${incidentId}:${type}:${Object.values(preset).join(',')}`;

export function formDraft(incidentId: string, type: string, preset: Record<string, string>) {
  const key = keyOf(incidentId, type, preset);
  return {
    read(): FormValues | null {
      try {
        return JSON.parse(sessionStorage.getItem(key) ?? 'null') as FormValues | null;
      } catch {
        return null;
      }
    },
    write(values: FormValues): void {
      try {
        sessionStorage.setItem(key, JSON.stringify(values));
      } catch {
        // A full or closed store only costs the copy; the form itself still holds the text.
      }
    },
    clear(): void {
      try {
        sessionStorage.removeItem(key);
      } catch {
        // As above.
      }
    },
  };
}
