import 'server-only';
import type { Instant } from '@/lib/calendar/instant';
import { businessNowBy, CLOCK_SETTING } from '@/lib/platform/clock';
import type { Db } from '@/lib/platform/db';
import type { Collection, IncidentRow, IncidentState } from '../model';
import { openKeys } from './keys';
import { COLLECTIONS, TABLES } from './tables';

const ROWS = COLLECTIONS.map(
  (name) => `'${name}', (SELECT coalesce(json_agg(row_to_json(r) ORDER BY r.id), '[]')
     FROM "${TABLES[name]}" r WHERE r."incidentId" = ANY($1::uuid[]))`,
).join(',\n');

/** One scan per table, however many incidents are asked for. */
const FOUND = `json_build_object(
  'incidents', (SELECT coalesce(json_agg(row_to_json(i)), '[]') FROM "Incident" i
    WHERE i.id = ANY($1::uuid[])), ${ROWS}) AS found`;

const LOAD = `SELECT ${FOUND}`;

/** What a change needs besides, in the same round trip: the keys, and what moves the clock. */
const LOAD_FOR_CHANGE = `SELECT ${FOUND},
  (SELECT coalesce(json_agg(json_build_object('incidentId', k."incidentId", 'wrapped', k.wrapped)), '[]')
   FROM "IncidentKey" k WHERE k."incidentId" = ANY($1::uuid[])) AS keys,
  (SELECT value FROM "Setting" WHERE key = $2) AS clock`;

type Owned = { incidentId: string };
type Found = { incidents: IncidentRow[] } & Record<Collection, Owned[]>;

/** How PostgreSQL prints a timestamptz(3) of a UTC session in JSON: 2026-11-22T02:12:00.5+00:00. */
const ZONE = '+00:00';
const SECONDS_END = 19;

/** Gives a row's instants (columns named `…At`) the form the domain uses, in place. */
function normalise<T extends object>(row: T): T {
  const fields = row as Record<string, unknown>;
  for (const field in fields) {
    const value = fields[field];
    if (!field.endsWith('At') || typeof value !== 'string') continue;
    const fraction = value.slice(SECONDS_END + 1, -ZONE.length).padEnd(3, '0');
    fields[field] = `${value.slice(0, SECONDS_END)}.${fraction}Z`;
  }
  return row;
}

/**
 * The aggregates of these incidents as their rows say, by id; unknown ids are absent. Lock the
 * streams first when the result will be changed.
 */
export async function loadMany(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, IncidentState>> {
  if (ids.length === 0) return new Map();
  const [answer] = await db.$queryRawUnsafe<{ found: Found }[]>(LOAD, [...ids]);
  return statesOf(answer?.found);
}

type KeyRows = Parameters<typeof openKeys>[0];

/** The same together with the incidents' keys and the business time, for who has locked them. */
export async function loadForChange(
  db: Db,
  ids: readonly string[],
): Promise<{ states: Map<string, IncidentState>; keys: Map<string, Buffer>; now: Instant }> {
  const [answer] = await db.$queryRawUnsafe<{ found: Found; keys: KeyRows; clock: unknown }[]>(
    LOAD_FOR_CHANGE,
    [...ids],
    CLOCK_SETTING,
  );
  return {
    states: statesOf(answer?.found),
    keys: openKeys(answer?.keys ?? []),
    now: businessNowBy(answer?.clock),
  };
}

function statesOf(found: Found | undefined): Map<string, IncidentState> {
  const states = new Map<string, IncidentState>();
  for (const incident of found?.incidents ?? []) {
    const empty = Object.fromEntries(COLLECTIONS.map((name) => [name, []]));
    const state = { incident: normalise(incident), ...empty } as unknown as IncidentState;
    states.set(incident.id, state);
  }
  for (const name of COLLECTIONS) {
    for (const row of found?.[name] ?? []) {
      const rows = states.get(row.incidentId)?.[name] as Owned[] | undefined;
      rows?.push(normalise(row));
    }
  }
  return states;
}
