import { expect, type Page, test } from '@playwright/test';
import { openAs } from './people';
import { command, does, log, newMark, read } from './rest';

test.describe.configure({ timeout: 120_000 });

/** Counts presses of the mouse on the page from here on. */
async function countingClicks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as unknown as { clicks: number };
    counted.clicks = 0;
    addEventListener('click', (event) => {
      if (event.isTrusted) counted.clicks += 1;
    });
  });
  return () => page.evaluate(() => (window as unknown as { clicks: number }).clicks);
}

for (const width of [1280, 360]) {
  test(`reporting the matter takes two clicks on the incident page (${width} px)`, async ({
    browser,
  }) => {
    const { id, title } = await log();
    const { page, context } = await openAs(browser, 'officer', { width });
    await page.goto(`/incidents/${id}`);
    const clicks = await countingClicks(page);
    await page.getByRole('button', { name: '强制报告' }).click();
    const form = page.getByRole('dialog');
    await expect(form.getByRole('textbox', { name: '内容' })).toHaveValue(title);
    await form.getByRole('button', { name: '报告事项本身' }).click();
    await expect(form).toBeHidden();
    expect(await clicks()).toBe(2);
    const { matterReports } = await read('office', id);
    expect(matterReports).toMatchObject([{ authority: 'child_protection', countersignedAt: null }]);
    await context.close();
  });
}

test('reporting the matter takes two clicks on the new-incident form (360 px)', async ({
  browser,
}) => {
  const title = `幼儿手臂有伤 ${newMark()}`;
  const { page, context } = await openAs(browser, 'officer', { width: 360 });
  await page.goto('/incidents/new');
  await page.getByRole('textbox', { name: '链接或内容' }).fill('孩子回家说手臂疼');
  await page.getByRole('textbox', { name: /^标题/ }).fill(title);
  await page.getByRole('combobox', { name: /涉及单位/ }).fill('安全与后勤股');
  await page.keyboard.press('Escape');
  const clicks = await countingClicks(page);
  await page.getByRole('button', { name: '强制报告' }).click();
  await page.getByRole('button', { name: '记下', exact: true }).click();
  expect(await clicks()).toBe(2);
  await page.waitForURL(/done=/);
  const id = new URL(page.url()).searchParams.get('done') ?? '';
  const { matterReports } = await read('office', id);
  expect(matterReports).toMatchObject([{ authority: 'child_protection', content: title }]);
  await context.close();
});

test('the officer sees what will be masked before saving, and that secrets do not belong here', async ({
  browser,
}) => {
  const { page, context } = await openAs(browser, 'officer');
  await page.goto('/incidents/new');
  await page
    .getByRole('textbox', { name: '链接或内容' })
    .fill('学生张小明被推倒，家长电话13812345678');
  const hint = page.getByRole('status').filter({ hasText: '保存前会遮盖' });
  await expect(hint).toContainText('手机号 1 处');
  await expect(hint).toContainText('未成年人姓名 1 处');
  await expect(hint).toContainText('学生张某某被推倒，家长电话138****5678');
  await expect(page.getByText('本系统不处理国家秘密')).toBeVisible();
  await context.close();
});

test('a form of an incident shows what will be masked, and only the lines it is in', async ({
  browser,
}) => {
  const { id } = await log();
  const { page, context } = await openAs(browser, 'officer', { width: 360 });
  await page.goto(`/incidents/${id}?do=note`);
  const form = page.getByRole('dialog');
  await form
    .getByRole('textbox', { name: '内容' })
    .fill('已到现场核实\n联系人电话13812345678，稍后回电');
  const hint = form.getByRole('status').filter({ hasText: '保存前会遮盖' });
  await expect(hint).toContainText('手机号 1 处');
  await expect(hint).toContainText('138****5678');
  await expect(hint).not.toContainText('已到现场');
  await expect(form.getByText('本系统不处理国家秘密')).toBeVisible();
  await context.close();
});

test('acting against the poster is not on offer where people only ask', async ({ browser }) => {
  const { id } = await log({ category: 'inquiry' });
  const { page, context } = await openAs(browser, 'office');
  await page.goto(`/incidents/${id}`);
  await page.getByText('其他操作').click();
  await expect(page.locator('[data-command="proposePlatformNotice"]').first()).toBeVisible();
  await expect(page.locator('[data-command="proposePosterAction"]')).toHaveCount(0);
  await page.goto(`/incidents/${id}?do=proposePosterAction`);
  await expect(page.getByRole('textbox', { name: '请求事项和理由' })).toHaveCount(0);
  const { status } = await command('office', id, 'proposePosterAction', {
    kind: 'request',
    authority: 'cyberspace',
    statement: '请处理',
  });
  expect(status).toBe(409);
  await context.close();
});

test('the auditor finds 劝删 in a note, with a link to the line', async ({ browser }) => {
  const { id, number } = await log();
  await does('office', id, 'note', { content: '请联系发帖人删除该视频' });
  const { page, context } = await openAs(browser, 'auditor');
  await page.goto('/audit?view=guards');
  const line = page.getByRole('row').filter({ hasText: number });
  await expect(line).toContainText('联系发帖人删除');
  await line.getByRole('link', { name: new RegExp(number) }).click();
  await expect(page).toHaveURL(new RegExp(`/audit/${id}#seq-`));
  await context.close();
});
