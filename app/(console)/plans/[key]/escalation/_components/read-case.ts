import type { CalendarData } from '@/lib/calendar';
import type { Instant } from '@/lib/calendar/instant';
import { fromDateTimeLocal, toDateTimeLocal } from '@/lib/i18n/format';
import { dutyDue } from '@/lib/plan/due';
import type { Obligation, ResponsePlan } from '@/lib/plan/schema';

/** A case the reminders are tried on; without a due time the limit is at once. */
export interface TriedCase {
  rule: Obligation | null;
  grade: string | null;
  startedAt: Instant;
  dueAt: Instant | null;
  /** Whether the due time was given rather than worked out. */
  isDueGiven: boolean;
}

type Query = Record<string, string | string[] | undefined>;

/** Reads the form of the page; what is missing is filled in: the first limit, from now. */
export function readCase(
  plan: ResponsePlan,
  query: Query,
  calendar: CalendarData,
  now: Instant,
): TriedCase {
  const one = (name: string) => (typeof query[name] === 'string' ? query[name] : '');
  const grades = plan.levels.map((level) => level.key);
  const grade = grades.includes(one('grade')) ? one('grade') : null;
  const limits = triedRules(plan);
  const rule = limits.find((each) => each.rule === one('limit')) ?? limits[0] ?? null;
  const minute = fromDateTimeLocal(toDateTimeLocal(now)) ?? now;
  const startedAt = fromDateTimeLocal(one('startedAt')) ?? minute;
  const given = fromDateTimeLocal(one('dueAt'));
  const dueAt = given && given > startedAt ? given : null;
  const computed =
    rule && dutyDue({ rule, sharpenedBy: [] }, startedAt, () => null, calendar).dueAt;
  return { rule, grade, startedAt, dueAt: dueAt ?? computed, isDueGiven: dueAt !== null };
}

/** Limits with a time of their own; those without come last, for their reminders are none. */
export function triedRules({ obligations }: ResponsePlan): Obligation[] {
  const isTimed = (rule: Obligation) => rule.amount !== null && rule.start !== 'periodic';
  return [...obligations.filter(isTimed), ...obligations.filter((rule) => !isTimed(rule))];
}
