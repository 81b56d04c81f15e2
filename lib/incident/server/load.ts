import 'server-only';
import type { Db } from '@/lib/platform/db';
import type { Collection, IncidentRow, IncidentState } from '../model';
import { COLLECTIONS, TABLES } from './tables';

const ROWS = COLLECTIONS.map(
  (name) => `'${name}', (SELECT coalesce(jsonb_agg(to_jsonb(r) ORDER BY r.id), '[]')
     FROM "${TABLES[name]}" r WHERE r."incidentId" = i.id)`,
).join(',\n');

const LOAD = `SELECT jsonb_build_object('incident', to_jsonb(i), ${ROWS}) AS state
  FROM "Incident" i WHERE i.id = ANY($1::uuid[])`;

/** How to_jsonb prints a timestamptz(3) in UTC. */
const STAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?\+00:00$/;

/** A row as read, with its instants in the form the domain uses. */
function normalise<T extends object>(row: T): T {
  const entries = Object.entries(row).map(([field, value]) => {
    const isStamp = field.endsWith('At') && typeof value === 'string' && STAMP.test(value);
    return [field, isStamp ? new Date(value).toISOString() : value];
  });
  return Object.fromEntries(entries) as T;
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
  const found = await db.$queryRawUnsafe<{ state: IncidentState }[]>(LOAD, [...ids]);
  return new Map(
    found.map(({ state }) => {
      const incident: IncidentRow = normalise(state.incident);
      const rows = COLLECTIONS.map((name): [Collection, object[]] => [
        name,
        (state[name] as object[]).map(normalise),
      ]);
      return [incident.id, { incident, ...Object.fromEntries(rows) } as unknown as IncidentState];
    }),
  );
}
