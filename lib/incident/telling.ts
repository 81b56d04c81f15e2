import type { Instant } from '@/lib/calendar/instant';
import { findRule, holds } from '@/lib/plan/obligations';
import type { Label, Obligation, ResponsePlan } from '@/lib/plan/schema';
import { situationNow } from './facts';
import type { DeadlineRow, IncidentState, ReportRow } from './model';

/** A body outside that the plan wants told: 宣传, 网信, 公安 and others. */
export interface BodyToTell {
  /** Stable within the plan: rule and place among its recipients, or the reporting line. */
  key: string;
  label: Label;
  /** The obligation that asks for it; null = a reporting line without a limit. */
  rule: string | null;
}

/** One body of the checklist, with when it is due and how it was told. */
export interface Telling extends BodyToTell {
  /** Null = 立即 or no limit. */
  dueAt: Instant | null;
  isLate: boolean;
  told: ReportRow | null;
}

const parts = (text: string, separator: RegExp): string[] => text.split(separator).filter(Boolean);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Recipients of one obligation, a body each. */
export function bodiesOfRule({ rule, recipient, title }: Obligation): BodyToTell[] {
  const label = recipient ?? title;
  const zh = parts(label.zh, /、/);
  const en = parts(label.en, /, | and /);
  if (zh.length < 2 || zh.length !== en.length) return [{ key: rule, label, rule }];
  return zh.map((one, place) => ({
    key: `${rule}.${place}`,
    label: { zh: one, en: capital(en[place] ?? one) },
    rule,
  }));
}

/** Whom the plan wants told as the incident stands: its obligations name them, else its lines. */
export function bodiesToTell(plan: ResponsePlan, state: IncidentState): BodyToTell[] {
  const situation = situationNow(plan, state);
  const asked = plan.obligations.filter(
    (one) => one.target === 'authority' && holds(one.when, situation),
  );
  if (asked.length > 0) return asked.flatMap(bodiesOfRule);
  return plan.reporting
    .filter((line) => line.target === 'authority' && holds(line.when, situation))
    .map(({ key, label }) => ({ key: `line.${key}`, label, rule: null }));
}

const tells = (report: ReportRow, key: string): boolean =>
  report.target === 'authority' && (report.bodyKey === null || report.bodyKey === key);

/** The checklist of bodies, in the plan's order. */
export function tellingsOf(plan: ResponsePlan, state: IncidentState): Telling[] {
  return bodiesToTell(plan, state).map((body) => {
    const told = state.reports.find((one) => tells(one, body.key)) ?? null;
    const limit = state.deadlines.findLast((one) => one.rule === body.rule) ?? null;
    const dueAt = limit?.dueAt ?? null;
    const at = told?.sentAt ?? null;
    const isLate = dueAt !== null && (at === null ? limit?.breachedAt != null : at > dueAt);
    return { ...body, dueAt, isLate, told };
  });
}

/** Name of the body a report went to, where it names one. */
export function bodyLabel(plan: ResponsePlan, key: string | null): Label | null {
  if (key === null) return null;
  const ruled = findRule(plan, key.replace(/\.\d+$/, ''));
  const bodies = ruled ? bodiesOfRule(ruled) : [];
  const line = plan.reporting.find((one) => `line.${one.key}` === key);
  return bodies.find((one) => one.key === key)?.label ?? line?.label ?? null;
}

/**
 * When the last of several bodies one limit speaks of was told; null = somebody was not, undefined =
 * the limit speaks of one body or of none.
 */
export function allToldAt(
  plan: ResponsePlan,
  { reports }: IncidentState,
  { rule, basis, target }: DeadlineRow,
  since: Instant,
): Instant | null | undefined {
  const asked = basis === 'plan' && target === 'authority' ? findRule(plan, rule) : null;
  const bodies = asked ? bodiesOfRule(asked) : [];
  if (bodies.length < 2) return undefined;
  const moments = bodies.map(
    ({ key }) =>
      reports
        .flatMap((one) => (tells(one, key) && one.sentAt >= since ? [one.sentAt] : []))
        .sort()[0],
  );
  const all = moments.flatMap((one) => one ?? []);
  return all.length === bodies.length ? (all.sort().at(-1) ?? null) : null;
}
