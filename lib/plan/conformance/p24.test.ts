import { describe, expect, it } from 'vitest';
import { suggestGrade } from '@/lib/plan/grading';
import { chainOf, judged, textsOf, whole } from '@/tests/support/plan-conformance';
import { itOwes } from '@/tests/support/plan-lines';

const plan = () => whole('p24');

describe('P24 middle school', () => {
  itOwes(plan, [
    {
      key: 'report_up',
      known: { grade: 'serious' },
      never: [{ grade: 'ordinary' }],
      amount: null,
      unit: 'hour',
      clock: 'now',
      start: 'discovered',
      target: 'superior',
      document: '003',
      line: 'L1231',
      due: null,
      words: /第一时间|迅速|立即/,
    },
  ]);

  it('has two levels without criteria', () => {
    expect(plan().levels.map((one) => [one.key, one.label.zh])).toEqual([
      ['serious', '重大'],
      ['ordinary', '一般'],
    ]);
    const [serious, ordinary] = plan().levels;
    expect(serious?.rank).toBeGreaterThan(ordinary?.rank ?? 99);
    const facts = judged(plan(), true, {
      emergency: true,
      reposts: 100_000,
      mediaTier: 'national',
    });
    expect(suggestGrade(plan(), facts)).toEqual({ grade: null, reasons: [], missing: [] });
  });

  it.each(['serious', 'ordinary'])('%s: the group decides plan and news', (grade) => {
    expect(chainOf(plan(), 'response_plan', { grade })).toContain('group majority');
    expect(chainOf(plan(), 'publication', { grade })).toContain('group majority');
  });

  it('ordinary stays in the school, serious goes to the bureau with a bulletin', () => {
    const above = plan().reporting.filter((one) => one.target === 'superior');
    expect(above.length).toBeGreaterThan(0);
    expect(above.every((one) => one.when.grades?.join() === 'serious')).toBe(true);
    expect(
      textsOf([above, plan().documents])
        .map((one) => one.text)
        .join(),
    ).toMatch(/专报/);
  });

  it('records six things of every item', () => {
    const record = plan().documents.find((one) => one.fields.length === 6);
    const fields = record?.fields.map((one) => one.zh).join(' ') ?? '';
    for (const field of ['网址', '主题', '发布时间', '发现时间', '上报时间', '处理结果']) {
      expect(fields).toContain(field);
    }
  });

  it('has five stages and names no review of its own', () => {
    expect(plan().stages).toHaveLength(5);
    expect(plan().review.required && plan().review.source.document !== 'own').toBe(false);
  });

  it('drops having posts reported or deleted', () => {
    expect(
      plan()
        .dropped.map((one) => one.note.zh)
        .join('\n'),
    ).toMatch(/删除/);
  });
});
