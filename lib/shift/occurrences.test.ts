import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLocal, fromLocal } from '@/lib/calendar';
import { HOUR_MS, parseInstant, toInstant } from '@/lib/calendar/instant';
import { presets } from '@/lib/plan/presets';
import { dailyOccurrences } from './occurrences';
import { type PlanDuties, planDuties } from './plan-rules';
import { DEFAULT_SETTINGS } from './settings';

const planOf = (key: string) => {
  const plan = presets.get(key);
  if (!plan) throw new Error(`no preset ${key}`);
  return plan;
};
const duties = (preset: string): PlanDuties =>
  planDuties(planOf(preset), { planKey: preset, planVersionId: 'v1' });
const custom = (daily: Partial<PlanDuties['daily'][number]>[]): PlanDuties => ({
  planKey: 'own',
  planVersionId: 'v1',
  roundTheClock: null,
  daily: daily.map((one, index) => ({
    key: `rule${index}`,
    kind: 'patrol',
    label: { zh: '巡查', en: 'Patrol' },
    times: [],
    perDay: 1,
    ...one,
  })),
});
const between = (from: string, to: string) => ({
  from: fromLocal(from, '00:00'),
  to: fromLocal(to, '00:00'),
});
const lines = (
  plans: PlanDuties[],
  window: { from: string; to: string },
  heightened: { startsAt: string; endsAt: string }[] = [],
) =>
  dailyOccurrences(plans, DEFAULT_SETTINGS, window, heightened).map(
    (one) =>
      `${one.kind} ${formatLocal(one.startsAt).slice(5)}–${formatLocal(one.dueAt).slice(11)}`,
  );

describe('what plans ask for every day', () => {
  it('P26: 早、晚, over the end of the year as on any day', () => {
    expect(lines([duties('p26')], between('2026-12-31', '2027-01-02'))).toEqual([
      'patrol 12-31 08:30–09:30',
      'patrol 12-31 18:00–19:00',
      'patrol 01-01 08:30–09:30',
      'patrol 01-01 18:00–19:00',
    ]);
  });

  it('P23: forums some time of the day, the summary at 17:00; no hour is invented', () => {
    expect(lines([duties('p23')], between('2026-11-22', '2026-11-23'))).toEqual([
      'patrol 11-22 00:00–00:00',
      'daily_summary 11-22 16:00–17:00',
    ]);
  });

  it('twice a day without hours: the day in two', () => {
    const plan = custom([{ perDay: 2 }]);
    expect(lines([plan], between('2026-11-22', '2026-11-23'))).toEqual([
      'patrol 11-22 00:00–12:00',
      'patrol 11-22 12:00–00:00',
    ]);
  });

  it('P14: watching without a break is the shift’s, and patrols of a heightened period', () => {
    const day = between('2026-11-22', '2026-11-23');
    expect(lines([duties('p14')], day)).toEqual([]);
    const period = {
      startsAt: fromLocal('2026-11-22', '06:30'),
      endsAt: fromLocal('2026-11-22', '09:00'),
    };
    expect(lines([duties('p14')], day, [period])).toEqual([
      'patrol 11-22 07:00–08:00',
      'patrol 11-22 08:00–09:00',
    ]);
  });

  it('a heightened period comes beside what the plan names, never twice at one time', () => {
    const period = {
      startsAt: fromLocal('2026-11-22', '17:00'),
      endsAt: fromLocal('2026-11-22', '20:00'),
    };
    expect(lines([duties('p26')], between('2026-11-22', '2026-11-23'), [period])).toEqual([
      'patrol 11-22 08:30–09:30',
      'patrol 11-22 17:00–18:00',
      'patrol 11-22 18:00–19:00',
      'patrol 11-22 19:00–20:00',
    ]);
  });

  it.each([
    ['12-20', '01-10', '12-31', 1],
    ['12-20', '01-10', '01-10', 1],
    ['12-20', '01-10', '01-11', 0],
    ['03-01', '03-31', '02-28', 0],
  ])('zero reports from %s until %s: on %s %i', (from, until, on, count) => {
    const plan = custom([{ kind: 'zero_report', from, until, times: ['17:00'] }]);
    const start = parseInstant(fromLocal(`2027-${on}`, '00:00'));
    const window = { from: toInstant(start), to: toInstant(start + 24 * HOUR_MS) };
    expect(lines([plan], window)).toHaveLength(count);
  });

  it('a report due shortly after midnight is begun on the day before', () => {
    const plan = custom([{ kind: 'daily_summary', times: ['00:30'] }]);
    expect(lines([plan], between('2026-12-31', '2027-01-01'))).toEqual([
      'daily_summary 12-31 23:30–00:30',
    ]);
  });

  it('every occurrence comes exactly once, however the time is cut into windows', () => {
    const time = fc.integer({ min: 0, max: 1439 }).map((minutes) => {
      const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map(String);
      return `${hour?.padStart(2, '0')}:${minute?.padStart(2, '0')}`;
    });
    const rule = fc.record({
      kind: fc.constantFrom('patrol' as const, 'daily_summary' as const, 'zero_report' as const),
      times: fc.uniqueArray(time, { maxLength: 4 }),
      perDay: fc.integer({ min: 1, max: 12 }),
    });
    const start = parseInstant('2026-12-29T16:00:00.000Z');
    const hours = 24 * 5;
    const edge = fc.integer({ min: 1, max: hours * 3_600_000 - 1 });
    const spans = fc.array(
      fc.tuple(edge, edge).map(([a, b]) => ({
        startsAt: toInstant(start + Math.min(a, b)),
        endsAt: toInstant(start + Math.max(a, b) + 1),
      })),
      { maxLength: 2 },
    );
    fc.assert(
      fc.property(
        fc.array(rule, { minLength: 1, maxLength: 4 }),
        fc.uniqueArray(edge, { maxLength: 6 }),
        spans,
        (rules, cuts, heightened) => {
          const plans = [custom(rules)];
          const of = (from: number, to: number) =>
            dailyOccurrences(
              plans,
              DEFAULT_SETTINGS,
              { from: toInstant(start + from), to: toInstant(start + to) },
              heightened,
            ).map(({ key }) => key);
          const edges = [0, ...cuts.sort((a, b) => a - b), hours * 3_600_000];
          const parts = edges.slice(1).flatMap((to, index) => of(edges[index] ?? 0, to));
          expect(parts).toEqual(of(0, hours * 3_600_000));
          expect(new Set(parts).size).toBe(parts.length);
        },
      ),
    );
  });
});
