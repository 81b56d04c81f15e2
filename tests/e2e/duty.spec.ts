import { expect, type Page, test } from '@playwright/test';
import { openAs } from './people';
import { oweDuty } from './product';

const noWider = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

test('a shift is handed over with both signatures, each in two taps on a phone', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const { handoverId } = await oweDuty('officer2', 'office2');
  const { page: outgoing } = await openAs(browser, 'officer2', { width: 360 });
  await outgoing.goto(`/duty/tasks/${handoverId}`);
  await expect(outgoing.getByRole('heading', { name: '在办事件' })).toBeVisible();
  await noWider(outgoing);
  await outgoing.getByLabel('交班说明').fill('论坛有一帖请继续看，家长电话 13812345678');
  await outgoing.getByRole('button', { name: '签字交班' }).click();
  await expect(outgoing.getByText('等待')).toBeVisible();
  const { page: incoming } = await openAs(browser, 'office2', { width: 360 });
  await incoming.goto(`/duty/tasks/${handoverId}`);
  await expect(incoming.getByText('家长电话 138****5678')).toBeVisible();
  await noWider(incoming);
  await incoming.getByRole('button', { name: '签收接班' }).click();
  await expect(incoming.getByText('按时完成')).toBeVisible();
  await outgoing.reload();
  await expect(outgoing.getByText('接班：')).toBeVisible();
});

test('a patrol without findings is a zero report in one tap; a call becomes an incident', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const { patrolId } = await oweDuty('officer2', 'office2');
  const { page } = await openAs(browser, 'officer', { width: 360 });
  await page.goto(`/duty/tasks/${patrolId}`);
  await noWider(page);
  await page.getByRole('button', { name: '零报告' }).click();
  await expect(page.getByText('按时完成')).toBeVisible();
  await page.goto('/duty/log');
  const text = `家长反映校门口拥堵 ${patrolId.slice(-6)}`;
  await page.getByLabel('来电人').fill('王女士 13812345678');
  await page.getByLabel(/^内容/).fill(text);
  await page.getByRole('button', { name: '记下来电' }).click();
  const entry = page.getByRole('listitem').filter({ hasText: text });
  await expect(entry.getByText('王女士 138****5678')).toBeVisible();
  await noWider(page);
  await entry.getByRole('link', { name: '记为事件' }).click();
  await expect(page.getByLabel('链接或内容')).toHaveValue(text);
});
