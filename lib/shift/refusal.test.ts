import { expect, it } from 'vitest';
import { loadMessages } from '@/lib/i18n/server';
import { SHIFT_REFUSALS } from './refusal';

it.each(['zh-CN', 'en'] as const)('every refusal of a duty task has its sentence: %s', (locale) => {
  const { refusals } = loadMessages(locale) as { refusals: Record<string, string> };
  expect(Object.keys(refusals)).toEqual(expect.arrayContaining([...SHIFT_REFUSALS]));
});
