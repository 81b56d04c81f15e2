import { describe, expect, it } from 'vitest';
import { formatSpan } from './format-span';

describe('spans in words', () => {
  it.each([
    [0, '0 分', '0 minutes'],
    [59_000, '0 分', '0 minutes'],
    [380 * 60_000, '6 小时 20 分', '6 hours 20 minutes'],
    [60 * 60_000, '1 小时', '1 hour'],
    [(3 * 1440 + 65) * 60_000, '3 天 1 小时', '3 days 1 hour'],
    [(10 * 1440 + 48) * 60_000, '10 天', '10 days'],
    [-5 * 60_000, '5 分', '5 minutes'],
  ])('%s ms', (ms, chinese, english) => {
    expect(formatSpan(ms, 'zh-CN')).toBe(chinese);
    expect(formatSpan(ms, 'en')).toBe(english);
  });
});
