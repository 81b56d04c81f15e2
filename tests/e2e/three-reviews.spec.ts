import { type Browser, expect, test } from '@playwright/test';
import { openAwake } from './incident-page';
import { openAs } from './people';
import { adopt } from './product';
import { does, log, newMark, read } from './rest';

/** One review on a phone: what proofreading found has to be said. */
async function review(browser: Browser, person: string, stepId: string, found: string) {
  const { context, page } = await openAs(browser, person, { width: 360 });
  await openAwake(page, `/approvals?tab=sign&step=${stepId}`);
  const field = page.getByRole('textbox', { name: '校对发现' });
  await page.getByRole('button', { name: '同意', exact: true }).click();
  const confirm = page.getByRole('button', { name: '确认同意第 1 版' });
  await expect(confirm).toBeDisabled();
  await field.fill(found);
  await confirm.click();
  await expect(page.getByRole('status').getByText(/^已同意/)).toBeVisible();
  await context.close();
}

test('三审三校: three people read and proof a text, and the register prints who found what', async ({
  browser,
}) => {
  test.slow();
  await adopt('office', 'p22');
  const { id, number } = await log({ planKey: 'p22' });
  const title = `关于门诊排队的情况说明 ${newMark()}`;
  const body = '今天上午门诊排队两小时，已加开两个窗口。咨询电话 0573-82880000。';
  await does('office', id, 'draftWording', { kind: 'statement', title, body });
  const { id: wordingId } = (await read('office', id)).wordings.at(-1);
  await does('office', id, 'submitWording', { wordingId });
  const { steps } = (await read('office', id)).wordings.at(-1).approval;
  expect(steps).toHaveLength(3);

  const found = ['改正一处日期', '无差错', '标题与正文已核对'] as const;
  for (const [index, person] of (['member', 'deputy', 'leader'] as const).entries()) {
    await review(browser, person, steps[index].id, found[index] ?? '');
  }
  const { context, page } = await openAs(browser, 'office');
  await page.goto('/plans/wording');
  await page.getByRole('link', { name: '三审三校登记册' }).click();
  const row = page.getByRole('row').filter({ hasText: number });
  for (const words of [title, '秦若水', '顾明谦', '韩立本', ...found, '已批准', '未发布']) {
    await expect(row).toContainText(words);
  }
  await page.emulateMedia({ media: 'print' });
  await expect(row).toBeVisible();
  await expect(page.getByRole('navigation').first()).toBeHidden();
  await expect(page.getByRole('button', { name: '打印' })).toBeHidden();
  await expect(row).toContainText(/20\d\d-\d\d-\d\d \d\d:\d\d/);
  await context.close();
});
