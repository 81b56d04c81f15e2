import 'server-only';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationDirectory, SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';

/**
 * Where to migrate and on whose behalf.
 *
 * `ownerUrl` connects as the owner of the tables. `appRole` is the role the product runs as:
 * migrations read it with `current_setting('huiying.app_role', true)` to grant rights to it.
 */
export interface MigrationTarget {
  ownerUrl: string;
  appRole: string;
  /** Folder with `schema.prisma` (or `schema/`) and `migrations/`. */
  prismaDir?: string;
}

/**
 * Applies the migrations that a database lacks, with Prisma's own bookkeeping, through the
 * WebAssembly schema engine (no binary). A migration that was cut off is undone by PostgreSQL,
 * because a file runs as one implicit transaction, so it is marked as rolled back and tried again.
 *
 * @returns the names of the migrations applied now, oldest first
 * @throws when a migration fails; the message names it and quotes the database
 */
export async function applyMigrations(target: MigrationTarget): Promise<string[]> {
  const prismaDir = target.prismaDir ?? join(process.cwd(), 'prisma');
  const cutOff = await listCutOff(target.ownerUrl);
  const factory = new WholeScriptPg(target.ownerUrl, target.appRole);
  const engine = await openEngine(factory, prismaDir);
  try {
    const baseDir = join(prismaDir, 'migrations');
    for (const migrationName of cutOff) {
      await engine.markMigrationRolledBack({ migrationName });
    }
    const result = await engine.applyMigrations({
      migrationsList: {
        baseDir,
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
        shadowDbInitScript: '',
        migrationDirectories: readMigrations(baseDir),
      },
      filters: { externalTables: [], externalEnums: [] },
    });
    return result.appliedMigrationNames;
  } catch (error) {
    throw factory.scriptError === null ? error : failedMigration(error, factory.scriptError);
  } finally {
    engine.free();
    await factory.close();
  }
}

/**
 * Prisma's adapter splits scripts at every `;`, which breaks functions and triggers. This one
 * sends a script whole, after telling the session the role to grant to.
 */
class WholeScriptPg extends PrismaPg {
  readonly #appRole: string;
  /** What the database said to the script that failed: the engine hides it. */
  scriptError: unknown = null;
  readonly #opened: { dispose(): Promise<void> }[] = [];

  constructor(ownerUrl: string, appRole: string) {
    super({ connectionString: ownerUrl, max: 4 });
    this.#appRole = appRole;
  }

  override async connect() {
    const adapter = await super.connect();
    this.#opened.push(adapter);
    adapter.executeScript = async (script: string) => {
      const client = await adapter.underlyingDriver().connect();
      try {
        await client.query("SELECT set_config('huiying.app_role', $1, false)", [this.#appRole]);
        await client.query(script);
      } catch (error) {
        this.scriptError = error;
        throw error;
      } finally {
        client.release();
      }
    };
    return adapter;
  }

  /** Ends the sessions, and with them Prisma's advisory lock. */
  async close() {
    await Promise.all(this.#opened.map((adapter) => adapter.dispose()));
  }
}

type Glue = typeof import('@prisma/schema-engine-wasm/schema_engine_bg');
let loading: Promise<Glue> | null = null;

/** Loads the engine once per process: its JavaScript half holds the instance globally. */
async function loadGlue(): Promise<Glue> {
  const engineFile = createRequire(import.meta.url).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  );
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message: (message: string) => console.error(`The schema engine panicked: ${message}`),
    },
  });
  const binary = readFileSync(join(dirname(engineFile), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(binary, {
    './schema_engine_bg.js': withLooseTimers(glue as unknown as WebAssembly.ModuleImports),
  });
  glue.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: begin } = instance.exports;
  if (typeof begin === 'function') begin();
  return glue;
}

/** The engine leaves a timer of ten seconds behind; it must not keep the process alive. */
function withLooseTimers(glue: WebAssembly.ModuleImports): WebAssembly.ModuleImports {
  const imports = { ...glue };
  for (const [name, original] of Object.entries(glue)) {
    if (!name.startsWith('__wbg_setTimeout') || typeof original !== 'function') continue;
    imports[name] = (...values: unknown[]) => original(...values).unref();
  }
  return imports;
}

async function openEngine(factory: PrismaPg, prismaDir: string): Promise<SchemaEngine> {
  loading ??= loadGlue();
  const { SchemaEngine: Engine } = await loading;
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  return Engine.new({ datamodels: readSchema(prismaDir) }, () => undefined, adapter);
}

function failedMigration(error: unknown, cause: unknown): Error {
  const name = /migration_name="([^"]+)"/.exec(String(error))?.[1] ?? '';
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Error(`Migration ${name} failed and was undone: ${reason}`, { cause });
}

function readSchema(prismaDir: string): [string, string][] {
  return readdirSync(prismaDir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => [join(prismaDir, name), readFileSync(join(prismaDir, name), 'utf8')]);
}

function readMigrations(baseDir: string): MigrationDirectory[] {
  return readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    }));
}

async function listCutOff(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    const table = await client.query("SELECT to_regclass('_prisma_migrations') AS found");
    if (table.rows[0].found === null) return [];
    const cutOff = await client.query<{ migration_name: string }>(
      `SELECT migration_name FROM _prisma_migrations
       WHERE finished_at IS NULL AND rolled_back_at IS NULL`,
    );
    return cutOff.rows.map((row) => row.migration_name);
  } finally {
    await client.end();
  }
}
