import { describe, expect, it } from 'vitest';
import type { GradingFacts } from '@/lib/plan/criteria';
import { openAbove } from '@/lib/plan/grading';
import { presets } from '@/lib/plan/presets';
import type { ResponsePlan } from '@/lib/plan/schema';
import { ROADS, World } from '@/tests/support/incident-world';
import type { CommandInput } from './commands';
import { factsToStartWith, keptSuggestion, suggest } from './suggestion';
import { increases } from './worsening';

function preset(key: string): ResponsePlan {
  const plan = presets.get(key);
  if (!plan) throw new Error(`The preset ${key} is missing`);
  return plan;
}

const [p02, p14, p26] = [preset('p02'), preset('p14'), preset('p26')];
const TICKED = { danger: true, minors: true, media: true, rising: true };

function logged(plan: ResponsePlan, more: Partial<CommandInput<'log'>> = {}): World {
  const world = new World({ plan });
  world.do('officer', 'log', { title: '食堂异物', unitId: ROADS, ...more });
  return world;
}

describe('flags of the quick log', () => {
  const known: GradingFacts = { keySubject: true };

  it('在升温 stands in where nobody stated whether it rises', () => {
    expect(suggest(p14, known, { rising: false }).grade.grade).toBeNull();
    const raised = suggest(p14, known, { rising: true });
    expect(raised.grade.grade).toBe('serious');
    expect(raised.facts).toMatchObject({ rising: true });
  });

  it('what a person states goes before a flag', () => {
    const stated = suggest(p14, { ...known, rising: false }, { rising: true });
    expect(stated.grade.grade).not.toBe('serious');
  });

  it.each([...presets])('on %s a ticked flag lowers nothing', (_key, plan) => {
    const rank = (key: string | null) => plan.levels.find((one) => one.key === key)?.rank ?? -1;
    for (const mediaTier of ['none', 'local', 'national'] as const) {
      for (const crossRegion of [true, false]) {
        const facts: GradingFacts = { mediaTier, crossRegion, reposts: 10, views: 10, comments: 1 };
        const without = suggest(plan, facts, { rising: false }).grade.grade;
        const raised = suggest(plan, facts, { rising: true }).grade.grade;
        expect(rank(raised)).toBeGreaterThanOrEqual(rank(without));
      }
    }
  });

  it('a media flag alone names no tier', () => {
    const world = logged(p26, { flags: { ...TICKED, rising: false } });
    expect(world.incident.suggestedGrade).toBeNull();
    expect(factsToStartWith(world.current)).not.toHaveProperty('mediaTier');
  });
});

describe('an assessment keeps what its suggestion was made from', () => {
  it('judgements of a person decide what no figure settles', () => {
    const world = logged(p02);
    const judged = { stability_harmed: true };
    const before = suggest(p02, {}, { rising: false });
    expect(before.grade.missing.map((one) => ('manual' in one ? one.key : ''))).toContain(
      'stability_harmed',
    );
    world.do('office', 'assess', { facts: '属实', gradingFacts: { judged, emergency: true } });
    const kept = keptSuggestion(world.last('assessments'));
    expect(kept?.facts).toMatchObject({ judged, emergency: true });
    expect(factsToStartWith(world.current)).toMatchObject({ judged, emergency: true });
  });

  it('starts the next one, counts never below what the posts show', () => {
    const world = logged(p14, { source: { counts: { views: 500 } } });
    world.do('office', 'assess', { facts: '属实', gradingFacts: { views: 700, comments: 5 } });
    world.do('officer', 'linkMention', { counts: { views: 900, comments: 3 } });
    expect(factsToStartWith(world.current)).toMatchObject({ views: 900, comments: 5 });
  });

  it('names the lowest level that cannot be ruled out, with what would settle it', () => {
    const facts: GradingFacts = { keySubject: true, rising: true, mediaTier: 'local' };
    const open = openAbove(p14.levels, 'serious', facts);
    expect(open?.level.key).toBe('especially_serious');
    expect(open?.missing).toContainEqual({ is: 'emergency', value: true });
    expect(openAbove(p14.levels, 'especially_serious', facts)).toBeNull();
  });
});

describe('what stands higher than at the last assessment', () => {
  it.each<[string, GradingFacts, GradingFacts, unknown[]]>([
    ['a count', { reposts: 80 }, { reposts: 200 }, [{ fact: 'reposts', before: 80, after: 200 }]],
    ['a count that fell', { reposts: 80 }, { reposts: 20 }, []],
    ['a count nobody knew before', {}, { reposts: 200 }, []],
    ['harm nobody had named', {}, { injured: 2 }, [{ fact: 'injured', before: 0, after: 2 }]],
    [
      'the media tier',
      { mediaTier: 'none' },
      { mediaTier: 'city' },
      [{ fact: 'mediaTier', before: 'none', after: 'city' }],
    ],
    ['a lower tier', { mediaTier: 'city' }, { mediaTier: 'local' }, []],
  ])('%s', (_name, before, after, expected) => {
    expect(increases(before, after)).toEqual(expected);
  });
});

describe('deciding otherwise than suggested takes a reason', () => {
  /** P26 with criteria for its second scale. */
  const scaled = structuredClone(p26);
  const [sensitivity] = scaled.scales;
  for (const level of sensitivity?.levels ?? []) {
    level.criteria = level.key === 'especially_sensitive' ? { count: 'deaths', atLeast: 1 } : null;
  }
  const assessed = () => {
    const world = logged(scaled);
    const gradingFacts = { deaths: 1, reposts: 900, mediaTier: 'national' as const };
    world.do('office', 'assess', { facts: '属实', gradingFacts });
    expect(world.incident.suggestedGrade).toBe('serious');
    return world;
  };
  const scales = { sensitivity: 'especially_sensitive' };
  const other = { sensitivity: 'important_sensitive' };

  it('for a first grade', () => {
    const world = assessed();
    const lower = { grade: 'ordinary' };
    expect(world.refusal('officer', 'setProvisionalGrade', lower)).toBe('reason_needed');
    world.do('officer', 'setProvisionalGrade', { ...lower, reason: '转发多为同一账号' });
    expect(world.last('gradings')).toMatchObject({ reason: '转发多为同一账号' });
    world.do('officer', 'setProvisionalGrade', { grade: '重大' });
  });

  it('for a second scale, whichever way', () => {
    const world = assessed();
    const input = { grade: 'serious', scales: other };
    expect(world.refusal('leader', 'decideGrade', input)).toBe('reason_needed');
    world.do('leader', 'decideGrade', { ...input, reason: '已与上级沟通' });
    expect(world.incident.scales).toEqual(other);
  });

  it('not for following both', () => {
    const world = assessed();
    world.do('leader', 'decideGrade', { grade: 'serious', scales });
    expect(world.incident.scales).toEqual(scales);
  });
});

describe('a plan that leaves something out', () => {
  it('without a chain for the text: refused, and the text stays a draft', () => {
    const world = logged(preset('p13'));
    world.do('office', 'draftWording', { kind: 'statement', title: '情况说明', body: '已知事实' });
    const wordingId = world.last('wordings').id;
    expect(world.refusal('office', 'submitWording', { wordingId })).toBe('no_approval_chain');
    expect(world.last('wordings').state).toBe('draft');
  });

  it('without levels: any grade is refused, a sheet for approval names none', () => {
    const world = logged(preset('p13'));
    const refused = world.refusal('leader', 'decideGrade', { grade: 'serious', reason: '重' });
    expect(refused).toBe('grade_unknown_to_plan');
    world.do('office', 'present', { assessment: { facts: '属实' } });
    expect(world.incident.stage).toBe('graded');
  });

  it('with levels a sheet for approval proposes one', () => {
    const world = logged(p26);
    const sheet = { assessment: { facts: '属实' } };
    expect(world.refusal('office', 'present', sheet)).toBe('grade_needed');
  });
});
