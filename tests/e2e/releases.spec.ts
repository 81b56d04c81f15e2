import { expect, type Locator, type Page, test } from '@playwright/test';
import { give, openForm } from './incident-page';
import { openAs } from './people';
import { command, does, logGraded, newMark, read, submitStatement } from './rest';

const URL_OF = 'https://weibo.example/status/1';

/** A text that may go out: approved by everybody an ordinary incident asks for. */
async function approvedStatement(id: string, title: string): Promise<string> {
  const seen = await submitStatement(id, title);
  await does('deputy', id, 'approve', seen);
  return seen.wordingId;
}

/** Shanghai time as a date field takes it. */
const local = (instant: number) => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16);

async function expectNoSideways(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);
}

const releases = (page: Page) => page.locator('#speaking');

test('on a phone facts come out in stages: a promise, the follow-up that keeps it, a correction', async ({
  browser,
}) => {
  test.slow();
  const { id } = await logGraded('ordinary');
  const first = `首次通报 ${newMark()}`;
  await approvedStatement(id, first);
  const { context, page } = await openAs(browser, 'spokesperson', { width: 360 });
  await page.goto(`/incidents/${id}`);

  const release =
    (title: string, more: (form: Locator) => Promise<void>) => async (form: Locator) => {
      await form
        .getByRole('combobox', { name: '文稿' })
        .selectOption({ label: await labelOf(form, title) });
      const account = await labelOf(form, '云岭教育发布');
      await form.getByRole('combobox', { name: '正式账号' }).selectOption({ label: account });
      await form.getByRole('textbox', { name: '链接' }).fill(URL_OF);
      await more(form);
    };

  await test.step('the first release says what is still being checked, and promises an update', async () => {
    // The demo clock may run ahead of this machine's.
    const now = Date.parse((await read('office', id)).updatedAt);
    await give(
      page,
      '发布',
      release(first, async (form) => {
        await form.getByRole('textbox', { name: '仍在核实' }).fill('故障原因');
        await form.getByLabel('下次更新时间').fill(local(now + 3 * 3_600_000));
      }),
      true,
    );
    await expect(releases(page).getByText('第一期')).toBeVisible();
    await expect(releases(page).getByText('仍在核实：故障原因')).toBeVisible();
    await expect(releases(page).getByText('待兑现')).toBeVisible();
    const limits = (await read('office', id)).deadlines;
    expect(limits.at(-1)).toMatchObject({ key: 'next_update', status: 'open' });
    await expectNoSideways(page);
  });

  await test.step('the follow-up keeps the promise', async () => {
    const second = `后续通报 ${newMark()}`;
    await approvedStatement(id, second);
    await page.reload();
    await openBeside(
      page,
      '发布后续',
      release(second, async () => {}),
    );
    await expect(releases(page).getByText('第二期')).toBeVisible();
    await expect(releases(page).getByText('已按时兑现')).toBeVisible();
    await expect(releases(page).getByText(`接续：${first}`)).toBeVisible();
  });

  await test.step('a correction stands at both ends', async () => {
    const correction = `更正说明 ${newMark()}`;
    await approvedStatement(id, correction);
    await page.reload();
    await openBeside(
      page,
      '更正',
      release(correction, async () => {}),
    );
    await expect(releases(page).getByText(`更正：${first}`)).toBeVisible();
    await expect(releases(page).getByText(`更正见：${correction}`)).toBeVisible();
    await expect(releases(page).getByText('已更正', { exact: true })).toBeVisible();
    await expectNoSideways(page);
  });
  await context.close();
});

test('an account that is not verified or retired cannot be chosen, and is refused past the form', async ({
  browser,
}) => {
  const { id } = await logGraded('ordinary');
  const wordingId = await approvedStatement(id, `通报 ${newMark()}`);
  const { context, page } = await openAs(browser, 'spokesperson');
  await page.goto(`/incidents/${id}`);
  const form = await openForm(page, '发布');
  const accounts = form.getByRole('combobox', { name: '正式账号' });
  for (const words of ['云岭教育在线 · 抖音（未认证）', /（已停用）/]) {
    const options = accounts.getByRole('option', { name: words, includeHidden: true });
    await expect(options.first()).toBeDisabled();
  }
  const barred = accounts.getByRole('option', { name: /未认证/, includeHidden: true });
  const accountId = await barred.first().getAttribute('value');
  const publication = { wordingId, accountId, signatory: '云岭县教育局', url: URL_OF };
  const refused = await command('spokesperson', id, 'publish', publication);
  expect(refused).toMatchObject({ status: 409, body: { reason: 'account_unverified' } });
  await context.close();
});

test('the office registers an account, names who may publish, and retires it', async ({
  browser,
}) => {
  const name = `快手号 ${newMark()}`;
  const { context, page } = await openAs(browser, 'office', { width: 360 });
  await page.goto('/groups/accounts');
  await page.getByRole('button', { name: '登记账号' }).click();
  const form = page.getByRole('dialog', { name: '登记账号' });
  await form.getByLabel('平台').selectOption('kuaishou');
  await form.getByLabel('账号标识').fill(name);
  await form.getByLabel('账号名称').fill(name);
  await form.getByRole('checkbox', { name: '全体新闻发言人' }).check();
  await form.getByRole('button', { name: '登记账号' }).click();
  const row = page.getByRole('listitem').filter({ hasText: name });
  await expect(row.getByRole('heading', { level: 3 })).toContainText('待认证');
  await expect(row.getByRole('definition').filter({ hasText: '新闻发言人' })).toBeVisible();
  await expectNoSideways(page);
  await row.getByRole('button', { name: '停用' }).click();
  const retire = page.getByRole('dialog', { name: `停用 ${name}` });
  await retire.getByLabel('原因').fill('试用结束');
  await retire.getByRole('button', { name: '停用' }).click();
  await expect(row.getByRole('heading', { level: 3 })).toContainText('已停用');
  await expect(row.getByText(/试用结束/)).toBeVisible();
  await context.close();
});

/** The label of the choice that holds these words. */
async function labelOf(form: Locator, words: string): Promise<string> {
  const option = form.locator('option').filter({ hasText: words }).first();
  return (await option.textContent()) ?? '';
}

/** Presses a button beside the first release, and completes the form of a publication. */
async function openBeside(
  page: Page,
  name: string,
  fill: (form: Locator) => Promise<void>,
): Promise<void> {
  const form = page.getByRole('dialog', { name: '发布', exact: true });
  await expect(async () => {
    if (!(await form.isVisible())) {
      const button = releases(page).getByRole('button', { name, exact: true });
      await button.first().click({ timeout: 2000 });
    }
    await expect(form).toBeVisible({ timeout: 4000 });
  }).toPass({ timeout: 20_000 });
  await fill(form);
  await form.locator('button[type="submit"]').click();
  await form.getByRole('button', { name: '确认', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}
