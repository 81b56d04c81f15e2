import {
  dateOfDay,
  dayStartMs,
  type Instant,
  localDayNumber,
  MINUTE_MS,
  parseInstant,
  parseTime,
  toInstant,
} from '@/lib/calendar/instant';
import type { Span } from '@/lib/duty/resolve';
import type { Label } from '@/lib/plan/schema';
import { type DailyRule, holdsOn, type PlanDuties } from './plan-rules';
import type { DutySettings } from './settings';
import type { Occurrence } from './task';

/** A patrol may begin so long before its time of day, a report be written before it is due. */
const EARLY_MINUTES = 30;
const WRITING_MINUTES = 60;
const DAY_MINUTES = 1440;

const WATCH: Label = { zh: '特殊时期巡查', en: 'Patrol of the heightened period' };

/** A time from its first instant to before its last; instants as ISO. */
export interface Window {
  from: Instant;
  to: Instant;
}

interface Slot {
  /** Minutes of the local day. */
  opens: number;
  starts: number;
  due: number;
}

/**
 * What the plans ask for whose time lies in the window, in order. Windows that meet give every
 * occurrence exactly once. In a heightened period somebody looks round the clock, beside what the
 * plans name anyway.
 */
export function dailyOccurrences(
  plans: readonly PlanDuties[],
  settings: DutySettings,
  window: Window,
  heightened: readonly Span[] = [],
): Occurrence[] {
  const [fromMs, toMs] = [parseInstant(window.from), parseInstant(window.to)];
  const all: Occurrence[] = [];
  for (let day = localDayNumber(fromMs); dayStartMs(day - 1) < toMs; day += 1) {
    const monthDay = dateOfDay(day).slice(5);
    for (const plan of plans) {
      for (const rule of plan.daily.filter((one) => holdsOn(one, monthDay))) {
        const ruleKey = `${plan.planKey}/${rule.key}`;
        for (const slot of slotsOf(rule, settings)) {
          all.push(occurrence({ ...rule, ruleKey }, plan, day, slot));
        }
      }
    }
  }
  const named = new Set(all.flatMap(({ kind, startsAt }) => (kind === 'patrol' ? [startsAt] : [])));
  const watches = watchOccurrences(plans, settings, window, heightened);
  return [...all, ...watches.filter(({ startsAt }) => !named.has(startsAt))]
    .filter(({ startsAt }) => window.from <= startsAt && startsAt < window.to)
    .sort(byTime);
}

/** Looks round the clock in heightened periods, counted from the local midnight. */
function watchOccurrences(
  plans: readonly PlanDuties[],
  settings: DutySettings,
  window: Window,
  heightened: readonly Span[],
): Occurrence[] {
  const plan = plans.find((one) => one.roundTheClock) ?? plans[0];
  if (!plan || heightened.length === 0) return [];
  const label = plan.roundTheClock?.label ?? WATCH;
  const rule = { kind: 'patrol' as const, ruleKey: 'heightened', label };
  const all: Occurrence[] = [];
  const toMs = parseInstant(window.to);
  for (let day = localDayNumber(parseInstant(window.from)); dayStartMs(day) < toMs; day += 1) {
    for (const slot of watchSlots(settings)) {
      const one = occurrence(rule, plan, day, slot);
      const isWithin = heightened.some(
        ({ startsAt, endsAt }) => startsAt <= one.startsAt && one.startsAt < endsAt,
      );
      if (isWithin) all.push(one);
    }
  }
  return all;
}

function occurrence(
  { kind, ruleKey, label }: Pick<Occurrence, 'kind' | 'ruleKey' | 'label'>,
  { planVersionId }: PlanDuties,
  day: number,
  { opens, starts, due }: Slot,
): Occurrence {
  const at = (minutes: number) => toInstant(dayStartMs(day) + minutes * MINUTE_MS);
  return {
    key: `${kind}:${ruleKey}:${at(starts)}`,
    ruleKey,
    kind,
    label,
    opensAt: at(opens),
    startsAt: at(starts),
    dueAt: at(due),
    rosterId: null,
    unitId: null,
    planVersionId,
  };
}

/** The times of one day at which a rule is owed. */
function slotsOf({ kind, times, perDay }: DailyRule, { patrolMinutes }: DutySettings): Slot[] {
  const named = times.map(parseTime);
  if (kind === 'patrol' && named.length > 0) {
    return named.map((starts) => ({
      opens: starts - EARLY_MINUTES,
      starts,
      due: starts + patrolMinutes,
    }));
  }
  if (named.length > 0) {
    return named.map((due) => {
      const starts = due - WRITING_MINUTES;
      return { opens: starts, starts, due };
    });
  }
  const length = DAY_MINUTES / perDay;
  return Array.from({ length: perDay }, (_, index) => {
    const starts = Math.round(index * length);
    return { opens: starts, starts, due: Math.round((index + 1) * length) };
  });
}

function watchSlots({ heightenedMinutes }: DutySettings): Slot[] {
  const slots: Slot[] = [];
  for (let starts = 0; starts < DAY_MINUTES; starts += heightenedMinutes) {
    slots.push({ opens: starts, starts, due: Math.min(DAY_MINUTES, starts + heightenedMinutes) });
  }
  return slots;
}

const byTime = (a: Occurrence, b: Occurrence) =>
  a.startsAt.localeCompare(b.startsAt) || a.key.localeCompare(b.key);
