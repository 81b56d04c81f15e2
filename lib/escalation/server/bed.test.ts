import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Bed } from './bed';

const NOON = Date.parse('2026-12-09T04:00:00.000Z');

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Sleeps, and says whether that is over. */
function sleeping(bed: Bed, ms: number, fromMs?: number) {
  let isOver = false;
  void bed.sleep(ms, fromMs).then(() => {
    isOver = true;
  });
  return async (aheadMs = 0) => {
    await vi.advanceTimersByTimeAsync(aheadMs);
    return isOver;
  };
}

describe('the sweeper asleep', () => {
  it('gets up by itself when the next step is due', async () => {
    const isOver = sleeping(new Bed(), 1000, NOON);
    expect(await isOver(999)).toBe(false);
    expect(await isOver(1)).toBe(true);
  });

  it('is woken by what is due before that, and by nothing later', async () => {
    const bed = new Bed();
    const isOver = sleeping(bed, 1000, NOON);
    bed.wakeBefore(NOON + 1000);
    bed.wakeBefore(NOON + 86_400_000);
    expect(await isOver()).toBe(false);
    bed.wakeBefore(NOON + 999);
    expect(await isOver()).toBe(true);
  });

  it.each([
    ['a clock that was moved', (bed: Bed) => bed.wake()],
    ['something overdue', (bed: Bed) => bed.wakeBefore(NOON - 1)],
  ])('is woken by %s', async (_name, call) => {
    const bed = new Bed();
    const isOver = sleeping(bed, 1000, NOON);
    call(bed);
    expect(await isOver()).toBe(true);
  });

  it('does not lie down when it was called while it worked, however late that is due', async () => {
    const bed = new Bed();
    bed.clear();
    bed.wakeBefore(NOON + 86_400_000);
    expect(await sleeping(bed, 1000, NOON)()).toBe(true);
  });

  it('is woken by every call while it waits for the database', async () => {
    const bed = new Bed();
    const isOver = sleeping(bed, 1000);
    bed.wakeBefore(NOON + 86_400_000);
    expect(await isOver()).toBe(true);
  });
});
