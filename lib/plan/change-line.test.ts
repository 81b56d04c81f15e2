import { describe, expect, it } from 'vitest';
import { parseChangeLine } from './change-line';
import { changeWords } from './change-words';
import { changeLine, comparePlans } from './compare';
import { applyEdit, type PlanEdit } from './edit';
import type { Say, Speech } from './in-words';
import { planParts, presets } from './presets';
import type { ResponsePlan } from './schema';

const echo: Say = (key, values) => (values ? `${key} ${JSON.stringify(values)}` : key);
const speech: Speech = { t: echo, words: echo, language: 'zh' };
const p21 = presets.get('p21') as ResponsePlan;

function edited(edit: PlanEdit): ResponsePlan {
  const made = applyEdit(p21, edit, planParts);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.plan;
}

const EDITS: Record<string, PlanEdit> = {
  'a figure': {
    do: 'change',
    list: 'obligations',
    name: 'positive_reply',
    fields: { amount: 8 },
  },
  'a condition': {
    do: 'change',
    list: 'obligations',
    name: 'positive_reply',
    fields: { when: { grades: ['serious'] } },
  },
  'an owner': {
    do: 'change',
    list: 'obligations',
    name: 'positive_reply',
    fields: { owner: 'handler' },
  },
  criteria: {
    do: 'change',
    list: 'levels',
    name: 'serious',
    fields: { criteria: { any: [{ count: 'reposts', atLeast: 500 }] } },
  },
  'an order': { do: 'move', list: 'chains', name: 'release_ordinary', to: 0 },
  'a step more': {
    do: 'add',
    list: 'steps',
    in: 'release_ordinary',
    value: {
      key: 'second_look',
      label: { zh: '副组长复核', en: 'A deputy looks again' },
      role: 'deputy',
      mode: 'any',
      needed: 1,
      signedMinutesAllowed: false,
    },
  },
  'urgent release': {
    do: 'change',
    list: 'chains',
    name: 'release_ordinary',
    fields: { urgentRelease: { countersignHours: 2 } },
  },
  'a register': {
    do: 'change',
    list: 'chains',
    name: 'release_ordinary',
    fields: { register: 'three_reviews' },
  },
  'a hard limit': {
    do: 'change',
    list: 'obligations',
    name: 'positive_reply',
    fields: { hardMax: { amount: 24, unit: 'hour', clock: 'wall' } },
  },
  'a removal': { do: 'remove', list: 'reporting', name: 'city' },
  'a name': {
    do: 'setText',
    field: 'title',
    value: { zh: '本单位预案', en: 'Our plan' },
  },
};

describe('a change in words', () => {
  it('tells a figure as one, with its unit', () => {
    const plan = edited(EDITS['a figure'] as PlanEdit);
    expect(changeWords(comparePlans(p21, plan), plan, speech)).toEqual([
      {
        path: 'obligations.positive_reply',
        kind: 'changed',
        element: '正面回复',
        field: 'field.figure',
        before: 'unit.hour {"count":12}',
        after: 'unit.hour {"count":8}',
      },
    ]);
  });

  it('tells a condition whole', () => {
    const plan = edited(EDITS['a condition'] as PlanEdit);
    const [words] = changeWords(comparePlans(p21, plan), plan, speech);
    expect(words).toMatchObject({ field: 'field.when', before: null });
    expect(words?.after).toContain('重大');
  });

  it('tells what a chain allows, and a step that came', () => {
    const words = (name: string) => {
      const plan = edited(EDITS[name] as PlanEdit);
      return changeWords(comparePlans(p21, plan), plan, speech)[0];
    };
    const chain = '一般通稿：局领导小组同意';
    expect(words('urgent release')).toMatchObject({
      element: chain,
      field: 'field.urgentRelease',
      before: null,
      after: 'hours {"count":2}',
    });
    expect(words('a register')).toMatchObject({
      field: 'field.register',
      after: 'register.three_reviews',
    });
    expect(words('a step more')).toMatchObject({
      kind: 'added',
      element: `${chain} · 副组长复核`,
      after: 'role.deputy',
    });
    expect(words('a hard limit')).toMatchObject({ field: 'field.hardMax', before: null });
  });

  it('a record that kept no value of a field reads as nothing', () => {
    const line = '+ obligations.positive_reply.hardMax (正面回复)';
    const change = parseChangeLine(line);
    expect(changeWords(change ? [change] : [], p21, speech)).toMatchObject([
      { field: 'field.hardMax', before: null, after: null },
    ]);
  });

  it.each(Object.entries(EDITS))('reads %s from the record as from the plans', (name, edit) => {
    const plan = edited(edit);
    const changes = comparePlans(p21, plan);
    const lines = changes.map(changeLine);
    const read = lines.map((line) => parseChangeLine(line));
    expect(read).not.toContain(null);
    const said = changeWords(changes, plan, speech);
    const told = changeWords(
      read.flatMap((one) => one ?? []),
      plan,
      speech,
    );
    expect(told.map((one) => one.path)).toEqual(said.map((one) => one.path));
    // The record of an element that came or went keeps its name, not what it said.
    if (['a removal', 'a step more'].includes(name)) return;
    expect(told.map((one) => [one.kind, one.before, one.after])).toEqual(
      said.map((one) => [one.kind, one.before, one.after]),
    );
  });
});
