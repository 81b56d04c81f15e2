import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { runningDatabase } from '../../scripts/environment.mjs';
import { destroy, status } from '../../scripts/postgres.mjs';
import { commandLine, freePort, isAlive } from '../../scripts/probe.mjs';

const READY_MS = 240_000;

/** The whole product as `npm run up` starts it, in a folder and on a port of its own. */
export class Product {
  readonly url: string;
  private supervisor: ChildProcess | null = null;
  private readonly said: string[] = [];
  private pool: pg.Pool | null = null;

  private constructor(
    readonly dataDir: string,
    readonly port: number,
  ) {
    this.url = `http://127.0.0.1:${port}`;
  }

  static async create(): Promise<Product> {
    const dataDir = join(process.cwd(), '.test', `faults-${process.pid}`);
    mkdirSync(dataDir, { recursive: true });
    return new Product(dataDir, await freePort());
  }

  private get env(): NodeJS.ProcessEnv {
    const { DATABASE_URL: _app, MIGRATE_DATABASE_URL: _owner, ...inherited } = process.env;
    const { npm_lifecycle_event: _event, NODE_ENV: _mode, VITEST: _vitest, ...env } = inherited;
    const own = { PORT: String(this.port), DATA_DIR: this.dataDir, DEMO: '1' };
    return { ...env, ...own, API_REQUESTS_PER_MINUTE: '100000' } as unknown as NodeJS.ProcessEnv;
  }

  /** Starts the supervisor and waits until it says that all is ready. */
  async start(): Promise<void> {
    this.said.length = 0;
    const child = spawn(process.execPath, ['scripts/up.mjs'], { env: this.env });
    this.supervisor = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => this.said.push(chunk.toString()));
    }
    await this.until('the product to be ready', () => {
      if (child.exitCode !== null) throw new Error(this.words());
      return this.words().includes('Ready on ');
    });
  }

  words(): string {
    return this.said.join('');
  }

  /** Process ids of the children now, by name. */
  childPid(name: 'web' | 'worker'): number | null {
    const run = JSON.parse(readFileSync(join(this.dataDir, 'run.json'), 'utf8')) as {
      children: { pid: number }[];
    };
    const isWorker = (pid: number) => commandLine(pid).includes('worker.ts');
    const found = run.children.find(
      ({ pid }) => isAlive(pid) && isWorker(pid) === (name === 'worker'),
    );
    return found?.pid ?? null;
  }

  /** kill -9. */
  async kill(name: 'web' | 'worker' | 'supervisor'): Promise<void> {
    const pid = name === 'supervisor' ? this.supervisor?.pid : this.childPid(name);
    if (!pid) throw new Error(`${name} does not run`);
    process.kill(pid, 'SIGKILL');
    await this.until(`${name} to be gone`, () => !isAlive(pid));
  }

  get postgresPid(): number | null {
    return status(this.dataDir)?.pid ?? null;
  }

  async token(username: string): Promise<string> {
    const args = ['--import', './scripts/beside.mjs', '--conditions=react-server'];
    args.push('--import', 'tsx', 'scripts/admin.ts', 'token', 'create');
    args.push('--user', username, '--name', 'faults');
    const { stdout } = await promisify(execFile)(process.execPath, args, { env: this.env });
    return stdout.trim().split('\n').at(-1) ?? '';
  }

  /** Asks the database as the product's own role. */
  async query<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
    this.pool ??= new pg.Pool({ connectionString: runningDatabase(this.dataDir).appUrl, max: 2 });
    return (await this.pool.query<T>(text, values)).rows;
  }

  /** Moves business time forward, as `admin clock advance` does. */
  async advance(minutes: number): Promise<void> {
    await this.query(
      `WITH moved AS (INSERT INTO "Setting" (key, value) VALUES ('clockOffsetMs', to_jsonb($1::bigint))
         ON CONFLICT (key) DO UPDATE SET "updatedAt" = now(),
           value = to_jsonb(("Setting".value #>> '{}')::bigint + $1::bigint) RETURNING 1)
       SELECT pg_notify('huiying', '{"type":"clock"}') FROM moved`,
      [minutes * 60_000],
    );
  }

  async health(): Promise<{ status: string; worker: { alive: boolean } } | null> {
    const answer = await fetch(`${this.url}/api/health`, {
      signal: AbortSignal.timeout(5000),
    }).catch(() => null);
    return answer
      ? ((await answer.json()) as { status: string; worker: { alive: boolean } })
      : null;
  }

  /** Waits for a condition; what the product said goes with the failure. Answers in milliseconds. */
  async until(what: string, holds: () => Promise<boolean> | boolean, limitMs = READY_MS) {
    const startedAt = performance.now();
    while (!(await holds())) {
      if (performance.now() - startedAt > limitMs) {
        throw new Error(`waited in vain for ${what}:\n${this.words().slice(-3000)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return performance.now() - startedAt;
  }

  /** Asks the supervisor to stop; answers with its exit code. */
  async stop(): Promise<number | null> {
    await this.pool?.end();
    this.pool = null;
    const child = this.supervisor;
    if (!child || child.exitCode !== null) return child?.exitCode ?? null;
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    child.kill('SIGTERM');
    return ended;
  }

  async destroy(): Promise<void> {
    await this.stop();
    await destroy(this.dataDir);
  }
}
