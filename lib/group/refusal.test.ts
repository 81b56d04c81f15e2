import { expect, it } from 'vitest';
import { loadMessages } from '@/lib/i18n/server';
import { GROUP_REFUSALS } from './refusal';

it.each(['zh-CN', 'en'] as const)('every refusal of a group has its sentence: %s', (locale) => {
  const { refusals } = loadMessages(locale) as { refusals: Record<string, string> };
  expect(Object.keys(refusals)).toEqual(expect.arrayContaining([...GROUP_REFUSALS]));
});
