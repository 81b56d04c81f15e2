import type { AuditEnvelope } from '@/lib/audit/envelope';
import { formatLocal } from '@/lib/calendar';
import { defused } from '@/lib/document/defuse';

const HEADER = ['seq', 'type', 'actor', 'role', 'occurredAt', 'recordedAt', 'content', 'hash'];

type Line = Pick<AuditEnvelope, 'seq' | 'type' | 'actor' | 'occurredAt' | 'recordedAt' | 'hash'> & {
  payload: unknown;
};

/**
 * A timeline as CSV (RFC 4180, CRLF, UTF-8 with byte order mark so that spreadsheets read it):
 * local times of Asia/Shanghai, contents as JSON. Cells that look like formulas are quoted with an
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
    JSON.stringify(payload),
    hash,
  ]);
  return `\uFEFF${[HEADER, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const harmless = defused(text);
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
