import { describe, expect, it } from 'vitest';
import { dueTimes, instant, part, textsOf } from '@/tests/support/plan-conformance';
import { itOwes } from '@/tests/support/plan-lines';

const form = () => part('p16');
const words = (value: unknown) =>
  textsOf(value)
    .map((one) => one.text)
    .join('\n');

describe('P16 register of risks', () => {
  itOwes(form, [
    {
      key: 'register_fill',
      amount: 1,
      unit: 'month',
      clock: 'month_end',
      start: 'periodic',
      target: 'superior',
      document: '003',
      line: 'L65',
      due: [
        ['2026-03-31 24:00', '2026-04-30 24:00', '2026-05-31 24:00'],
        ['2026-09-30 24:00', '2026-10-31 24:00', '2026-11-30 24:00'],
        ['2026-09-30 24:00', '2026-10-31 24:00', '2026-11-30 24:00'],
      ],
    },
  ]);

  it('names both December days the source names, and says that they contradict each other', () => {
    const annual = form().obligations.filter((rule) => rule.key === 'annual_progress');
    expect(annual.map((rule) => [rule.clock, rule.on]).sort()).toEqual([
      ['yearly_on', '12-11'],
      ['yearly_on', '12-20'],
    ]);
    const dates = annual.map((rule) => dueTimes(rule, '2026-09-30 22:40'));
    expect(dates).toEqual(
      expect.arrayContaining([
        ['2026-12-11 24:00', '2027-12-11 24:00', '2028-12-11 24:00'].map(instant),
        ['2026-12-20 24:00', '2027-12-20 24:00', '2028-12-20 24:00'].map(instant),
      ]),
    );
    for (const rule of annual) {
      expect(rule.start).toBe('periodic');
      expect([rule.amount, rule.unit]).toEqual([1, 'year']);
      expect(rule.target).toBe('superior');
      expect(rule.source.document).toBe('003');
      expect(['L57', 'L67']).toContain(rule.source.line.match(/L\d+/)?.[0]);
      expect(dueTimes(rule, '2026-03-17 10:00')).toEqual(dueTimes(rule, '2026-09-20 10:00'));
    }
    const flags = form().flags.map((one) => one.code);
    expect(flags).toEqual(expect.arrayContaining(['INCONS', 'TRUNC']));
  });

  it('is a register, no plan: three risks, each with measures, and no levels', () => {
    expect(form().kind).toBe('risk_register');
    expect(form().levels).toEqual([]);
    expect(form().risks).toHaveLength(3);
    const risks = words(form().risks.map((one) => one.label));
    expect(risks).toMatch(/改革/);
    expect(risks).toMatch(/节点/);
    expect(risks).toMatch(/宗教/);
  });

  it('has the form with the four fields at its head', () => {
    const fields = words(form().documents);
    for (const field of [/填报单位/, /负责人/, /填表人/, /联系电话|电话/]) {
      expect(fields).toMatch(field);
    }
    for (const field of [/风险点/, /应对措施/, /牵头单位/, /责任单位/, /化解时限/]) {
      expect(`${fields}\n${words(form())}`).toMatch(field);
    }
  });

  it('risks are to be resolved by the end of December and kept down', () => {
    const limits = words(form().risks.map((one) => one.limit));
    expect(limits).toMatch(/12\s*月底/);
    expect(limits).toMatch(/长期/);
  });

  it('has three stages', () => expect(form().stages).toHaveLength(3));
});
