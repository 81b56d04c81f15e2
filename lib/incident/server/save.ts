import 'server-only';
import type { Db } from '@/lib/platform/db';
import type { IncidentState } from '../model';
import { COLLECTIONS, TABLES } from './tables';

/** Statements of one write, joined to a single one so that a change costs one round trip. */
export class WriteBatch {
  private readonly parts: string[] = [];
  private readonly parameters: unknown[] = [];
  private asked = '1 AS done';

  /** Adds a data-modifying statement; `rows` becomes its JSON parameter, named `$rows` in it. */
  add(sql: string, rows: unknown): void {
    this.parameters.push(JSON.stringify(rows));
    const statement = sql.replaceAll('$rows', `$${this.parameters.length}::jsonb`);
    this.parts.push(`w${this.parts.length} AS (${statement})`);
  }

  /** Inserts rows, or takes over every column of those that are there. */
  upsert(table: string, rows: readonly object[]): void {
    const [first] = rows;
    if (!first) return;
    const columns = Object.keys(first).filter((column) => column !== 'id');
    const changes = columns.map((column) => `"${column}" = excluded."${column}"`).join(', ');
    this.add(
      `INSERT INTO "${table}" SELECT * FROM jsonb_populate_recordset(null::"${table}", $rows)
       ON CONFLICT (id) DO UPDATE SET ${changes} RETURNING 1`,
      rows,
    );
  }

  insert(table: string, rows: readonly object[], onConflict = ''): void {
    if (rows.length === 0) return;
    this.add(
      `INSERT INTO "${table}" SELECT * FROM jsonb_populate_recordset(null::"${table}", $rows)
       ${onConflict} RETURNING 1`,
      rows,
    );
  }

  /** Tells whoever listens, at commit. */
  tell(messages: readonly object[]): void {
    this.add(
      `SELECT pg_notify('huiying', m.value::text)::text AS told
       FROM jsonb_array_elements($rows) AS m`,
      messages,
    );
    // A question is only carried out when it is asked for, unlike what changes rows.
    this.asked = `count(w${this.parts.length - 1}.told) AS done FROM w${this.parts.length - 1}`;
  }

  /** Carries everything out in one statement. */
  async run(db: Db): Promise<void> {
    const sql = `WITH ${this.parts.join(',\n')} SELECT ${this.asked}`;
    await db.$queryRawUnsafe(sql, ...this.parameters);
  }
}

export interface Change {
  before: IncidentState | null;
  after: IncidentState;
}

/** Adds what differs between the states to the write. Rows are only added or amended. */
export function saveMany(write: WriteBatch, changes: readonly Change[]): void {
  write.upsert(
    'Incident',
    changes.map(({ after }) => after.incident),
  );
  for (const name of COLLECTIONS) {
    const rows = changes.flatMap(({ before, after }) => {
      const known = new Set<object>(before?.[name] ?? []);
      return (after[name] as object[]).filter((row) => !known.has(row));
    });
    write.upsert(TABLES[name], rows);
  }
}
