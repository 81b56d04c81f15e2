import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadActor } from '@/lib/access/server';
import { saveChannel } from '@/lib/channel/server';
import { prisma } from '@/lib/platform/db';
import { applyMigrations } from '../../lib/platform/migrate';
import { productEnvironment } from '../../scripts/environment.mjs';
import { destroy, start } from '../../scripts/postgres.mjs';
import { Ear } from '../bench/ear';
import { EVENING, evening, generateOpenDeadlines, type Wave } from '../bench/open-deadlines';
import { ride, type WaveFigures } from '../bench/wave';
import { buildWorld } from '../bench/world';
import { startWorker, until, type WorkerProcess } from '../support/clock-world';
import { Providers, SECRETS } from '../support/providers';

const FIRST_SECONDS = 60;
const LEAD_MS = 500;
const QUIET_MS = 80_000 * Number(process.env.PROVE_ROUNDS ?? 1);

/** Incidents whose steps fall due together, worker processes, and a group that hears of breaches. */
export class BurstWorld {
  private starting: Promise<unknown> = Promise.resolve();
  private constructor(
    private readonly dataDir: string,
    private readonly ear: Ear,
    readonly hook: Providers,
    readonly workers: WorkerProcess[],
    private readonly count: number,
  ) {}

  /** @param count incidents; half of them are reminded in the first wave, half pass their time */
  static async create(count: number): Promise<BurstWorld> {
    const dataDir = join(process.cwd(), '.test', `faults-burst-${process.pid}`);
    mkdirSync(dataDir, { recursive: true });
    const database = await start(dataDir);
    const { ownerUrl, appUrl } = database;
    await applyMigrations({ ownerUrl, appRole: 'huiying_app' });
    const { NEXTAUTH_SECRET, HUIYING_MASTER_KEY } = productEnvironment(dataDir, database);
    const secrets = { NEXTAUTH_SECRET, HUIYING_MASTER_KEY, DATA_DIR: dataDir };
    const urls = { DATABASE_URL: appUrl, MIGRATE_DATABASE_URL: ownerUrl };
    Object.assign(process.env, { ...secrets, ...urls, DEMO: '1', LOG_LEVEL: 'silent' });
    const { cast, world, leadUnitId } = await buildWorld(EVENING);
    const waves = [waveAt(0, count)];
    await generateOpenDeadlines({ ownerUrl, cast, world, leadUnitId, waves });
    const hook = await Providers.start();
    await addHook(hook);
    const workers = await Promise.all([startWorker(), startWorker()]);
    return new BurstWorld(dataDir, await Ear.open(appUrl), hook, workers, count);
  }

  /**
   * Lets business time come to so many minutes after the first wave, where the steps of half the
   * incidents or of all of them fall due at once, and waits until they were fired.
   * @param during as in `ride`
   */
  wave(
    minutes: 0 | 15 | 30 | 45 | 60,
    during?: (done: number) => Promise<number | null>,
  ): Promise<WaveFigures> {
    const isAll = minutes % 30 === 0;
    const count = isAll ? this.count : this.count / 2;
    const options = { leadMs: LEAD_MS, ...(during ? { during } : {}) };
    return ride(this.ear, waveAt(minutes, count), options);
  }

  /** kill -9 of so many workers at once, others in their place; answers with the moment. */
  async kill(count: number): Promise<number> {
    const victims = this.workers.splice(0, count);
    for (const { child } of victims) child.kill('SIGKILL');
    const killedAt = Date.now();
    await Promise.all(victims.map((worker) => worker.kill()));
    const begin = async () => void this.workers.push(await startWorker());
    this.starting = Promise.all([this.starting, ...victims.map(begin)]);
    return killedAt;
  }

  /** Waits until both workers run again. */
  async untilComplete(): Promise<void> {
    await this.starting;
  }

  /** Waits until nothing is left to be sent outside; a try that was cut off comes again after 9 s. */
  async untilDelivered(): Promise<void> {
    const left = () =>
      prisma.outboxMessage.count({ where: { state: { in: ['queued', 'bundled'] } } });
    await until('all messages to be delivered', async () => (await left()) === 0, QUIET_MS);
  }

  async destroy(): Promise<void> {
    await this.starting;
    await Promise.all(this.workers.map((worker) => worker.kill()));
    await this.ear.close();
    await this.hook.stop();
    await prisma.$disconnect();
    await destroy(this.dataDir);
  }
}

const waveAt = (minutes: number, count: number): Wave => ({
  fromMs: evening(FIRST_SECONDS + minutes * 60),
  count,
  spanMs: 1,
});

/** A webhook of the bureau that takes whatever comes, and hears of passed limits alone. */
async function addHook({ url }: Providers): Promise<void> {
  const { id } = await prisma.user.findFirstOrThrow({ where: { username: 'sysadmin' } });
  const admin = await loadActor(id);
  if (!admin) throw new Error('no system administrator');
  await saveChannel(admin, {
    kind: 'webhook',
    name: '值班群',
    settings: {
      url: `${url}/hook`,
      rules: ['escalation.due'],
      limits: { rates: [{ count: 100_000, seconds: 60 }] },
    },
    secret: { secret: SECRETS.hook },
  });
}
