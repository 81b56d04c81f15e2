import { describe, expect, it } from 'vitest';
import { localeOfHeader, localeOfVisit } from './locales';

describe('the language a browser asks for', () => {
  it.each([
    [null, 'zh-CN'],
    ['', 'zh-CN'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['zh-TW', 'zh-CN'],
    ['ZH', 'zh-CN'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['en-US,en;q=0.9,zh-CN;q=0.8', 'en'],
    ['zh;q=0.8, en;q=0.9', 'en'],
    ['en;q=0.3,zh;q=0.7', 'zh-CN'],
    ['fr-FR,fr;q=0.9,en;q=0.8,zh;q=0.7', 'en'],
    ['fr,de;q=0.5', 'zh-CN'],
    ['en;q=0,*', 'zh-CN'],
    ['*', 'zh-CN'],
    ['english', 'zh-CN'],
    ['constructor, en;q=high', 'zh-CN'],
    [',;=,'.repeat(5000), 'zh-CN'],
  ])('%s', (header, locale) => {
    expect(localeOfHeader(header)).toBe(locale);
  });
});

describe('the language of a visit', () => {
  it.each([
    ['zh-CN', 'en', 'zh-CN'],
    ['en', 'zh-CN', 'en'],
    [undefined, 'en', 'en'],
    ['fr', 'en', 'en'],
    [undefined, null, 'zh-CN'],
  ])('cookie %s, browser %s', (cookie, header, locale) => {
    expect(localeOfVisit(cookie, header)).toBe(locale);
  });
});
