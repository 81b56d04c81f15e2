import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dynamicNamespaces } from './dynamic-namespaces';
import { locales } from './locales';
import { flattenMessages } from './messages';
import { loadMessages } from './server';
import { findUsage } from './usage';

const root = process.cwd();
const catalogues = Object.fromEntries(
  locales.map((locale) => [locale, new Map(flattenMessages(loadMessages(locale)))]),
);
const keys = [...(catalogues['zh-CN']?.keys() ?? [])];

const sources = ['app', 'components', 'lib']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => !/\.test\.tsx?$|generated/.test(path));
const usage = findUsage(
  sources.map((path) => readFileSync(path, 'utf8')),
  keys,
);

describe('texts', () => {
  it.each(locales)('%s has the same keys as zh-CN', (locale) => {
    expect([...(catalogues[locale]?.keys() ?? [])].sort()).toEqual([...keys].sort());
  });

  it.each(locales)('%s has no empty text', (locale) => {
    const empty = [...(catalogues[locale] ?? [])].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it('both languages take the same arguments', () => {
    const names = (text = '') => [...text.matchAll(/\{(\w+)/g)].map((match) => match[1]).sort();
    const differing = keys.filter((key) => {
      const [zh, en] = locales.map((locale) => new Set(names(catalogues[locale]?.get(key))));
      return [...(zh ?? [])].some((name) => !en?.has(name)) || zh?.size !== en?.size;
    });
    expect(differing).toEqual([]);
  });

  it('no text is unused', () => {
    const dynamic = (key: string) => dynamicNamespaces.includes(key.split('.')[0] ?? '');
    expect(keys.filter((key) => !dynamic(key) && !usage.used.has(key))).toEqual([]);
  });

  it('no text is missing', () => {
    expect(usage.missing).toEqual([]);
  });
});
