import { describe, expect, it } from 'vitest';
import { nextActionAt, stepAt, stepsDue } from './schedule';
import { DEFAULT_SETTINGS, dutySettings, readSettings } from './settings';
import type { TaskStanding } from './task';

const DUE = '2026-12-31T16:10:00.000Z';
const minutes = (count: number) => new Date(Date.parse(DUE) + count * 60_000).toISOString();
const task = (change: Partial<TaskStanding> = {}): TaskStanding => ({
  dueAt: DUE,
  state: 'open',
  stepsDone: 0,
  acknowledgedAt: null,
  ...change,
});
const next = (change: Partial<TaskStanding>) =>
  nextActionAt(DEFAULT_SETTINGS, 'patrol', task(change));

describe('steps of a task', () => {
  it('are anchored to its due time and repeat after the last, in the end once a day', () => {
    const at = (index: number) => stepAt(DEFAULT_SETTINGS, 'patrol', DUE, index).at;
    expect([0, 1, 2, 3, 4, 5].map(at)).toEqual([-30, 0, 15, 30, 90, 150].map(minutes));
    expect(at(28)).toBe(minutes(30 + 24 * 60 + 1440));
    expect(stepAt(DEFAULT_SETTINGS, 'patrol', DUE, 9).step.to).toEqual(['leader']);
  });

  it('come together when the clock was stopped', () => {
    const due = stepsDue(DEFAULT_SETTINGS, 'patrol', task({ stepsDone: 1 }), minutes(16));
    expect(due.map(({ index }) => index)).toEqual([1, 2]);
    expect(stepsDue(DEFAULT_SETTINGS, 'patrol', task(), minutes(-31))).toEqual([]);
  });

  it.each([
    [{}, minutes(-30)],
    [{ stepsDone: 1 }, DUE],
    [{ stepsDone: 2, state: 'missed' as const }, minutes(15)],
    // Taken on: nobody is told again, yet that its time passed is recorded.
    [{ stepsDone: 1, acknowledgedAt: DUE }, DUE],
    [{ stepsDone: 2, state: 'missed' as const, acknowledgedAt: DUE }, null],
    [{ stepsDone: 1, state: 'done' as const }, null],
    [{ state: 'void' as const }, null],
    [{ state: 'spared' as const }, null],
  ])('%o → looked at again at %s', (change, expected) => {
    expect(next(change)).toBe(expected);
  });

  it('the due time is never passed unseen, whatever the steps', () => {
    const late = dutySettings.parse({ steps: { patrol: [{ atMinutes: 45, to: ['office'] }] } });
    expect(nextActionAt(late, 'patrol', task())).toBe(DUE);
    expect(nextActionAt(late, 'patrol', task({ state: 'missed' }))).toBe(minutes(45));
  });
});

describe('settings', () => {
  it('a handover unsigned for 15 and 30 minutes goes upwards', () => {
    const upwards = [2, 3].map((index) => stepAt(DEFAULT_SETTINGS, 'handover', DUE, index));
    // Due a quarter of an hour after the change of shifts.
    expect(upwards.map(({ at, step }) => [at, step.to.at(-1)])).toEqual([
      [DUE, 'office'],
      [minutes(15), 'leader'],
    ]);
  });

  it('refuse steps that tell nobody once it is late; what does not fit is the default', () => {
    const silent = { steps: { patrol: [{ atMinutes: -30, to: ['responsible'] }] } };
    expect(dutySettings.safeParse(silent).success).toBe(false);
    expect(readSettings(silent)).toEqual(DEFAULT_SETTINGS);
    expect(readSettings({ patrolMinutes: 30 })).toMatchObject({ patrolMinutes: 30 });
  });
});
