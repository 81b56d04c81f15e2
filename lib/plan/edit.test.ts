import { describe, expect, it } from 'vitest';
import { changeLine, comparePlans } from './compare';
import { applyEdit, type PlanEdit } from './edit';
import { planParts, presets } from './presets';
import { p26 } from './presets/p26';
import { planSchema, type ResponsePlan } from './schema';
import { standardChain } from './standard-chain';

const base = planSchema.parse(p26);

function edited(edit: PlanEdit, plan = base): ResponsePlan {
  const result = applyEdit(plan, edit, planParts);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.plan;
}

const lines = (edit: PlanEdit, plan = base) =>
  comparePlans(plan, edited(edit, plan)).map(changeLine);
const refused = (edit: PlanEdit, plan = base) => {
  const result = applyEdit(plan, edit, planParts);
  return result.ok ? [] : result.problems;
};
const rule = (plan: ResponsePlan, name: string) =>
  plan.obligations.find((one) => one.rule === name);

describe('edits of a plan', () => {
  it('a changed rule of a source keeps its source and says that the unit changed it', () => {
    const plan = edited({
      do: 'change',
      list: 'obligations',
      name: 'first_response',
      fields: { amount: 2, source: { document: 'forged', line: 'L1' } },
    });
    expect(rule(plan, 'first_response')).toMatchObject({
      amount: 2,
      modifiedByUnit: true,
      source: rule(base, 'first_response')?.source,
    });
    expect(rule(base, 'first_response')?.amount).toBe(3);
  });

  it('null takes an optional field away', () => {
    const name = 'formal_answer';
    const edit: PlanEdit = { do: 'change', list: 'obligations', name, fields: { hardMax: null } };
    expect(rule(edited(edit), name)).not.toHaveProperty('hardMax');
  });

  it('what is new is the unit’s own', () => {
    const { source: _, ...value } = standardChain(['website_article']);
    const plan = edited({ do: 'add', list: 'chains', value, at: 0 });
    expect(plan.chains[0]).toMatchObject({ key: 'own_release', source: { document: 'own' } });
    const again = { do: 'change', list: 'chains', name: 'own_release', fields: {} } as const;
    expect(edited(again, plan).chains[0]).not.toHaveProperty('modifiedByUnit');
  });

  it('a blank is filled by the unit and keeps the words of the source', () => {
    const [plan, blank] = blankRule();
    const name = blank.rule;
    const after = edited({ do: 'fill', rule: name, amount: 8, unit: 'hour', clock: 'wall' }, plan);
    expect(rule(after, name)).toMatchObject({
      amount: 8,
      clock: 'wall',
      filledByUnit: true,
      originalWords: blank.originalWords,
      source: blank.source,
    });
    const refill = { do: 'fill', rule: name, amount: 6, unit: 'hour', clock: 'wall' } as const;
    expect(rule(edited(refill, after), name)?.amount).toBe(6);
    const given = { do: 'fill', rule: 'first_response', amount: 8, unit: 'hour', clock: 'wall' };
    expect(refused(given as PlanEdit)).toMatchObject([{ code: 'not_blank' }]);
  });

  it('elements are moved and removed; levels of a scale and steps of a chain by their owner', () => {
    const [chain] = base.chains;
    const [scale] = base.scales;
    expect(lines({ do: 'move', list: 'obligations', name: 'scan', to: 2 })).toHaveLength(1);
    expect(lines({ do: 'remove', list: 'patrols', name: 'morning_evening' })).toEqual([
      '− patrols.morning_evening (每天早晚各巡查一次)',
    ]);
    const level = { list: 'levels', in: scale?.key ?? '', name: 'not_sensitive' } as const;
    expect(lines({ do: 'change', ...level, fields: { rank: 5 } })).toEqual([
      'scales.sensitivity.levels.not_sensitive.rank: 0 → 5',
    ]);
    const first = chain?.steps[0]?.key ?? '';
    const step = { do: 'change', list: 'steps', in: chain?.key, name: first } as const;
    const plan = edited({ ...step, in: chain?.key ?? '', fields: { role: 'member' } });
    expect(plan.chains[0]).toMatchObject({ modifiedByUnit: true, steps: [{ role: 'member' }] });
  });

  it('a rule of a fragment comes with where it comes from', () => {
    const found = [...planParts.values()].find((part) => part.obligations.length > 0);
    const [wanted] = found?.obligations ?? [];
    if (!found || !wanted) return;
    const include: PlanEdit = {
      do: 'include',
      fragment: found.key,
      list: 'obligations',
      names: [wanted.rule],
    };
    const plan = edited(include);
    expect(rule(plan, wanted.rule)).toEqual(wanted);
    expect(refused(include, plan)).toMatchObject([{ code: 'name_taken' }]);
  });

  it.each<[string, PlanEdit, object]>([
    [
      'an element there is not',
      { do: 'remove', list: 'chains', name: 'nobody' },
      { code: 'element_unknown' },
    ],
    [
      'an unknown clock',
      { do: 'change', list: 'obligations', name: 'scan', fields: { clock: 'lunar' } },
      { code: 'unknown_clock', path: '/obligations/0/clock' },
    ],
    [
      'script in a title',
      { do: 'setText', field: 'title', value: { zh: '<img src=x>', en: 'x' } },
      { code: 'markup_in_text', path: '/title/zh' },
    ],
    [
      'a name twice',
      {
        do: 'change',
        list: 'obligations',
        name: 'formal_answer',
        fields: { rule: 'first_response' },
      },
      { code: 'key_twice' },
    ],
    [
      'an escalation without steps',
      { do: 'setPart', part: 'escalation', value: [] },
      { code: 'too_few', path: '/escalation' },
    ],
  ])('refuses %s', (_, edit, expected) => {
    expect(refused(edit)).toMatchObject([expected]);
  });
});

function blankRule() {
  for (const plan of presets.values()) {
    const blank = plan.obligations.find((one) => one.amount === null && one.originalWords);
    if (blank) return [plan, blank] as const;
  }
  throw new Error('no preset has a blank');
}
