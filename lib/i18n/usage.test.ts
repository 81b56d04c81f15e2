import { expect, it } from 'vitest';
import { findUsage } from './usage';

const keys = ['shell.search', 'shell.nav.desk', 'shell.nav.audit', 'ui.close', 'plan.name'];
const used = (source: string) =>
  [...findUsage([source], keys).used].filter((k) => keys.includes(k));

it.each([
  ["const t = useTranslations('shell'); t('search')", ['shell.search']],
  ['const t = await getTranslations("shell")', []],
  [
    "const t = useTranslations('shell'); t(`nav.$" + '{key}`)',
    ['shell.nav.desk', 'shell.nav.audit'],
  ],
  ["const title = 'plan.name'", ['plan.name']],
  ["t('search')", []],
])('%s uses %j', (source, expected) => {
  expect(used(source)).toEqual(expected);
});

it.each([
  ["const t = useTranslations('shell'); t('gone')", ['shell.gone']],
  ["const t = await getTranslations({ locale, namespace: 'ui' }); t.rich('gone')", ['ui.gone']],
  ["const t = useTranslations('shell'); t('search'); post('gone')", []],
])('%s misses %j', (source, expected) => {
  expect(findUsage([source], keys).missing).toEqual(expected);
});
