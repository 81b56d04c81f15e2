import { expect, test } from '@playwright/test';
import { openAs } from './people';

// One authority at a time for one person: the stories of one institution run one after the other.
test.describe.configure({ mode: 'default' });

test('a deputy names a delegate on a phone, who is told, and takes it back', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const { page } = await openAs(browser, 'deputy2', { width: 360 });
  await page.goto('/groups/delegations');
  const delegate = page.getByLabel('代理人');
  await delegate.selectOption({ index: 2 });
  await page.getByLabel('事由').fill('赴省城开会三天');
  await page.getByRole('button', { name: '登记授权' }).click();
  await expect(page.getByText('授权已登记，已通知双方。')).toBeVisible();
  const entry = page.getByRole('listitem').filter({ hasText: '赴省城开会三天' }).first();
  await expect(entry.getByText('生效中')).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
  // One matter goes to one person.
  await delegate.selectOption({ index: 3 });
  await page.getByLabel('事由').fill('再授一人');
  await page.getByRole('button', { name: '登记授权' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('一事只授一人');
  await entry.getByRole('button', { name: '收回' }).click();
  await expect(entry.getByText('已收回')).toBeVisible();
});

test('somebody on duty is called from the contact book with one tap', async ({ browser }) => {
  const { page } = await openAs(browser, 'officer', { width: 360 });
  await page.goto('/groups/contacts');
  const onDuty = page.locator('section', { has: page.getByText('当前值班') }).first();
  const call = onDuty.getByRole('link').first();
  await expect(call).toHaveAttribute('href', /^tel:[\d+]+$/);
  const box = await call.boundingBox();
  expect(box?.height ?? 0).toBeGreaterThanOrEqual(40);
  await page.getByLabel('查找').fill('5551014');
  await page.getByRole('button', { name: '搜索' }).click();
  await expect(page.getByRole('link', { name: /0900-5551014/ }).first()).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
});

test('a group is made, gets a vacant seat that is loud, and is dissolved', async ({ browser }) => {
  test.setTimeout(120_000);
  const { page } = await openAs(browser, 'office');
  const name = `考试安全领导小组${Date.now()}`;
  await page.goto('/groups');
  await page.getByRole('button', { name: '新建小组' }).click();
  await page.getByLabel('小组名称').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: '新建小组' }).click();
  await page.waitForURL(/\/groups\/[0-9a-f-]{36}$/);
  await page.getByRole('button', { name: '增加席位' }).click();
  await expect(page.locator('span', { hasText: /^空缺$/ })).toBeVisible();
  await page.goto('/groups');
  const chart = page.locator('section', { hasText: name });
  await expect(chart.getByText('空缺')).toBeVisible();
  await expect(page.getByText(/领导小组有 \d+ 个席位空缺/)).toBeVisible();
  await chart.getByRole('link', { name: '调整' }).click();
  await page.getByRole('button', { name: '撤销小组' }).click();
  await page.waitForURL(/\/groups$/);
  await expect(page.getByText(name)).toHaveCount(0);
});
