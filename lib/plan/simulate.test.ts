import { describe, expect, it } from 'vitest';
import { seedCalendar } from '@/lib/calendar/server/seed';
import { GOVERNMENT_NORMS } from './norms';
import { presets } from './presets';
import { planSchema, type ResponsePlan } from './schema';
import { simulate } from './simulate';
import { resolveTrial, trialInput } from './trial-input';

const calendar = seedCalendar();
const p26 = presets.get('p26') as ResponsePlan;
const government = planSchema.parse({ ...p26, norms: GOVERNMENT_NORMS });
/** Friday 2026-11-20 22:40. */
const FRIDAY_NIGHT = '2026-11-20T14:40:00.000Z';

function run(body: Record<string, unknown>, plan = p26) {
  const resolved = resolveTrial(plan, trialInput.parse({ discoveredAt: FRIDAY_NIGHT, ...body }));
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  return simulate(plan, resolved.trial, calendar);
}
const due = (trial: ReturnType<typeof simulate>, rule: string) =>
  trial.deadlines.find((one) => one.rule === rule)?.dueAt;

describe('trying a plan on a case', () => {
  it('suggests the grade with its reasons and says what would raise it', () => {
    const spread = run({ facts: { reposts: 140 } });
    expect(spread.suggestedGrade).toBe('serious');
    expect(spread.reasons.map((one) => one.zh)).toEqual(['转发达到 100']);
    const unknown = run({ facts: {} });
    expect(unknown.suggestedGrade).toBeNull();
    expect(unknown.missing.length).toBeGreaterThan(0);
    expect(unknown.warnings.map((one) => one.zh).join()).toContain('不足以建议等级');
  });

  it('computes every limit from the case, sorted by due time', () => {
    const trial = run({ opinionGrade: '重大', category: 'inquiry' });
    expect(due(trial, 'report_up_important')).toBe('2026-11-20T18:40:00.000Z');
    expect(due(trial, 'first_publication')).toBe('2026-11-21T14:40:00.000Z');
    expect(due(trial, 'first_response')).toBe('2026-11-23T03:30:00.000Z');
    expect(due(trial, 'formal_answer')).toBe('2026-11-27T09:30:00.000Z');
    const dated = trial.deadlines.flatMap((one) => one.dueAt ?? []);
    expect(dated).toEqual([...dated].sort());
  });

  it('names who approves and who hears of it', () => {
    const trial = run({ opinionGrade: 'serious' });
    const reply = trial.approvals.find((one) => one.object === 'reply');
    expect(reply?.steps.map((step) => step.role)).toEqual(['leader', 'group']);
    expect(trial.reporting.map((line) => line.key)).toContain('superior');
    const tells = trial.deadlines.find((one) => one.rule === 'report_up_important')?.tells ?? [];
    expect(tells.at(-1)).toMatchObject({ atMinutes: 60, to: ['leader'] });
  });

  it('shows the norm beside the plan, and warns that the plan is softer', () => {
    const trial = run({ opinionGrade: 'serious', eventGrade: '重大' }, government);
    const telling = trial.deadlines.find((one) => one.key === 'first_publication');
    expect(telling?.dueAt).toBe('2026-11-20T19:40:00.000Z');
    expect(telling?.sources.map((one) => [one.document, one.decides])).toEqual([
      ['004', false],
      ['国办发〔2016〕80号', true],
    ]);
    expect(trial.warnings.map((one) => one.zh).join()).toContain('24 小时');
    expect(due(trial, 'norm_80_conference')).toBe('2026-11-21T14:40:00.000Z');
  });

  it('a duty whose start has not happened waits, and runs once it has', () => {
    const open = run({ opinionGrade: 'serious', scales: { sensitivity: 'especially_sensitive' } });
    const waiting = open.deadlines.find((one) => one.rule === 'notify_authorities');
    expect(waiting).toMatchObject({ startedAt: null, dueAt: null });
    const graded = run({
      opinionGrade: 'serious',
      scales: { 报告敏感程度: '特别重大敏感负面' },
      events: [{ type: 'graded', at: '2026-11-20T16:00:00Z' }],
    });
    const started = graded.deadlines.find((one) => one.rule === 'notify_authorities');
    expect(started?.startedAt).toBe('2026-11-20T16:00:00.000Z');
  });

  it.each([
    [{ opinionGrade: '一级' }, 'opinionGrade'],
    [{ eventGrade: 'huge' }, 'eventGrade'],
    [{ scales: { alarm: 'red' } }, 'scales.alarm'],
    [{ scales: { sensitivity: 'red' } }, 'scales.sensitivity'],
  ])('refuses what the plan does not know: %j', (body, path) => {
    const given = trialInput.parse({ discoveredAt: FRIDAY_NIGHT, ...body });
    const resolved = resolveTrial(p26, given);
    expect(resolved.ok ? [] : resolved.problems.map((one) => one.path)).toEqual([path]);
  });
});

describe('every preset can be tried', () => {
  it.each([...presets.keys()])('%s', (key) => {
    const plan = presets.get(key) as ResponsePlan;
    for (const grade of [null, ...plan.levels.map((one) => one.key)]) {
      const trial = run({ opinionGrade: grade, facts: { reposts: 200, rising: true } }, plan);
      expect(trial.grade === null || plan.levels.some((one) => one.key === trial.grade)).toBe(true);
      for (const one of trial.deadlines) {
        expect(one.startedAt === null || one.due.explanation.length > 0).toBe(true);
      }
    }
  });
});
