import 'server-only';
import { canonical } from '@/lib/audit/canonical';
import type { AuditEnvelope } from '@/lib/audit/envelope';
import { upcast } from '@/lib/audit/upcast';
import type { Db } from '@/lib/platform/db';
import { SealError } from '@/lib/platform/seal';
import { fold } from '../evolve';
import type { IncidentState } from '../model';
import { INCIDENT_TEXT, TEXT_FIELDS } from '../text-fields';
import { loadKeys, openEvent } from './keys';
import { loadMany } from './load';
import { COLLECTIONS, TABLES } from './tables';

/** A row that is not what its history says it is; `field` is `*` when the whole row is at issue. */
export interface RowFault {
  table: string;
  id: string;
  field: string;
  expected: string;
  found: string;
}

/** Why a history cannot be replayed at all: the event at fault and what is wrong with it. */
export interface ReplayFault {
  seq: number;
  expected: string;
  found: string;
}

type Row = Record<string, unknown>;

const LONGEST = 200;

/**
 * Replays the whole history of an incident and compares it with its rows, every field of every
 * table. Where the incident's key was destroyed only the structure is compared: the texts are gone
 * from both. Call inside one snapshot, so that a change under way is no fault.
 */
export async function replay(
  db: Db,
  incidentId: string,
  events: readonly AuditEnvelope[],
): Promise<RowFault | ReplayFault | null> {
  const key = (await loadKeys(db, [incidentId])).get(incidentId) ?? null;
  const found = (await loadMany(db, [incidentId])).get(incidentId) ?? null;
  const told = foldSafely(events, key);
  if ('fault' in told) return told.fault;
  return compareStates(told.state, found, key === null, incidentId);
}

function foldSafely(
  events: readonly AuditEnvelope[],
  key: Buffer | null,
): { state: IncidentState | null } | { fault: ReplayFault } {
  let seq = 0;
  const opened = function* () {
    for (const event of events) {
      seq = event.seq;
      yield openEvent({ ...event, payload: upcast(event) }, key);
    }
  };
  try {
    return { state: fold(opened()) };
  } catch (error) {
    const expected = error instanceof SealError ? 'text sealed under its key' : 'a known event';
    const message = error instanceof Error ? error.message : String(error);
    return { fault: { seq, expected, found: message.slice(0, LONGEST) } };
  }
}

/** First difference between what the events tell and what the tables hold; null = none. */
export function compareStates(
  told: IncidentState | null,
  found: IncidentState | null,
  isErased: boolean,
  incidentId: string,
): RowFault | null {
  if (!told || !found) {
    if (told === found) return null;
    return missing('Incident', incidentId, told !== null);
  }
  const skipped = isErased ? new Set<string>(INCIDENT_TEXT) : new Set<string>();
  const own = compareRow('Incident', asRow(told.incident), asRow(found.incident), skipped);
  if (own) return own;
  for (const name of COLLECTIONS) {
    const texts = isErased ? new Set<string>(TEXT_FIELDS[name]) : new Set<string>();
    const fault = compareRows(TABLES[name], told[name], found[name], texts);
    if (fault) return fault;
  }
  return null;
}

function compareRows(
  table: string,
  told: readonly { id: string }[],
  found: readonly { id: string }[],
  skipped: ReadonlySet<string>,
): RowFault | null {
  const rows = new Map(found.map((row) => [row.id, row]));
  for (const row of told) {
    const stored = rows.get(row.id);
    if (!stored) return missing(table, row.id, true);
    const fault = compareRow(table, asRow(row), asRow(stored), skipped);
    if (fault) return fault;
    rows.delete(row.id);
  }
  const [extra] = rows.keys();
  return extra === undefined ? null : missing(table, extra, false);
}

function compareRow(
  table: string,
  told: Row,
  found: Row,
  skipped: ReadonlySet<string>,
): RowFault | null {
  for (const field of new Set([...Object.keys(told), ...Object.keys(found)])) {
    if (skipped.has(field)) continue;
    const expected = shown(told[field]);
    const actual = shown(found[field]);
    if (expected === actual) continue;
    const [cutExpected, cutFound] = [expected.slice(0, LONGEST), actual.slice(0, LONGEST)];
    return { table, id: String(told.id), field, expected: cutExpected, found: cutFound };
  }
  return null;
}

function missing(table: string, id: string, isTold: boolean): RowFault {
  const [expected, found] = isTold ? ['row', 'no row'] : ['no row', 'row'];
  return { table, id, field: '*', expected, found };
}

const asRow = (row: object) => row as Row;

/** One form for equal values: absent and null are the same, order of members does not count. */
function shown(value: unknown): string {
  return canonical(value ?? null);
}
