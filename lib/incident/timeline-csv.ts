import type { AuditEnvelope } from '@/lib/audit/envelope';
import { formatLocal } from '@/lib/calendar';
import { defused } from '@/lib/document/defuse';
import { maskPersonalData } from '@/lib/mention/mask';

const HEADER = ['seq', 'type', 'actor', 'role', 'occurredAt', 'recordedAt', 'content', 'hash'];

type Line = Pick<AuditEnvelope, 'seq' | 'type' | 'actor' | 'occurredAt' | 'recordedAt' | 'hash'> & {
  payload: unknown;
};

/**
 * A timeline as CSV (RFC 4180, CRLF, UTF-8 with byte order mark so that spreadsheets read it):
 * local times of Asia/Shanghai, contents as JSON with personal data masked. Cells that look like formulas are quoted with an
 * apostrophe. `nameOf` gives the name of a person's id.
 */
export function timelineCsv(events: readonly Line[], nameOf: (id: string) => string): string {
  const rows = events.map(({ seq, type, actor, occurredAt, recordedAt, payload, hash }) => [
    String(seq),
    type,
    actor.kind === 'person' ? nameOf(actor.id) : actor.id,
    actor.role ?? '',
    formatLocal(occurredAt),
    formatLocal(recordedAt),
    JSON.stringify(maskTexts(payload)),
    hash,
  ]);
  return `\uFEFF${[HEADER, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const harmless = defused(text);
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** The institution's own public words keep the number to call. */
const OWN_WORDS: readonly string[] = ['body', 'signatory'];

/** Free text as it may leave the house, also where it was taken down before names were masked. */
function maskTexts(payload: unknown): unknown {
  const { text, ...rest } = (payload ?? {}) as { text?: Record<string, unknown> };
  if (!text) return payload;
  const masked = Object.entries(text).map(([name, value]) => [
    name,
    typeof value === 'string' && !OWN_WORDS.includes(name) ? maskPersonalData(value).text : value,
  ]);
  return { ...rest, text: Object.fromEntries(masked) };
}
