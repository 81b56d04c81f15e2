import { describe, expect, it } from 'vitest';
import words from '@/lib/i18n/messages/zh-CN/outside.json' with { type: 'json' };
import { local } from '@/tests/support/incident-world';
import { bundleText, type MessageFacts, messageText, shortTitle } from './message-text';
import { isUrgent, quietUntil } from './quiet-hours';
import { pauseSeconds } from './retry';
import { byteLength } from './split-text';

const facts = (change: Partial<MessageFacts> = {}): MessageFacts => ({
  number: 'YQ-2026-0001',
  isHouse: false,
  title: '校车停运引发家长质疑',
  grade: '重大',
  sentence: '时限临近：首次报告',
  dueAt: local('2026-09-18 12:00'),
  link: 'https://huiying.example/incidents/1',
  ...change,
});

describe('what a message outside says', () => {
  it('number, short title, grade, remaining time, link', () => {
    expect(messageText(facts(), local('2026-09-18 10:00'), words, 'zh-CN').split('\n')).toEqual([
      '【舆情提醒】YQ-2026-0001',
      '校车停运引发家长质疑（重大）',
      '时限临近：首次报告',
      '截止 2026-09-18 12:00，剩余 2 小时',
      'https://huiying.example/incidents/1',
    ]);
    const late = messageText(facts(), local('2026-09-18 12:30'), words, 'zh-CN');
    expect(late).toContain('已超 30 分');
  });

  it('of the house: no title and no grade, the rest alike', () => {
    const house = facts({
      number: words.house,
      isHouse: true,
      title: null,
      grade: null,
      dueAt: null,
    });
    expect(messageText(house, local('2026-09-18 10:00'), words, 'zh-CN').split('\n')).toEqual([
      '【舆情提醒】值班事务',
      '时限临近：首次报告',
      'https://huiying.example/incidents/1',
    ]);
  });

  it('a group robot never carries personal data', () => {
    const title =
      '家长@小雨妈妈 13812345678 身份证 110101199003074514 见 https://weibo.com/u/1 反映校车停运';
    const short = shortTitle(title);
    for (const leak of ['13812345678', '199003074514', '小雨妈妈', 'weibo.com']) {
      expect(short).not.toContain(leak);
    }
    expect(byteLength(shortTitle('长'.repeat(500)))).toBeLessThanOrEqual(90);
  });

  it('a bundle stays within its bytes, lists what fits and counts the rest', () => {
    const all = Array.from({ length: 1000 }, (_, index) =>
      facts({ number: `YQ-2026-${String(index).padStart(4, '0')}` }),
    );
    const link = 'https://huiying.example/notifications';
    const short = bundleText(all, 2048, link, words);
    expect(byteLength(short)).toBeLessThanOrEqual(2048);
    const lines = short.split('\n');
    expect(lines[0]).toBe('【舆情提醒】1000 条消息，涉及 1000 件');
    expect(lines.at(-2)).toBe(`另有 ${1000 - (lines.length - 3)} 项，全部见：`);
    const whole = bundleText(all, 1_000_000, link, words);
    for (const { number } of all) expect(whole).toContain(number);
    expect(bundleText([facts(), facts()], 2048, link, words)).toContain('首次报告 ×2');
  });
});

describe('quiet hours', () => {
  it.each([
    ['22:00', '07:00', '2026-09-18 23:00', '2026-09-19 07:00'],
    ['22:00', '07:00', '2026-09-18 06:59', '2026-09-18 07:00'],
    ['22:00', '07:00', '2026-09-18 07:00', null],
    ['22:00', '07:00', '2026-09-18 22:00', '2026-09-19 07:00'],
    ['12:00', '14:00', '2026-09-18 13:00', '2026-09-18 14:00'],
    ['12:00', '14:00', '2026-09-18 14:00', null],
    ['08:00', '08:00', '2026-09-18 08:00', null],
  ])('%s–%s at %s ends %s', (from, to, now, end) => {
    expect(quietUntil({ from, to }, local(now))).toBe(end && local(end));
  });

  it('urgent grades and danger override them', () => {
    expect(isUrgent(['ordinary', 'serious'], { danger: false })).toBe(true);
    expect(isUrgent([null, 'ordinary'], { danger: false })).toBe(false);
    expect(isUrgent([null], { danger: true })).toBe(true);
  });
});

it('pauses double up to a quarter of an hour', () => {
  expect([1, 2, 3, 20].map(pauseSeconds)).toEqual([2, 4, 8, 900]);
});
