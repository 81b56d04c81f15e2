import { describe, expect, it } from 'vitest';
import { local, p26, shown } from '@/tests/support/incident-world';
import { nextActionAt, type Scheduled, stepsOf } from './schedule';

const policy = p26().escalation;
const open = (change: Partial<Scheduled> = {}): Scheduled => ({
  startedAt: local('2026-03-06 10:00'),
  dueAt: local('2026-03-06 14:00'),
  stepsDone: 0,
  acknowledgedAt: null,
  state: 'open',
  resumesAt: null,
  ...change,
});
const times = (startedAt: string, dueAt: string) =>
  stepsOf(policy, local(startedAt), local(dueAt)).map(({ at }) => shown(at).slice(11));

describe('steps are anchored to the due time', () => {
  it.each([
    [
      'a long limit has every reminder',
      '2026-03-06 06:00',
      ['12:00', '13:30', '14:00', '14:15', '14:30', '15:00'],
    ],
    [
      'four hours are reminded half an hour before',
      '2026-03-06 10:00',
      ['13:30', '14:00', '14:15', '14:30', '15:00'],
    ],
    ['an hour is not reminded at all', '2026-03-06 13:00', ['14:00', '14:15', '14:30', '15:00']],
  ])('%s', (_, start, expected) => {
    expect(times(start, '2026-03-06 14:00')).toEqual(expected);
  });

  it('a limit without a due time has none', () => {
    expect(stepsOf(policy, local('2026-03-06 10:00'), null)).toEqual([]);
    expect(nextActionAt(policy, open({ dueAt: null }))).toBeNull();
  });

  it('a step keeps its place whether the limit is short or long', () => {
    const long = stepsOf(policy, local('2026-03-06 06:00'), local('2026-03-06 14:00'));
    const short = stepsOf(policy, local('2026-03-06 13:00'), local('2026-03-06 14:00'));
    const indexOf = (steps: typeof long, minutes: number) =>
      steps.find(({ step }) => step.atMinutes === minutes)?.index;
    for (const minutes of [0, 15, 30, 60]) {
      expect(indexOf(short, minutes)).toBe(indexOf(long, minutes));
    }
  });
});

describe('when the clock looks again', () => {
  it.each([
    ['first at the first reminder', open(), '13:30'],
    ['then at the due time', open({ stepsDone: 2 }), '14:00'],
    ['a step left out is not waited for', open({ stepsDone: 1 }), '13:30'],
    [
      'after an acknowledgement only at the due time',
      open({ acknowledgedAt: local('2026-03-06 13:40') }),
      '14:00',
    ],
  ])('%s', (_, deadline, expected) => {
    expect(shown(nextActionAt(policy, deadline) ?? '').slice(11)).toBe(expected);
  });

  it.each([
    ['never after the last step', open({ stepsDone: policy.length, state: 'breached' })],
    ['never for what was met', open({ state: 'met' })],
    ['never for what was late', open({ state: 'late' })],
    ['never for what was let go', open({ state: 'cancelled' })],
    [
      'never for a breach that was acknowledged',
      open({ state: 'breached', acknowledgedAt: local('2026-03-06 14:05') }),
    ],
  ])('%s', (_, deadline) => {
    expect(nextActionAt(policy, deadline)).toBeNull();
  });

  it('a reminder fired on a long limit costs no step when the limit becomes short', () => {
    const moved = open({ startedAt: local('2026-03-06 13:00'), stepsDone: 2 });
    expect(shown(nextActionAt(policy, moved) ?? '')).toBe('2026-03-06 14:00');
  });
});
