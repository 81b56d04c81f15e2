import 'server-only';
import { log } from '@/lib/platform/log';
import { type ClockHealth, clockHealth } from './status';

const EVERY_MS = 60_000;

// Next loads modules twice: one auditor per process.
const shared = globalThis as typeof globalThis & { huiyingAuditor?: NodeJS.Timeout };

/**
 * Watches the worker from another process: looks every minute for deadlines that ought to have
 * fired, and says so in the log. Health page and desk ask `clockHealth` themselves.
 */
export function startAuditor(look: () => Promise<ClockHealth> = clockHealth): void {
  if (shared.huiyingAuditor) return;
  shared.huiyingAuditor = setInterval(() => void audit(look), EVERY_MS);
  shared.huiyingAuditor.unref();
  void audit(look);
}

/** One look; never throws. */
async function audit(look: () => Promise<ClockHealth>): Promise<void> {
  try {
    const { isWell, worker, overdueUnfired } = await look();
    if (!isWell) log.error({ ...worker, overdueUnfired }, 'deadlines do not fire as they should');
  } catch (error) {
    const fault = error instanceof Error ? error.name : 'unknown';
    log.error({ fault }, 'the auditor cannot look');
  }
}
