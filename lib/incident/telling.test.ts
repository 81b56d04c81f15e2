import { describe, expect, it } from 'vitest';
import { presets } from '@/lib/plan/presets';
import { reportFieldsOf } from '@/lib/plan/report-fields';
import type { ResponsePlan } from '@/lib/plan/schema';
import { ROADS, World } from '@/tests/support/incident-world';
import { reportName } from './report-names';
import { tellingsOf } from './telling';

function preset(key: string): ResponsePlan {
  const plan = presets.get(key);
  if (!plan) throw new Error(`The preset ${key} is missing`);
  return plan;
}

const loggedOn = (plan: ResponsePlan): World => {
  const world = new World({ plan });
  world.do('officer', 'log', { title: '路面塌陷', unitId: ROADS });
  return world;
};

describe('the name of a report', () => {
  it.each([
    ['initial', 1, '首报', 'Initial report'],
    ['update', 1, '续报一', 'Follow-up report 1'],
    ['update', 2, '续报二', 'Follow-up report 2'],
    ['update', 12, '续报十二', 'Follow-up report 12'],
    ['final', 1, '终报', 'Final report'],
    ['initial', 2, '首报二', 'Initial report 2'],
  ])('%s %i is %s', (kind, sequence, zh, en) => {
    expect(reportName({ kind, sequence }, 'zh')).toBe(zh);
    expect(reportName({ kind, sequence }, 'en')).toBe(en);
  });

  it('counts for each receiver by itself', () => {
    const world = loggedOn(preset('p26'));
    const update = { kind: 'update' as const, content: '续报', newRisks: '无' };
    world.do('officer', 'sendReport', { target: 'leader', content: '首报' });
    world.do('officer', 'sendReport', { target: 'superior', content: '首报' });
    for (const target of ['superior', 'leader', 'superior'] as const) {
      world.do('officer', 'sendReport', { ...update, target });
    }
    const names = world.current.reports.map((one) => `${one.target} ${reportName(one, 'zh')}`);
    expect(names).toEqual([
      'leader 首报',
      'superior 首报',
      'superior 续报一',
      'leader 续报一',
      'superior 续报二',
    ]);
  });
});

/** Plans whose written report has a limit of its own after one by phone. */
const ORAL = [...presets].flatMap(([key, plan]) =>
  plan.obligations
    .filter((rule) => rule.start === 'oral_reported')
    .map(({ rule, amount, unit }) => [key, rule, amount, unit, plan] as const),
);

describe('the written report after one by phone', () => {
  it('has its limit in P09: 30 minutes', () => {
    expect(ORAL).toContainEqual(['p09', 'written_after_oral', 30, 'minute', expect.anything()]);
  });

  it.each(ORAL)('%s %s: %d %s from the call, met by the written one alone', (...line) => {
    const [, rule, amount, unit, plan] = line;
    expect(unit).toBe('minute');
    const world = loggedOn(plan);
    const find = () => world.current.deadlines.find((one) => one.rule === rule);
    expect(find()).toBeUndefined();
    world.do('officer', 'sendReport', { medium: 'oral', content: '电话' });
    const due = Date.parse(world.now) + (amount ?? 0) * 60_000;
    expect(find()).toMatchObject({ dueAt: new Date(due).toISOString(), state: 'open' });
    world.later(10).do('officer', 'sendReport', {
      medium: 'oral',
      kind: 'update',
      content: '再次电话',
      newRisks: '无',
    });
    expect(find()?.state).toBe('open');
    world.later(5).do('officer', 'sendReport', {
      oralReportId: world.current.reports[0]?.id,
      content: '书面',
    });
    expect(find()?.state).toBe('met');
  });
});

describe('worsening', () => {
  it.each([...presets].map(([key, plan]) => [key, plan] as const))(
    '%s: a new report is due, met by the report that follows',
    (_, plan) => {
      const world = loggedOn(plan);
      world.do('office', 'assess', { facts: '初步了解' });
      const before = world.current.deadlines.length;
      world.later(30).do('office', 'assess', { facts: '媒体介入', worsened: true });
      const due = world.current.deadlines.filter((one) => one.key === 'report_worsening');
      expect(world.current.deadlines.length).toBeGreaterThan(before);
      expect(due.at(-1)?.state).toBe('open');
      world.later(5).do('officer', 'sendReport', {
        kind: 'update',
        content: '续报',
        newRisks: '或有媒体到场',
      });
      expect(world.deadline('report_worsening').state).not.toBe('open');
    },
  );
});

describe('bodies the plan wants told', () => {
  const plan = preset('p26');
  function grave(): World {
    const world = loggedOn(plan);
    world.do('office', 'assess', { facts: '属实', proposedGrade: 'serious' });
    world.do('leader', 'decideGrade', {
      grade: 'serious',
      scales: { sensitivity: 'especially_sensitive' },
      reason: '敏感',
    });
    return world;
  }
  const told = (world: World) =>
    tellingsOf(plan, world.current).map((one) => [one.label.zh, one.told !== null]);
  const tell = (world: World, bodyKey: string | null) =>
    world.do('officer', 'sendReport', {
      target: 'authority',
      medium: 'oral',
      bodyKey,
      contact: '网宣科 李科长',
      content: '电话通报',
    });

  it('are asked for by the grade, one by one', () => {
    expect(tellingsOf(plan, loggedOn(preset('p07')).current)).toEqual([]);
    expect(told(grave())).toEqual([
      ['宣传部门（网宣）', false],
      ['公安机关（网警）', false],
    ]);
  });

  it('are told when the last of them was', () => {
    const world = grave();
    tell(world, 'notify_authorities.0');
    expect(told(world)).toEqual([
      ['宣传部门（网宣）', true],
      ['公安机关（网警）', false],
    ]);
    expect(world.deadline('notify_authorities').state).toBe('open');
    expect(world.last('reports')).toMatchObject({ contact: '网宣科 李科长' });
    tell(world.later(20), 'notify_authorities.1');
    expect(world.deadline('notify_authorities')).toMatchObject({ state: 'met', metAt: world.now });
  });

  it('a report that names none of them was for all', () => {
    const world = grave();
    tell(world, null);
    expect(world.deadline('notify_authorities').state).toBe('met');
  });

  it('a body the plan does not know is refused', () => {
    const refused = { target: 'authority' as const, bodyKey: 'nobody', content: '通报' };
    expect(grave().refusal('officer', 'sendReport', refused)).toBe('unknown_target');
  });

  it('stand as reporting lines where no obligation speaks of them', () => {
    const world = loggedOn(preset('p14'));
    expect(tellingsOf(world.plan, world.current).map((one) => one.key)).toContain(
      'line.cyberspace_office',
    );
  });
});

describe('the plan’s own form', () => {
  it('names what a report holds', () => {
    const names = reportFieldsOf(preset('p23')).map(({ label }) => label.zh);
    expect(names).toEqual(['网络名', '舆情和网友留言大概', '标题', '链接地址']);
    expect(reportFieldsOf(preset('p24'))).toHaveLength(6);
    const [progress] = reportFieldsOf(preset('p09'));
    expect(progress).toMatchObject({ label: { zh: '进展' }, kinds: ['update'] });
  });

  it('keeps what was filled in under the plan’s words, and nothing it does not know', () => {
    const world = loggedOn(preset('p23'));
    world.do('officer', 'sendReport', {
      content: '首报',
      fields: { report_0: '微博', report_1: ' ', format_0: '路面塌陷', other: '无关' },
    });
    expect(world.last('reports').fields).toEqual([
      { label: '网络名', value: '微博' },
      { label: '标题', value: '路面塌陷' },
    ]);
  });
});
