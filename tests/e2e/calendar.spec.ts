import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openAs } from './people';

const [thisYear = 0, month = 0] = new Date(Date.now() + 8 * 3_600_000)
  .toISOString()
  .split('-')
  .map(Number);
/** The product ships with notices up to 2026. */
const year = thisYear > 2026 && month < 11 ? thisYear : thisYear + 1;
const isWarned = thisYear > 2026 || month >= 11;

/** Invented: no notice for a coming year is known here. */
const NOTICE = `关于${year}年部分节假日安排的通知
一、元旦：1月1日至3日放假，共3天。
二、国庆节：10月1日至7日放假调休，共8天。
三、其他：10月2日零时起高速公路免费通行。`;

const warning = (page: Page) => page.getByText(`${year} 年的放假安排还没有收录`);

async function store(page: Page, reason: string): Promise<void> {
  await page.getByRole('button', { name: '看看哪些时限会变' }).click();
  await expect(page.getByText(/在办事件 \d+ 件/)).toBeVisible();
  await page.getByLabel('修改原因').fill(reason);
  await page.getByRole('button', { name: '保存新版本' }).click();
}

test('the notice of a new year is pasted, understood, previewed and stored; a stale tab keeps its input', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const { page: desk } = await openAs(browser, 'officer');
  const { page } = await openAs(browser, 'sysadmin');
  const { page: stale } = await openAs(browser, 'sysadmin', { width: 360 });
  await desk.goto('/');
  await expect(desk.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible();
  if (isWarned) await expect(warning(desk)).toBeVisible();
  await page.goto(`/admin/calendar?year=${year}`);
  await stale.goto(`/admin/calendar?year=${year}`);

  await test.step('what was understood stands beside what was not', async () => {
    const form = page.getByRole('textbox', { name: '通知内容' });
    if (!isWarned) await page.getByText('收录放假通知').click();
    await form.fill(NOTICE);
    await page.getByRole('button', { name: '读取', exact: true }).click();
    await expect(page.getByText(`${year} 年：读懂 10 天`)).toBeVisible();
    await expect(page.getByText('写了日期，没有写放假还是上班。')).toBeVisible();
    await expect(page.getByText('写的是共 8 天，算出来是 7 天。')).toBeVisible();
    const unread = page.locator('q').filter({ hasText: '高速公路免费通行' });
    await expect(unread).toBeVisible();
    await page.getByRole('button', { name: `采用 ${year} 年的这 10 天` }).click();
    await expect(page.getByText(`${year} 年 10月1日–10月7日：放假 国庆节`)).toBeVisible();
  });

  await test.step('nothing counts before it is stored with a reason', async () => {
    await store(page, '国务院办公厅通知');
    await expect(page.getByText(/已保存新版本 v\d+/)).toBeVisible();
    await expect(page.getByRole('cell', { name: '国务院办公厅通知' }).first()).toBeVisible();
    if (isWarned) {
      await desk.reload();
      await expect(desk.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible();
      await expect(warning(desk)).toHaveCount(0);
    }
  });

  await test.step('the second is told who was faster and loses nothing', async () => {
    await stale.getByText('逐日修改').click();
    await stale.getByLabel(/^日期/).fill(`${year}-12-20`);
    await stale.getByLabel('名称').fill('校庆');
    await stale.getByRole('button', { name: '加入修改' }).click();
    await store(stale, '校庆放假');
    const alert = stale.getByRole('alert').filter({ hasText: '先保存了新版本' });
    await expect(alert).toBeVisible();
    await expect(stale.getByLabel('修改原因')).toHaveValue('校庆放假');
    await alert.getByRole('button', { name: '载入新版本，保留我的修改' }).click();
    await expect(stale.getByText(`${year} 年 12月20日：放假 校庆`)).toBeVisible();
    await expect(stale.getByText('已收录', { exact: true })).toBeVisible();
    await stale.getByRole('button', { name: '看看哪些时限会变' }).click();
    await stale.getByLabel('修改原因').fill('校庆放假');
    await stale.getByRole('button', { name: '保存新版本' }).click();
    await expect(stale.getByText(/已保存新版本 v\d+/)).toBeVisible();
    await expect(stale.getByText('元旦').first()).toBeVisible();
  });

  await test.step('others read it and find nothing to press', async () => {
    await desk.goto(`/admin/calendar?year=${year}`);
    await expect(desk.getByText('校庆', { exact: true })).toBeVisible();
    await expect(desk.getByRole('button', { name: '移除' })).toHaveCount(0);
    await expect(desk.getByText('收录放假通知')).toHaveCount(0);
  });
});

for (const [theme, locale, width] of [
  ['light', 'zh-CN', 1280],
  ['dark', 'en', 360],
] as const) {
  test(`the calendar has no accessibility fault: ${theme} ${locale} ${width}`, async ({
    browser,
  }) => {
    const { page } = await openAs(browser, 'sysadmin', { theme, locale, width });
    await page.goto('/admin/calendar?year=2026');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('table').first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    const width360 = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width360).toBeLessThanOrEqual(width);
  });
}
