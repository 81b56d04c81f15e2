import { maskPersonalData } from '@/lib/mention/mask';
import type { FactRef, FactRows, Said } from './model';

/** A reference to one field of one stored row. */
export function fact(rows: FactRows, id: string | null, field?: string): FactRef {
  return field === undefined ? { rows, id } : { rows, id, field };
}

/** A reference to what was looked through without finding anything. */
export const searched = (rows: FactRows): FactRef => ({ rows, id: null });

/** A sentence that states stored facts. Personal data in it is masked (guard 5). */
export function say(text: string, ...facts: FactRef[]): Said {
  return { text: maskPersonalData(text).text, facts };
}

/** Words of the house itself, telephone numbers of colleagues included: not masked. */
export function sayOwn(text: string, ...facts: FactRef[]): Said {
  return { text, facts };
}

/** Says that nothing is on record, and where it was looked for (guard 8). */
export function sayNone(text: string, ...rows: FactRows[]): Said {
  return { text, facts: rows.map(searched), isAbsent: true };
}

const ENDINGS = /[。！？；…：，.!?:;,]["”’）)]*$/u;

/** A free text as a sentence: one line, with a full stop where it has no ending of its own. */
export function ended(text: string): string {
  const line = text.trim().replace(/\s*\n+\s*/g, ' ');
  return line === '' || ENDINGS.test(line) ? line : `${line}。`;
}

/** A text of the institution word for word, a sentence to a line, as it was signed. */
export function sayVerbatim(text: string, ...facts: FactRef[]): Said[] {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => sayOwn(line.trim(), ...facts));
}

/** A stored text of several lines as one sentence per line. */
export function sayLines(text: string, ...facts: FactRef[]): Said[] {
  const lines = text.split(/\n+/).filter((line) => line.trim() !== '');
  return lines.map((line) => say(ended(line), ...facts));
}

/** A text in quotation marks; those within it become single ones (GB/T 15834). */
export const quote = (text: string): string =>
  `“${text
    .trim()
    .replace(/\s*\n+\s*/g, ' ')
    .replaceAll('“', '‘')
    .replaceAll('”', '’')}”`;
