import { describe, expect, it } from 'vitest';
import { busyUntil } from './busy-minutes';
import { explainAnswer } from './explain';
import { providerWords } from './provider-words';
import { ruleName } from './rule-sentence';

describe('answers in plain words', () => {
  it.each([
    ['wecom', 'permanent', '93000', 'key'],
    ['wecom', 'rest', '45009', 'too_fast'],
    ['dingtalk', 'permanent', '310000', 'signature'],
    ['dingtalk', 'rest', '130101', 'too_fast'],
    ['feishu', 'permanent', '19021', 'signature'],
    ['feishu', 'permanent', '19022', 'address_refused'],
    ['feishu', 'permanent', '19024', 'keyword'],
    ['feishu', 'permanent', '9499', 'body'],
    ['feishu', 'rest', '11232', 'too_fast'],
    ['webhook', 'retry', 'http_503', 'server_fault'],
    ['webhook', 'permanent', 'http_302', 'moved'],
    ['webhook', 'permanent', 'http_418', 'unknown'],
    ['mail', 'permanent', 'smtp_535', 'mail_password'],
    ['mail', 'permanent', 'smtp_550', 'mail_recipient'],
    ['mail', 'retry', 'smtp_451', 'mail_later'],
    ['mail', 'permanent', 'smtp_554', 'mail_refused'],
    ['mail', 'retry', 'ECONNECTION', 'no_connection'],
    ['sms', 'sent', '0', 'sent'],
  ] as const)('%s %s %s: %s', (kind, result, code, expected) => {
    expect(explainAnswer(kind, result, code)).toBe(expected);
  });
});

describe("a provider's words", () => {
  it.each([
    ['{"errcode":0,"errmsg":"ok"}', null],
    ['<html>sign in</html>', null],
    ['{"code":19021,"msg":"sign match fail"}', 'sign match fail'],
    ['{"errmsg":"invalid key K/1 and K%2F1"}', 'invalid key *** and ***'],
    ['550 5.1.1 no 13812345678', '550 5.1.1 no 138****5678'],
  ])('%s', (body, expected) => {
    expect(providerWords(body, ['K/1', ''])).toBe(expected);
  });

  it('are short', () => {
    expect(providerWords(JSON.stringify({ msg: '长'.repeat(500) }), [])?.length).toBeLessThan(70);
  });
});

it.each([
  ['2026-11-22T02:00:00.000Z', '2026-11-22T02:01:00.000Z'],
  ['2026-11-22T02:30:59.999Z', '2026-11-22T02:31:00.000Z'],
  ['2026-11-22T02:01:00.000Z', null],
  ['2026-11-22T02:29:59.999Z', null],
])('at %s the busy minute ends at %s', (now, end) => {
  expect(busyUntil([0, 30], now)).toBe(end);
});

it('a kind of message is named by its sentence up to the first place', () => {
  const rules = {
    a: { b: '时限临近：{deadline}', c: 'Asks you to take duty from {from}', d: '完' },
  };
  expect(['a.b', 'a.c', 'a.d', 'x.y'].map((rule) => ruleName(rules, rule))).toEqual([
    '时限临近',
    'Asks you to take duty',
    '完',
    'x.y',
  ]);
});
