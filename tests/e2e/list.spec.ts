import { expect, type Page, test } from '@playwright/test';
import { openAs } from './people';
import { does, log, newMark } from './rest';

const rows = (page: Page) => page.getByRole('table', { name: /^事件列表/ }).locator('tbody tr');

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: '搜索', exact: true }).last().fill(words);
  await page.getByRole('button', { name: '查询' }).click();
}

test('an incident is found by its title, by its post and by its number', async ({ browser }) => {
  const mark = newMark();
  const incident = await log({
    title: `乙中学晚自习路灯 ${mark}`,
    source: { platform: 'weibo', text: `孩子摸黑过斑马线，心惊胆战 ${mark}` },
  });
  const { context, page } = await openAs(browser, 'office');
  await page.goto('/incidents');
  for (const words of [`路灯 ${mark}`, `摸黑过斑马线 ${mark}`, incident.number]) {
    await search(page, words);
    await expect(page).toHaveURL(/q=/);
    await expect(rows(page).filter({ hasText: incident.number }), words).toBeVisible();
  }
  await search(page, `没有这样的事 ${mark}`);
  await expect(page.getByText('没有符合条件的事件。')).toBeVisible();
  await context.close();
});

test('filters stand in the address and survive a reload and a new browser', async ({ browser }) => {
  const mark = newMark();
  const inquiry = await log({ title: `询问 ${mark}`, category: 'inquiry' });
  const suggestion = await log({ title: `建议 ${mark}`, category: 'suggestion' });
  await does('officer', suggestion.id, 'setProvisionalGrade', { grade: 'ordinary' });
  const { context, page } = await openAs(browser, 'office');
  await page.goto(`/incidents?q=${mark}`);
  await expect(rows(page)).toHaveCount(2);
  await page.getByText(/^筛选/).click();
  await page.getByRole('combobox', { name: '类别' }).selectOption('suggestion');
  await page.getByRole('combobox', { name: '等级' }).selectOption('ordinary');
  await page.getByRole('button', { name: '查询' }).click();
  await expect(page).toHaveURL(/category=suggestion/);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText(suggestion.number);
  await page.reload();
  await expect(rows(page)).toContainText(suggestion.number);

  const other = await openAs(browser, 'auditor');
  await other.page.goto(page.url());
  await expect(rows(other.page)).toHaveCount(1);
  await expect(other.page.getByRole('combobox', { name: '类别' })).toHaveValue('suggestion');
  await other.context.close();

  await page.getByRole('link', { name: '清除条件' }).click();
  await expect(page).toHaveURL(/\/incidents$/);
  await page.goto(`/incidents?q=${mark}&category=inquiry&stage=nonsense`);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText(inquiry.number);
  await context.close();
});

test('pages follow each other without a gap or a repeat', async ({ browser }) => {
  const mark = newMark();
  for (const index of [1, 2, 3, 4, 5]) await log({ title: `第${index}件 ${mark}` });
  const { context, page } = await openAs(browser, 'office');
  await page.goto(`/incidents?q=${mark}&limit=2`);
  await expect(page.getByText('共 5 件')).toBeVisible();
  const seen: string[] = [];
  for (const expected of [2, 2, 1]) {
    await expect(rows(page)).toHaveCount(expected);
    const shown = await rows(page).getByRole('link').allTextContents();
    seen.push(...shown);
    if (expected === 1) break;
    await page.getByRole('link', { name: '下一页' }).click();
    await expect(rows(page).filter({ hasText: shown[0] ?? '' })).toHaveCount(0);
  }
  expect(new Set(seen).size).toBe(5);
  await expect(page.getByRole('link', { name: '下一页' })).toHaveCount(0);
  await page.getByRole('link', { name: '回到最新' }).click();
  await expect(rows(page).filter({ hasText: '第5件' })).toBeVisible();
  await context.close();
});
