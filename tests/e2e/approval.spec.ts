import { type Browser, expect, type Page, test } from '@playwright/test';
import { openAs } from './people';
import { command, logGraded, newMark, read, submitStatement } from './rest';

/** The approvals desk of somebody with this text before them, the last tap still to come. */
async function readyToApprove(browser: Browser, username: string, title: string): Promise<Page> {
  const { page } = await openAs(browser, username);
  await page.goto('/approvals?tab=sign');
  await findCard(page, title);
  await page.getByRole('button', { name: '同意', exact: true }).click();
  await expect(confirmOf(page)).toBeEnabled();
  return page;
}

/** Chooses the text among those that wait. */
async function findCard(page: Page, title: string): Promise<void> {
  const card = page.getByRole('heading', { level: 2, name: title });
  await expect(page.getByRole('button', { name: '同意', exact: true })).toBeVisible();
  if (await card.isVisible()) return;
  const queue = page.getByRole('navigation', { name: /^待签/ });
  await queue.getByRole('link', { name: title }).click();
  await expect(card).toBeVisible();
}

const confirmOf = (page: Page) => page.getByRole('button', { name: /^确认同意第/ });

const wordingIn = async (id: string, wordingId: string) =>
  (await read('auditor', id)).wordings.find((one: { id: string }) => one.id === wordingId);

test('of two who approve at the same moment one wins and the other is told', async ({
  browser,
}) => {
  const title = `情况说明 ${newMark()}`;
  const { id } = await logGraded('serious');
  const { wordingId } = await submitStatement(id, title);
  const leader = await readyToApprove(browser, 'leader', title);
  const leader2 = await readyToApprove(browser, 'leader2', title);

  await Promise.all([confirmOf(leader).click(), confirmOf(leader2).click()]);

  const won = (page: Page) => page.getByText(`已同意：${title}`);
  const told = (page: Page) => page.getByRole('alert').filter({ hasText: /^没有签上/ });
  for (const page of [leader, leader2]) await expect(won(page).or(told(page))).toBeVisible();
  const wins = (await won(leader).count()) + (await won(leader2).count());
  const refusals = (await told(leader).count()) + (await told(leader2).count());
  expect({ wins, refusals }).toEqual({ wins: 1, refusals: 1 });
  const { approval } = await wordingIn(id, wordingId);
  expect(approval.steps[0].decisions).toHaveLength(1);
  expect(approval.steps[1].decisions).toHaveLength(0);
  await command('office', id, 'withdrawWording', { wordingId });
  for (const page of [leader, leader2]) await page.context().close();
});

test('a drafter has no approve button and no forged request approves', async ({ browser }) => {
  const title = `情况说明 ${newMark()}`;
  const { id } = await logGraded('ordinary');
  const seen = await submitStatement(id, title);

  const drafter = await openAs(browser, 'office');
  await drafter.page.goto(`/incidents/${id}`);
  await expect(drafter.page.getByRole('heading', { level: 3, name: title })).toBeVisible();
  await expect(drafter.page.getByRole('button', { name: '同意', exact: true })).toHaveCount(0);
  await drafter.page.goto('/approvals');
  await expect(drafter.page.getByRole('button', { name: '同意', exact: true })).toHaveCount(0);

  const { status } = await command('office', id, 'approve', seen);
  expect(status).toBeGreaterThanOrEqual(403);

  // The very request of the deputy's button, held back and sent with the drafter's session.
  const deputy = await readyToApprove(browser, 'deputy', title);
  await deputy.route('**/approvals**', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.fallback(),
  );
  const [held] = await Promise.all([
    deputy.waitForRequest((one) => one.method() === 'POST' && 'next-action' in one.headers()),
    confirmOf(deputy).click(),
  ]);
  const { cookie: _theirs, 'content-length': _length, ...headers } = await held.allHeaders();
  const real = Object.entries(headers).filter(([name]) => !name.startsWith(':'));
  const answer = await drafter.context.request.post(held.url(), {
    headers: Object.fromEntries(real),
    data: held.postDataBuffer() ?? '',
  });
  expect(await answer.text()).toMatch(/FORBIDDEN|drafter_may_not_approve/);
  expect((await wordingIn(id, seen.wordingId)).approval.state).toBe('running');
  await expect(deputy.getByText('没有送到服务器，什么都没有改变。')).toBeVisible();

  await deputy.unroute('**/approvals**');
  await confirmOf(deputy).click();
  await expect(deputy.getByText(`已同意：${title}`)).toBeVisible();
  await drafter.context.close();
  await deputy.context().close();
});

test('an edit after the approval voids it, and publishing is refused with the reason', async ({
  browser,
}) => {
  const title = `情况说明 ${newMark()}`;
  const { id } = await logGraded('ordinary');
  const seen = await submitStatement(id, title);
  const approver = await readyToApprove(browser, 'deputy', title);
  await confirmOf(approver).click();
  await expect(approver.getByText(`已同意：${title}`)).toBeVisible();

  const { context, page } = await openAs(browser, 'office');
  await page.goto(`/incidents/${id}`);
  const text = page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: title }) });
  await expect(text.getByRole('button', { name: '发布' })).toBeVisible();
  await expect(async () => {
    await text.getByRole('button', { name: '修改文稿' }).click({ timeout: 2000 });
    await expect(page.getByRole('dialog', { name: '修改文稿' })).toBeVisible({ timeout: 4000 });
  }).toPass();
  const form = page.getByRole('dialog', { name: '修改文稿' });
  await form.getByRole('textbox', { name: '正文' }).fill('已知事实：四盏路灯不亮。');
  await form.getByRole('button', { name: '保存新版本' }).click();
  await expect(form).toBeHidden();

  await expect(text.getByRole('button', { name: '发布' })).toHaveCount(0);
  await expect(text.getByText('草稿', { exact: true })).toBeVisible();
  await expect(text.getByText('已失效')).toBeVisible();
  const { status, body } = await command('office', id, 'publish', {
    wordingId: seen.wordingId,
    way: 'conference',
    place: '一楼会议室',
    signatory: '云岭县教育局',
  });
  expect(status).toBe(409);
  expect(body).toMatchObject({ code: 'REFUSED', reason: 'wording_not_approved' });
  await context.close();
  await approver.context().close();
});
