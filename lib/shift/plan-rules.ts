import type { Label, ResponsePlan } from '@/lib/plan/schema';
import type { TaskKind } from './task';

/** Something owed every day, as a plan words it. */
export interface DailyRule {
  key: string;
  kind: Exclude<TaskKind, 'handover'>;
  label: Label;
  /** Local times of day, HH:MM; none = so often a day, the day in equal parts. */
  times: string[];
  perDay: number;
  /** Part of the year in which it holds, MM-DD; both ends are in it. */
  from?: string;
  until?: string;
}

/** What a plan asks for by the calendar alone. */
export interface PlanDuties {
  planKey: string;
  planVersionId: string;
  daily: DailyRule[];
  /** Watching without a break; outside a heightened period the shift itself is the watch. */
  roundTheClock: { key: string; label: Label } | null;
}

/**
 * The duties of a plan that no incident starts: patrols, zero reports, and reports due at a time of
 * day. Rules that hang on an incident's grade or circumstances are left to the incident. No time is
 * invented: where the source names none, the whole day is the time.
 */
export function planDuties(
  plan: ResponsePlan,
  { planKey, planVersionId }: { planKey: string; planVersionId: string },
): PlanDuties {
  const patrols = plan.patrols.filter(({ when }) => !when || Object.keys(when).length === 0);
  const continuous = patrols.find((one) => one.continuous);
  return {
    planKey,
    planVersionId,
    daily: [
      ...patrols.filter((one) => !one.continuous).map(patrolRule),
      ...summaryRules(plan),
      ...zeroRules(plan),
    ],
    roundTheClock: continuous ? { key: continuous.key, label: continuous.label } : null,
  };
}

function patrolRule({ key, label, timesPerDay, at }: ResponsePlan['patrols'][number]): DailyRule {
  const times = [...new Set(at)].sort();
  return { key, kind: 'patrol', label, times, perDay: times.length || timesPerDay };
}

function summaryRules({ obligations }: ResponsePlan): DailyRule[] {
  return obligations.flatMap(({ rule, start, clock, at, title }) =>
    start === 'periodic' && clock === 'daily_at' && at
      ? [{ key: rule, kind: 'daily_summary' as const, label: title, times: [at], perDay: 1 }]
      : [],
  );
}

function zeroRules({ mechanisms }: ResponsePlan): DailyRule[] {
  return mechanisms.flatMap((one) =>
    one.kind === 'zero_report'
      ? [
          {
            key: one.key,
            kind: 'zero_report' as const,
            label: one.label,
            times: one.at ? [one.at] : [],
            perDay: 1,
            ...(one.from ? { from: one.from } : {}),
            ...(one.until ? { until: one.until } : {}),
          },
        ]
      : [],
  );
}

/** Whether a rule holds on a local day, MM-DD; a period may run over the end of the year. */
export function holdsOn({ from, until }: Pick<DailyRule, 'from' | 'until'>, monthDay: string) {
  if (!from && !until) return true;
  const [first, last] = [from ?? '01-01', until ?? '12-31'];
  return first <= last
    ? first <= monthDay && monthDay <= last
    : first <= monthDay || monthDay <= last;
}
