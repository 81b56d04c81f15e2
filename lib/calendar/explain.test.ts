import { describe, expect, it } from 'vitest';
import { computeDue, type DueInput } from './due';
import { explainDue } from './explain';
import { fromLocal } from './instant';
import { seedCalendar } from './server/seed';

const calendar = seedCalendar();

function explain(date: string, time: string, rule: Omit<DueInput, 'start'>) {
  const result = computeDue({ start: fromLocal(date, time), ...rule }, calendar);
  return { zh: explainDue(result, 'zh-CN'), en: explainDue(result, 'en') };
}

describe('why this time', () => {
  it('five work days over a make-up Sunday', () => {
    const { zh, en } = explain('2026-09-18', '10:00', { amount: 5, clock: 'work_days' });
    expect(zh).toEqual([
      '从 2026-09-18（周五）10:00 起算',
      '按工作日计 5 个，起算当日不计',
      '2026-09-19（周六）周末休息，不计',
      '第 1 个工作日：2026-09-20（周日，国庆节调休上班）',
      '第 2 个工作日：2026-09-21（周一）',
      '第 3 个工作日：2026-09-22（周二）',
      '第 4 个工作日：2026-09-23（周三）',
      '第 5 个工作日：2026-09-24（周四）',
      '截止：2026-09-24（周四）17:30 下班',
    ]);
    expect(en[3]).toBe('Workday 1: 2026-09-20 (Sun, make-up day for National Day)');
    expect(en.at(-1)).toBe('Due 2026-09-24 (Thu) 17:30, end of working hours');
  });

  it('three work hours over a weekend', () => {
    const { zh, en } = explain('2026-03-13', '17:00', { amount: 3, clock: 'work_hours' });
    expect(zh).toEqual([
      '从 2026-03-13（周五）17:00 起算',
      '按工作时间累计 3 小时，工作时间为 08:30–12:00、14:00–17:30',
      '2026-03-13（周五）17:00–17:30 计 30 分钟，还差 2 小时 30 分钟',
      '2026-03-14（周六）至 2026-03-15（周日）周末休息，不计',
      '2026-03-16（周一）08:30–11:00 计 2 小时 30 分钟，计满',
      '截止：2026-03-16（周一）11:00',
    ]);
    expect(en).toEqual([
      'Starts 2026-03-13 (Fri) 17:00',
      'Counts 3 h of working time (08:30–12:00, 14:00–17:30)',
      '2026-03-13 (Fri) 17:00–17:30: 30 min, 2 h 30 min left',
      '2026-03-14 (Sat) to 2026-03-15 (Sun) not counted: weekend',
      '2026-03-16 (Mon) 08:30–11:00: 2 h 30 min, complete',
      'Due 2026-03-16 (Mon) 11:00',
    ]);
  });

  it.each([
    ['06:00', '起算时尚未上班，从下一个工作时段开始计'],
    ['12:00', '起算时正值午休，从下一个工作时段开始计'],
    ['17:30', '起算时已经下班，从下一个工作时段开始计'],
  ])('a start at %s outside working hours', (time, sentence) => {
    expect(explain('2026-03-10', time, { amount: 1, clock: 'work_hours' }).zh[2]).toBe(sentence);
  });

  it('a holiday is named once, not day by day', () => {
    const { zh, en } = explain('2026-09-30', '10:00', { amount: 1, clock: 'work_days' });
    expect(zh[2]).toBe('2026-10-01（周四）至 2026-10-07（周三）国庆节放假，不计');
    expect(en[2]).toBe('2026-10-01 (Thu) to 2026-10-07 (Wed) not counted: National Day');
  });

  it('the end of a day is told as 24:00', () => {
    const { zh, en } = explain('2026-03-10', '10:00', { amount: 0, clock: 'end_of_day' });
    expect(zh.at(-1)).toBe('截止：2026-03-10（周二）24:00');
    expect(en.at(-1)).toBe('Due 2026-03-10 (Tue) 24:00');
  });

  it('a duty without a number says 立即', () => {
    const { zh } = explain('2026-03-10', '10:00', { amount: null, unit: 'hour', clock: 'wall' });
    expect(zh[1]).toContain('立即');
  });

  it('a missing year is said last', () => {
    const { zh, en } = explain('2026-12-31', '10:00', { amount: 1, clock: 'work_days' });
    expect(zh.at(-1)).toBe('2027 年放假安排尚未录入，该年暂按周一至周五为工作日计算，录入后请复核');
    expect(en.at(-1)).toContain('2027');
  });

  it('a long count is summed up in the middle and adds up', () => {
    const { zh } = explain('2026-03-10', '10:00', { amount: 60, clock: 'work_hours' });
    expect(zh.length).toBeLessThan(20);
    const omitted = explain('2026-03-10', '10:00', { amount: 40, clock: 'work_days' }).zh;
    const autumn = explain('2026-09-18', '17:00', { amount: 60, clock: 'work_hours' });
    expect(autumn.en).toContain(
      '2026-09-25 (Fri) to 2026-09-27 (Sun) not counted: Mid-Autumn Festival',
    );
    expect(omitted).toContain('第 5 至第 37 个工作日依次顺数');
  });

  it.each<Omit<DueInput, 'start'>>([
    { amount: 4, unit: 'hour', clock: 'wall' },
    { amount: 1, unit: 'day', clock: 'calendar_days' },
    { amount: null, clock: 'daily_at', at: '17:00' },
    { amount: 2, clock: 'times_per_day' },
    { amount: 2, clock: 'times_per_day', times: ['08:00', '20:00'] },
    { amount: 1, clock: 'month_end' },
    { amount: 1, clock: 'quarter_end' },
    { amount: null, clock: 'yearly_on', on: '12-11' },
    { amount: 24, unit: 'hour', clock: 'continuous' },
    { amount: null, clock: 'continuous' },
    { amount: null, clock: 'now' },
  ])('every clock has sentences in both languages: $clock $amount', (rule) => {
    const { zh, en } = explain('2026-03-10', '10:00', rule);
    expect(zh.length).toBe(en.length);
    for (const sentence of zh) expect(sentence).toMatch(/[\u4e00-\u9fff]/);
    for (const sentence of [...zh, ...en]) expect(sentence).not.toMatch(/undefined|NaN|null/);
    for (const sentence of en) expect(sentence).not.toMatch(/[\u4e00-\u9fff]/);
  });
});
