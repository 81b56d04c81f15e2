import 'server-only';
import { log } from '@/lib/platform/log';
import { type ClockHealth, clockHealth } from './status';

const EVERY_MS = 60_000;
/**
 * Web and worker start side by side, and a deadline may be late by a minute before that counts
 * (status.ts): what the first look sees is no alarm yet, what the second sees is.
 */
const START_MS = EVERY_MS - 1000;

// Next loads modules twice: one auditor per process.
const shared = globalThis as typeof globalThis & { huiyingAuditor?: NodeJS.Timeout };

/**
 * Watches the worker from another process: looks every minute for deadlines that ought to have
 * fired, and says so in the log. Health page and desk ask `clockHealth` themselves.
 */
export function startAuditor(look: () => Promise<ClockHealth> = clockHealth): void {
  if (shared.huiyingAuditor) return;
  const startedAt = performance.now();
  const lookNow = () => void audit(look, performance.now() - startedAt >= START_MS);
  shared.huiyingAuditor = setInterval(lookNow, EVERY_MS);
  shared.huiyingAuditor.unref();
  lookNow();
}

/** One look; never throws. */
async function audit(look: () => Promise<ClockHealth>, hasStarted: boolean): Promise<void> {
  try {
    const { isWell, worker, overdueUnfired } = await look();
    if (isWell) return;
    const found = { ...worker, overdueUnfired };
    if (hasStarted) log.error(found, 'deadlines do not fire as they should');
    else log.debug(found, 'deadlines do not fire yet');
  } catch (error) {
    const fault = error instanceof Error ? error.name : 'unknown';
    log.error({ fault }, 'the auditor cannot look');
  }
}
