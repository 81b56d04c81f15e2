import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { env } from './env';
import { type Prisma, PrismaClient } from './generated/prisma/client';

// Next loads modules twice (instrumentation and routes): the pool lives on globalThis.
const shared = globalThis as typeof globalThis & { huiyingPrisma?: PrismaClient };

/** So many different questions, and so many different writes of the door, are kept prepared. */
const MOST_PREPARED = { question: 400, write: 40 };
const prepared = { question: new Map<string, string>(), write: new Map<string, string>() };

/**
 * What is asked again and again is parsed and planned once per connection. A write of the door is
 * one statement whose shape depends on which tables it touches; the first forty shapes are kept,
 * apart from the questions, so that neither crowds out the other.
 */
function statementName({ sql }: { sql: string }): string {
  const kind = sql.startsWith('WITH w0 AS') ? 'write' : 'question';
  const names = prepared[kind];
  const known = names.get(sql);
  if (known) return known;
  if (names.size >= MOST_PREPARED[kind]) return '';
  const name = `huiying_${kind}_${names.size + 1}`;
  names.set(sql, name);
  return name;
}

function connect(): PrismaClient {
  const config = {
    connectionString: env().DATABASE_URL,
    max: 12,
    // Also how long a request waits for a free connection when many write at once.
    connectionTimeoutMillis: 30_000,
    // Rows read as JSON carry their zone; instants in code are UTC.
    // Questions are many tables wide and always go by the same indexes: a plan is made once per
    // connection, where by itself the database would make most of them anew each time.
    options: '-c TimeZone=UTC -c lock_timeout=15s -c plan_cache_mode=force_generic_plan',
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
