import { computeDue } from '@/lib/calendar';
import type { Clock, DueUnit } from '@/lib/calendar/due-rule';
import { seedCalendar } from '@/lib/calendar/server/seed';
import type { Category } from '@/lib/incident/keys';
import type { Circumstance, Criterion, GradingFacts } from '@/lib/plan/criteria';
import { dutyDue, timeRule } from '@/lib/plan/due';
import {
  chainFor,
  dutiesFor,
  holds,
  obligationsFor,
  type PlanSituation,
  situationOf,
} from '@/lib/plan/obligations';
import { planParts, presets } from '@/lib/plan/presets';
import type {
  ApprovalObject,
  Obligation,
  PlanPart,
  ResponsePlan,
  StartEvent,
} from '@/lib/plan/schema';

/**
 * Starts of every computed time, Asia/Shanghai: a Tuesday; the evening before the holiday of
 * 1–7 October 2026; a Sunday that is a make-up workday.
 */
export const STARTS = ['2026-03-17 10:00', '2026-09-30 22:40', '2026-09-20 10:00'] as const;
export const START_NAMES = ['a workday', 'the night before a holiday', 'a make-up Sunday'];

const calendar = seedCalendar();

/** `2026-03-17 24:00` in Asia/Shanghai as a UTC instant, without the code under test. */
export function instant(local: string): string {
  return new Date(`${local.replace(' ', 'T')}:00+08:00`).toISOString();
}

export function whole(key: string): ResponsePlan {
  const plan = presets.get(key);
  if (!plan) throw new Error(`no preset ${key}`);
  return plan;
}

export function part(key: string): PlanPart {
  const found = planParts.get(key);
  if (!found) throw new Error(`no plan part ${key}`);
  return found;
}

/** What is known of an incident; absent = nobody said. */
export interface Known {
  grade?: string;
  category?: Category;
  eventGrade?: string;
  scales?: Record<string, string>;
  difficulty?: 'simple' | 'hard';
  deaths?: number;
  injured?: number;
  people?: number;
  circumstances?: Circumstance[];
}

export type Rules = ResponsePlan | PlanPart;

function situation(plan: Rules, known: Known): PlanSituation {
  const { grade, category, eventGrade, scales, ...facts } = known;
  const standing = {
    opinionGrade: grade ?? null,
    provisionalGrade: null,
    suggestedGrade: null,
    proposedGrade: null,
    eventGrade: eventGrade ?? null,
    category: category ?? null,
    scales: scales ?? {},
  };
  const asPlan = 'kind' in plan ? ({ ...plan, scales: [] } as unknown as ResponsePlan) : plan;
  return situationOf(asPlan, standing, facts);
}

/** Rules an incident owes then, the calendar's own duties included. */
export function rulesFor(plan: Rules, known: Known = {}): Obligation[] {
  const now = situation(plan, known);
  const periodic = plan.obligations.filter((rule) => rule.start === 'periodic');
  const owed =
    'kind' in plan
      ? plan.obligations.filter((rule) => rule.start !== 'periodic' && holds(rule.when, now))
      : obligationsFor(plan, now);
  return [...owed, ...periodic.filter((rule) => holds(rule.when, now))];
}

export function dutyOf(plan: ResponsePlan, key: string, known: Known = {}) {
  const duty = dutiesFor(plan, situation(plan, known)).find((one) => one.rule.key === key);
  if (!duty) throw new Error(`${plan.key} owes no ${key}`);
  return duty;
}

/** The due time and why, with the norms of the plan, all clocks begun at `start` (local). */
export function dueOf(plan: ResponsePlan, key: string, start: string, known: Known = {}) {
  const at = instant(start);
  return dutyDue(dutyOf(plan, key, known), at, () => at, calendar, plan.norms);
}

/** The first due time, or the next three of a rule that comes back. */
export function dueTimes(rule: Obligation, start: string): (string | null)[] {
  const times: (string | null)[] = [];
  let from = instant(start);
  for (let round = 0; round < (rule.start === 'periodic' ? 3 : 1); round += 1) {
    const { dueAt } = computeDue({ ...timeRule(rule), start: from }, calendar);
    times.push(dueAt);
    if (!dueAt) break;
    from = dueAt;
  }
  return times;
}

/** The roles that approve, in order; a step of several people says how many. */
export function chainOf(plan: Rules, object: ApprovalObject, known: Known = {}): string[] {
  const chain = chainFor(plan as ResponsePlan, object, situation(plan, known));
  return (chain?.steps ?? []).map(
    (step) => `${step.role}${step.mode === 'quorum' ? ` ${step.needed}` : ''}`,
  );
}

/** Bodies outside the institution that have to agree, in order. */
export function outsideOf(plan: Rules, object: ApprovalObject, known: Known = {}): string[] {
  const chain = chainFor(plan as ResponsePlan, object, situation(plan, known));
  return (chain?.steps ?? []).flatMap((step) => (step.outside ? [step.outside.zh] : []));
}

function leavesOf(criterion: Criterion): Criterion[] {
  if ('all' in criterion) return criterion.all.flatMap(leavesOf);
  return 'any' in criterion ? criterion.any.flatMap(leavesOf) : [criterion];
}

/** Facts in which a person answered every question of the criteria that only a person can. */
export function judged(plan: Rules, answer: boolean, facts: GradingFacts = {}): GradingFacts {
  const keys = plan.levels
    .flatMap((level) => (level.criteria ? leavesOf(level.criteria) : []))
    .flatMap((leaf) => ('manual' in leaf && leaf.key ? [leaf.key] : []));
  return { ...facts, judged: Object.fromEntries(keys.map((key) => [key, answer])) };
}

/** Every Chinese text under a value, with its path. */
export function textsOf(value: unknown, path = ''): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    textsOf(one, path ? `${path}.${name}` : name),
  );
}

/** One line of block B of the list of plans. */
export interface Line {
  key: string;
  /** When the duty must hold; absent = when nothing is known yet. */
  known?: Known;
  /** When it must not. */
  never?: Known[];
  amount: number | null;
  unit?: DueUnit;
  /** Several = the source leaves it open. */
  clock: Clock | Clock[];
  start?: StartEvent | StartEvent[];
  target: Obligation['target'] | Obligation['target'][];
  document: string;
  line: string;
  /** Due times from the three starts, local; null = the source names no figure. */
  due: readonly [Due, Due, Due] | null;
  /** What the original words have to say where there is no figure. */
  words?: RegExp;
  /** What the one who gets it is called, where the list names it. */
  recipient?: RegExp;
}
type Due = string | readonly [string, string, string];
