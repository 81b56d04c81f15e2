import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { env } from './env';
import { type Prisma, PrismaClient } from './generated/prisma/client';

// Next loads modules twice (instrumentation and routes): the pool lives on globalThis.
const shared = globalThis as typeof globalThis & { huiyingPrisma?: PrismaClient };

const MOST_PREPARED = 400;
const prepared = new Map<string, string>();

/**
 * Questions that are asked again and again are parsed and planned once per connection. Writes of
 * the door differ from one to the next and stay unprepared, as does what comes after the first
 * four hundred different questions.
 */
function statementName({ sql }: { sql: string }): string {
  const known = prepared.get(sql);
  if (known) return known;
  if (prepared.size >= MOST_PREPARED || sql.startsWith('WITH w0 AS')) return '';
  const name = `huiying_${prepared.size + 1}`;
  prepared.set(sql, name);
  return name;
}

function connect(): PrismaClient {
  const config = {
    connectionString: env().DATABASE_URL,
    max: 12,
    // Also how long a request waits for a free connection when many write at once.
    connectionTimeoutMillis: 30_000,
    // Rows read as JSON carry their zone; instants in code are UTC.
    options: '-c TimeZone=UTC -c lock_timeout=15s',
  };
  const adapter = new PrismaPg(config, { statementNameGenerator: statementName });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 30_000, timeout: 30_000 } });
}

function client(): PrismaClient {
  shared.huiyingPrisma ??= connect();
  return shared.huiyingPrisma;
}

/** The database as the app's role, connected at first use. */
export const prisma: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_target, property) => {
    const value = Reflect.get(client(), property) as unknown;
    return typeof value === 'function' ? value.bind(client()) : value;
  },
});

/** A transaction, or the client where none is needed. */
export type Db = Prisma.TransactionClient;

export { Prisma } from './generated/prisma/client';

/**
 * Refuses a database role that could rewrite the record of events.
 * @throws Error that says what to grant instead
 */
export async function assertAppendOnly(): Promise<void> {
  const [rights] = await prisma.$queryRawUnsafe<{ mighty: boolean }[]>(
    `SELECT has_table_privilege('"AuditEvent"', 'UPDATE')
         OR has_table_privilege('"AuditEvent"', 'DELETE')
         OR has_table_privilege('"AuditEvent"', 'TRUNCATE') AS mighty`,
  );
  if (rights?.mighty) {
    throw new Error(
      'DATABASE_URL connects as a role that may change the record of events. ' +
        'Use the application role, and keep the owner for MIGRATE_DATABASE_URL.',
    );
  }
}
