import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { log } from '@/lib/platform/log';
import { startAuditor } from './auditor';
import type { ClockHealth } from './status';

vi.mock('@/lib/platform/log', () => ({ log: { error: vi.fn(), debug: vi.fn() } }));
vi.mock('./status', () => ({ clockHealth: vi.fn() }));

const MINUTE_MS = 60_000;
const WELL: ClockHealth = { isWell: true, worker: { alive: true, lagMs: 0 }, overdueUnfired: 0 };
const DEAD: ClockHealth = { isWell: false, worker: { alive: false, lagMs: 0 }, overdueUnfired: 0 };
const LATE: ClockHealth = {
  isWell: false,
  worker: { alive: true, lagMs: 90_000 },
  overdueUnfired: 3,
};

/** Alarms after so many milliseconds of an auditor that sees these findings in turn. */
async function alarmsAfter(elapsedMs: number, ...findings: ClockHealth[]): Promise<unknown[]> {
  let index = 0;
  startAuditor(async () => findings[Math.min(index++, findings.length - 1)] ?? WELL);
  await vi.advanceTimersByTimeAsync(elapsedMs);
  return vi.mocked(log.error).mock.calls.map(([facts]) => facts);
}

describe('the auditor of deadlines', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.mocked(log.error).mockClear();
  });
  afterEach(() => {
    const shared = globalThis as typeof globalThis & { huiyingAuditor?: NodeJS.Timeout };
    clearInterval(shared.huiyingAuditor);
    delete shared.huiyingAuditor;
    vi.useRealTimers();
  });

  it('raises no alarm while the worker is still coming up', async () => {
    expect(await alarmsAfter(5 * MINUTE_MS, DEAD, WELL)).toEqual([]);
  });

  it.each([
    ['no worker came up', DEAD],
    ['the worker is up and fires nothing', LATE],
  ])('raises one after the first minute when %s', async (_, finding) => {
    expect(await alarmsAfter(MINUTE_MS, finding)).toEqual([
      { ...finding.worker, overdueUnfired: finding.overdueUnfired },
    ]);
  });

  it('raises one every minute while it lasts, also when all was well at first', async () => {
    expect(await alarmsAfter(3 * MINUTE_MS, WELL, LATE)).toHaveLength(3);
  });

  it('says that it cannot look, from the first look on', async () => {
    startAuditor(() => Promise.reject(new Error('no database')));
    await vi.advanceTimersByTimeAsync(10);
    expect(log.error).toHaveBeenCalledWith({ fault: 'Error' }, 'the auditor cannot look');
  });
});
