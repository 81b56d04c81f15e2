import { expect, test } from '@playwright/test';
import { openAs } from './people';

// A roster is one thing: what one story publishes, another must not have opened before.
test.describe.configure({ mode: 'default' });

test('a swap is asked for, agreed to and approved, each on a small screen', async ({ browser }) => {
  test.setTimeout(120_000);
  const { page: officer } = await openAs(browser, 'officer', { width: 360 });
  await officer.goto('/roster');
  await officer.getByLabel('我的班').selectOption({ index: 3 });
  const colleague = officer.getByLabel('请谁代班');
  const names = await colleague.locator('option').allTextContents();
  const { page: member } = await openAs(browser, 'member', { width: 360 });
  await member.goto('/roster');
  const own = (await member.getByRole('banner').textContent()) ?? '';
  const name = names.find((one) => one.length > 1 && own.includes(one));
  await colleague.selectOption({ label: name ?? '' });
  await officer.getByRole('button', { name: '提出调班' }).click();
  await expect(officer.getByText('等对方同意')).toBeVisible();
  await member.goto('/roster');
  await member.getByRole('button', { name: '同意', exact: true }).click();
  await expect(member.getByText('等办公室批准')).toBeVisible();
  const { page: office } = await openAs(browser, 'office', { width: 360 });
  await office.goto('/roster');
  await office.getByRole('button', { name: '批准', exact: true }).click();
  await expect(office.getByText('等办公室批准')).toBeHidden();
  const width = await office.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
});

test('a rotation is tried, kept as a draft and published', async ({ browser }) => {
  test.setTimeout(120_000);
  const { page } = await openAs(browser, 'office');
  const day = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  await page.goto('/roster/plan');
  await page.getByLabel('第一天').fill(day);
  await page.getByLabel('天数').fill('14');
  await page.getByRole('button', { name: '试排' }).click();
  await page.getByRole('button', { name: '存为草稿' }).click();
  await expect(page.getByText('已存为草稿 14 班')).toBeVisible();
  const accept = page.getByRole('checkbox', { name: '我已核对，仍然发布' });
  if (await accept.isVisible()) await accept.check();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await expect(page.getByText('已发布。')).toBeVisible();
});

test('the own duty is subscribed to by a secret address', async ({ browser }) => {
  const { page, context } = await openAs(browser, 'officer');
  await page.goto('/roster');
  await page.getByRole('button', { name: '订阅我的值班' }).click();
  const address = await page.getByLabel('日历订阅地址').inputValue();
  await context.clearCookies();
  const answer = await context.request.get(address);
  expect(answer.headers()['content-type']).toContain('text/calendar');
  expect(await answer.text()).toContain('BEGIN:VEVENT');
});
