import { describe, expect, it } from 'vitest';
import { GOVERNMENT_NORMS } from '@/lib/plan/norms';
import { planParts, presets } from '@/lib/plan/presets';
import { planSchema, type ResponsePlan } from '@/lib/plan/schema';
import { World } from '@/tests/support/incident-world';

function preset(key: string): ResponsePlan {
  const found = presets.get(key);
  if (!found) throw new Error(`no ${key}`);
  return found;
}

/** P26 with the rules of one fragment, as an institution may include them. */
function withFragment(key: string): ResponsePlan {
  const p26 = preset('p26');
  const obligations = [...p26.obligations, ...(planParts.get(key)?.obligations ?? [])];
  return planSchema.parse({ ...p26, obligations });
}

function logged(plan: ResponsePlan, input: object = {}): World {
  const world = new World({ plan });
  world.do('officer', 'log', { title: '甲', ...input }, '2026-03-06 10:00');
  return world;
}
const has = (world: World, rule: string) =>
  world.current.deadlines.some((one) => one.rule === rule);
const assess = (world: World, gradingFacts: object) =>
  world.do('office', 'assess', { facts: '现场情况', gradingFacts }, '2026-03-06 11:00');

describe('norms on an incident of a government unit', () => {
  const p14 = planSchema.parse({ ...preset('p14'), norms: GOVERNMENT_NORMS });
  const sources = (world: World) =>
    JSON.stringify(world.deadline('first_publication').explanation.map((step) => step));

  it('a serious event named at once: 5 h instead of the plan’s 24, both sources told', () => {
    const world = logged(p14, { eventGrade: '重大' });
    expect(world.dueOf('first_publication')).toBe('2026-03-06 15:00');
    expect(sources(world)).toContain('国办发〔2016〕80号');
    expect(sources(world)).toContain('本单位预案');
    expect(has(world, 'norm_80_conference')).toBe(true);
  });

  it('named later: the 5 h run from then and pull the open limit forward', () => {
    const world = logged(p14);
    expect(world.dueOf('first_publication')).toBe('2026-03-07 10:00');
    const graded = { grade: '重大', eventGrade: '重大' };
    world.do('leader', 'decideGrade', graded, '2026-03-06 12:00');
    expect(world.dueOf('first_publication')).toBe('2026-03-06 17:00');
    expect(world.dueOf('norm_80_conference')).toBe('2026-03-07 12:00');
  });

  it('named too late to matter: the plan’s earlier time stays', () => {
    const world = logged(p14);
    const graded = { grade: '重大', eventGrade: '重大' };
    world.do('leader', 'decideGrade', graded, '2026-03-07 08:00');
    expect(world.dueOf('first_publication')).toBe('2026-03-07 10:00');
  });
});

describe('mechanisms taken from fragments', () => {
  it('twenty people on the spot: a leader within the hour; nineteen: not', () => {
    const few = logged(withFragment('d_group_visits'));
    assess(few, { people: 19 });
    expect(has(few, 'leader_on_site')).toBe(false);
    const many = logged(withFragment('d_group_visits'));
    assess(many, { people: 20 });
    expect(many.dueOf('leader_on_site')).toBe('2026-03-06 12:00');
  });

  it('a death, or three injured: 24 h beside the 48 h', () => {
    const world = logged(withFragment('d_harm_reports'));
    expect(world.dueOf('report_harm')).toBe('2026-03-08 10:00');
    assess(world, { injured: 2 });
    expect(has(world, 'report_harm_grave')).toBe(false);
    world.do('office', 'assess', { facts: '又有两人', gradingFacts: { injured: 4 } });
    expect(has(world, 'report_harm_grave')).toBe(true);
  });

  it('bad weather: the repair’s clock stands still and goes on', () => {
    const world = logged(withFragment('d_outage'));
    expect(world.dueOf('repair_simple')).toBe('2026-03-07 10:00');
    const { id: deadlineId } = world.deadline('repair_simple');
    const until = new Date(Date.parse('2026-03-06T20:00:00+08:00')).toISOString();
    world.do('leader', 'pauseDeadline', { deadlineId, until, reason: '冰冻' }, '2026-03-06 14:00');
    world.do('leader', 'resumeDeadline', { deadlineId }, '2026-03-06 18:00');
    expect(world.dueOf('repair_simple')).toBe('2026-03-07 14:00');
  });
});
