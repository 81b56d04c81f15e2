import 'server-only';
import type { IncidentState } from '../model';
import { COLLECTIONS, TABLES } from './tables';

/** Statements of one write, joined to a single one so that a change costs one round trip. */
export class WriteBatch {
  private readonly parts: string[] = [];
  private readonly parameters: unknown[] = [];

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

  statement(): { sql: string; parameters: unknown[] } {
    return { sql: `WITH ${this.parts.join(',\n')} SELECT 1 AS done`, parameters: this.parameters };
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
