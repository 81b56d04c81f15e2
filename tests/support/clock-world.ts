import { type ChildProcess, spawn } from 'node:child_process';
import { loadActor } from '@/lib/access/server';
import type { Instant } from '@/lib/calendar/instant';
import type { Actor } from '@/lib/incident/context';
import { changeIncident, changeIncidents } from '@/lib/incident/server';
import { moveDemoClock } from '@/lib/org/server';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { buildInstitution, type DemoWorld } from '../../prisma/seed/builders/institution';

const ADMIN = { kind: 'system', id: 'admin' } as const;

/** The demo institution in a test's database, with its clock. */
export class ClockWorld {
  private constructor(readonly demo: DemoWorld) {}

  static async create(): Promise<ClockWorld> {
    return new ClockWorld(await buildInstitution(new Date().toISOString()));
  }

  personId(username: string): string {
    return this.demo.people[username] ?? '';
  }

  async actor(username: string): Promise<Actor> {
    const actor = await loadActor(this.personId(username));
    if (!actor) throw new Error(`${username} is not active`);
    return actor;
  }

  /** Gives one command; answers with the incident's id. */
  async do(username: string, incidentId: string | null, type: string, input: object) {
    return changeIncident({ actor: await this.actor(username), incidentId, type, input });
  }

  /** Logs an incident with time limits of some hours. */
  async log(change: object = {}): Promise<string> {
    const { id } = await this.do('officer', null, 'log', { ...INCIDENT, ...change });
    return id;
  }

  async logMany(count: number, batch = 50): Promise<string[]> {
    const actor = await this.actor('officer');
    const ids: string[] = [];
    for (let from = 0; from < count; from += batch) {
      const size = Math.min(batch, count - from);
      const requests = Array.from({ length: size }, (_, index) => ({
        actor,
        incidentId: null,
        type: 'log',
        input: { ...INCIDENT, title: `第 ${from + index + 1} 件` },
      }));
      for (const outcome of await changeIncidents(requests)) {
        if (!outcome.ok) throw outcome.problem;
        ids.push(outcome.value.id);
      }
    }
    return ids;
  }

  /** Moves business time forward. */
  async advance(minutes: number): Promise<void> {
    await moveDemoClock((offsetMs) => offsetMs + minutes * 60_000, ADMIN);
  }

  /**
   * Moves business time forward to ten o'clock of the next Wednesday: which limits come first must
   * not depend on the hour a test runs at.
   */
  async advanceToWeekday(): Promise<void> {
    const week = 7 * DAY_MS;
    const now = Date.parse(await businessNow());
    const next = now + week - ((((now - WEDNESDAY_AT_TEN) % week) + week) % week);
    await this.advanceTo(new Date(next).toISOString());
  }

  /** Moves business time to an instant. */
  async advanceTo(instant: Instant): Promise<void> {
    await moveDemoClock((_, realMs) => Date.parse(instant) - realMs, ADMIN);
  }
}

const DAY_MS = 86_400_000;

/** A Wednesday without holidays around it, in Shanghai. */
const WEDNESDAY_AT_TEN = Date.parse('2026-11-25T10:00:00+08:00');

const INCIDENT = {
  title: '食堂饭菜有异味',
  category: 'inquiry',
  provisionalGrade: 'serious',
  source: { url: 'https://weibo.com/1/a', platform: 'weibo', text: '孩子说饭菜有异味' },
};

/** How many actions that are due now, or within `aheadMs`, have not been taken. */
export async function countDue(aheadMs = 0): Promise<number> {
  return prisma.deadline.count({
    where: { nextActionAt: { lte: new Date(Date.parse(await businessNow()) + aheadMs) } },
  });
}

/** Waits until something holds; fails after the limit with what it was waiting for. */
export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  limitMs = 15_000,
): Promise<number> {
  const startedAt = performance.now();
  while (!(await holds())) {
    if (performance.now() - startedAt > limitMs) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return performance.now() - startedAt;
}

export interface WorkerProcess {
  child: ChildProcess;
  /** How many deadlines its log says it fired. */
  fired(): number;
  /** Everything it has written so far. */
  log(): string;
  kill(): Promise<void>;
  /** Asks it to stop; answers with its exit code. */
  end(): Promise<number | null>;
}

/** A worker as a process of its own on the database of this test file. */
export async function startWorker(): Promise<WorkerProcess> {
  const args = ['--conditions=react-server', '--import', 'tsx', 'scripts/worker.ts'];
  const child = spawn(process.execPath, args, { env: { ...process.env, LOG_LEVEL: 'info' } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  await until(
    'the worker to start',
    () => {
      if (child.exitCode !== null) throw new Error(output);
      return output.includes('worker started');
    },
    30_000,
  );
  return {
    child,
    log: () => output,
    fired: () =>
      [...output.matchAll(/"fired":(\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    end() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
