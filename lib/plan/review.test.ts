import { describe, expect, it } from 'vitest';
import { ROLES } from '@/lib/access/roles';
import type { CalendarData } from '@/lib/calendar';
import { presets } from './presets';
import { p26 } from './presets/p26';
import { mayPublish, type ReviewContext, reviewPlan } from './review';
import { planSchema, type ResponsePlan, type ResponsePlanInput } from './schema';
import { standardChain } from './standard-chain';

const NATIONAL_DAY = [1, 2, 3, 4, 5, 6, 7].map((day) => `2026-10-0${day}`);
const calendar: CalendarData = {
  version: 'test',
  years: [2026],
  days: Object.fromEntries(
    NATIONAL_DAY.map((date) => [date, { kind: 'holiday' as const, name: '国庆节' }]),
  ),
  hours: [
    { start: '08:30', end: '12:00' },
    { start: '14:00', end: '17:30' },
  ],
};

const everybody = Object.fromEntries(ROLES.map((role) => [role, 2])) as ReviewContext['holders'];
const staffed: ReviewContext = {
  holders: everybody,
  groupVoters: 5,
  orgKind: 'school',
  calendar,
};
const without = (...roles: (typeof ROLES)[number][]): ReviewContext => ({
  ...staffed,
  holders: { ...everybody, ...Object.fromEntries(roles.map((role) => [role, 0])) },
});

function plan(change: (plan: ResponsePlanInput) => void): ResponsePlan {
  const copy = structuredClone(p26);
  change(copy);
  return planSchema.parse(copy);
}

const rule = (given: ResponsePlanInput, at = 4) =>
  given.obligations[at] as ResponsePlanInput['obligations'][number];
const step = (given: ResponsePlanInput) =>
  given.chains[0]?.steps[0] as ResponsePlanInput['chains'][number]['steps'][number];

const found = (given: ResponsePlan, context = staffed) =>
  reviewPlan(given, context).map(({ code, severity, path }) => `${severity} ${code} ${path}`);

describe('the review of a plan', () => {
  it('finds nothing that keeps P26 from being published', () => {
    expect(mayPublish(reviewPlan(planSchema.parse(p26), staffed))).toBe(true);
  });

  it.each<[string, (given: ResponsePlanInput) => void]>([
    [
      'error step_unknown chains.ordinary.steps.deputy',
      (given) => Object.assign(step(given), { after: ['nobody'] }),
    ],
    [
      'error step_cycle chains.ordinary',
      (given) => Object.assign(step(given), { after: ['deputy'] }),
    ],
    [
      'error chain_shadowed chains.own_release',
      (given) => given.chains.push(standardChain(['reply'])),
    ],
    ['error no_chain chains', (given) => given.chains.splice(0)],
    [
      'error filter_unknown obligations.first_response',
      (given) => Object.assign(rule(given).when, { grades: ['purple'] }),
    ],
    [
      'error filter_unknown obligations.first_response',
      (given) => Object.assign(rule(given).when, { scales: { sensitivity: ['purple'] } }),
    ],
    ['warning filter_unknown obligations.first_response', (given) => given.categories.splice(0, 1)],
    ['error met_by_nothing obligations.first_response', (given) => rule(given).metBy.splice(0)],
    [
      'error never_runs obligations.first_response',
      (given) =>
        Object.assign(rule(given).when, { eventGrades: ['serious'], notEventGrades: ['serious'] }),
    ],
    [
      'error hard_max_before_amount obligations.formal_answer',
      (given) =>
        Object.assign(rule(given, 5), { hardMax: { amount: 1, unit: 'hour', clock: 'wall' } }),
    ],
    [
      'note blank_at_once obligations.first_response',
      (given) =>
        Object.assign(rule(given), {
          amount: null,
          clock: 'now',
          originalWords: { zh: '立即', en: 'at once' },
        }),
    ],
    [
      'note level_no_criteria levels.serious',
      (given) => Object.assign(given.levels[0] ?? {}, { criteria: null }),
    ],
    [
      'error level_no_decider levels.serious',
      (given) => Object.assign(given.levels[0] ?? {}, { deciders: [] }),
    ],
    [
      'error rank_twice levels.ordinary',
      (given) => Object.assign(given.levels[1] ?? {}, { rank: 2 }),
    ],
    [
      'error undecided_unknown scales.sensitivity',
      (given) => Object.assign(given.scales[0] ?? {}, { undecided: 'purple' }),
    ],
    [
      'warning patrol_times_differ patrols.morning_evening',
      (given) => Object.assign(given.patrols[0] ?? {}, { timesPerDay: 3 }),
    ],
    ['warning calm_watch_missing calm', (given) => Object.assign(given.calm, { watchHours: null })],
    [
      'error step_role_may_not_approve chains.ordinary.steps.deputy',
      (given) => Object.assign(step(given), { role: 'auditor' }),
    ],
    [
      'error quorum_impossible chains.ordinary.steps.deputy',
      (given) => Object.assign(step(given), { role: 'group', mode: 'quorum', needed: 6 }),
    ],
    [
      'error rule_collides_with_norm obligations.norm_61_response',
      (given) => Object.assign(rule(given), { rule: 'norm_61_response' }),
    ],
  ])('%s', (expected, change) => {
    const context = expected.includes('collides') ? { ...staffed, orgKind: 'bureau' } : staffed;
    expect(found(plan(change), context)).toContain(expected);
  });

  it('who is not there: owners, approvers, deciders, people to remind', () => {
    const given = planSchema.parse(p26);
    expect(found(given, without('officer'))).toContain(
      'error owner_missing obligations.first_response',
    );
    // A unit's duty falls to the office where no unit has a handler.
    expect(found(given, without('handler'))).not.toContain(
      'error owner_missing obligations.formal_answer',
    );
    expect(found(given, without('deputy'))).toContain(
      'warning step_stands_in chains.ordinary.steps.deputy',
    );
    expect(found(given, without('deputy', 'leader'))).toEqual(
      expect.arrayContaining([
        'error step_no_approver chains.ordinary.steps.deputy',
        'error level_no_decider levels.serious',
        'warning escalation_step_nobody escalation',
      ]),
    );
    const nobody = without('officer', 'office', 'deputy', 'leader');
    const onlyLeaders = plan((one) => {
      one.escalation = [{ atMinutes: 0, to: ['leader'] }];
    });
    expect(found(onlyLeaders, nobody)).toContain('error escalation_nobody escalation');
  });

  it('P14 in a government unit: 24 hours are softer than 5, with both times of an example', () => {
    const given = presets.get('p14');
    if (!given) throw new Error('P14');
    const softer = reviewPlan(given, { ...staffed, orgKind: 'government' }).filter(
      (one) => one.code === 'softer_than_norm' && one.params.normFigure === '5 hour wall',
    );
    expect(softer).toMatchObject([
      {
        severity: 'warning',
        params: { ownFigure: '24 hour wall', norm: { zh: '国办发〔2016〕80号' } },
      },
    ]);
    const { start, ownDueAt, normDueAt } = (softer[0]?.params ?? {}) as Record<string, string>;
    const hours = (at: string | undefined) =>
      (Date.parse(at ?? '') - Date.parse(start ?? '')) / 3.6e6;
    expect([hours(ownDueAt), hours(normDueAt)]).toEqual([24, 5]);
    expect(found(given)).not.toContainEqual(expect.stringContaining('softer_than_norm'));
  });

  it('every preset can be published once it says who approves answers', () => {
    for (const preset of presets.values()) {
      const completed = {
        ...preset,
        chains: [...preset.chains, standardChain(['reply', 'publication', 'internal_line'], 'own')],
      };
      const errors = reviewPlan(completed, { ...staffed, orgKind: 'government' }).filter(
        (one) => one.severity === 'error' && one.code !== 'chain_shadowed',
      );
      expect({ key: preset.key, errors }).toEqual({ key: preset.key, errors: [] });
    }
  });
});
