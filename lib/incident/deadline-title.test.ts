import { describe, expect, it } from 'vitest';
import en from '@/lib/i18n/messages/en/deadlines.json' with { type: 'json' };
import zh from '@/lib/i18n/messages/zh-CN/deadlines.json' with { type: 'json' };
import { p26 } from '@/tests/support/incident-world';
import { AGREED_KEYS, deadlineTitle } from './deadline-title';

describe('limits that people gave', () => {
  it.each(AGREED_KEYS)('%s has its words on pages and in messages', (key) => {
    expect(zh).toHaveProperty(key);
    expect(en).toHaveProperty(key);
    expect(deadlineTitle(p26(), { key, rule: key }, 'zh-CN')).not.toBe(key);
  });
});
