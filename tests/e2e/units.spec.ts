import { expect, test } from '@playwright/test';
import { openAs } from './people';

const UNIT = '人事师资股';
const NOBODY = '未指定，由单位领导、副职签署';

test('the office names who heads a unit, the person is told, and takes the name back', async ({
  browser,
}) => {
  const { context, page } = await openAs(browser, 'office', { width: 360 });
  const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: UNIT }) });
  const name = async (button: string, person: string) => {
    await row.getByRole('button', { name: `${button} ${UNIT}` }).click();
    const dialog = page.getByRole('dialog', { name: `指定负责人 · ${UNIT}` });
    const options = dialog.getByLabel('主要负责人').locator('option');
    const value = await options.filter({ hasText: person }).first().getAttribute('value');
    await dialog.getByLabel('主要负责人').selectOption(value);
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('已保存，并已通知有关人员。')).toBeVisible();
    await expect(row.locator('p').filter({ hasText: person })).toBeVisible();
  };
  await page.goto('/groups/units');
  await name('指定负责人', '秦若水');
  const member = await openAs(browser, 'member');
  await member.page.goto('/notifications');
  await expect(member.page.getByText(`${UNIT}的主要负责人有变更`).first()).toBeVisible();
  await member.page.goto('/groups/units');
  await expect(member.page.getByText('秦若水').first()).toBeVisible();
  await expect(member.page.getByRole('button', { name: /负责人/ })).toHaveCount(0);
  await member.context.close();
  await page.goto('/groups/units');
  await name('更换负责人', NOBODY);
  await context.close();
});
