import 'server-only';
import { log } from '@/lib/platform/log';
import { PRODUCT_VERSION } from '@/lib/platform/version';
import { type ClockHealth, clockHealth } from './status';

export interface Health {
  status: 'ok' | 'degraded';
  database: 'ok' | 'unreachable';
  worker: { alive: boolean; lagMs: number; overdueUnfired: number };
  version: string;
}

const PATIENCE_MS = 4000;

/** What `/api/health` says: degraded when the database does not answer or deadlines do not fire. */
export async function healthOf(look: () => Promise<ClockHealth> = clockHealth): Promise<Health> {
  const clock = await within(look(), PATIENCE_MS).catch((error: unknown) => {
    log.error({ fault: error instanceof Error ? error.name : 'unknown' }, 'health cannot look');
    return null;
  });
  return {
    status: clock?.isWell ? 'ok' : 'degraded',
    database: clock ? 'ok' : 'unreachable',
    worker: {
      alive: clock?.worker.alive ?? false,
      lagMs: clock?.worker.lagMs ?? 0,
      overdueUnfired: clock?.overdueUnfired ?? 0,
    },
    version: PRODUCT_VERSION,
  };
}

async function within<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
