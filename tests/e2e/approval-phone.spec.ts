import { expect, type Page, test } from '@playwright/test';
import { openAs } from './people';
import { does, logGraded, newMark, read, submitStatement } from './rest';

const confirmOf = (page: Page) => page.getByRole('button', { name: /^确认同意第/ });
const approvalOf = async (id: string) => (await read('auditor', id)).wordings.at(-1).approval;

async function openCard(page: Page, stepId: string, title: string): Promise<void> {
  await page.goto(`/approvals?tab=sign&step=${stepId}`);
  await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
}

test('on a phone a text is approved in two taps, with what changed in view', async ({
  browser,
}) => {
  const title = `情况说明 ${newMark()}`;
  const { id } = await logGraded('ordinary');
  const { wordingId } = await submitStatement(id, title);
  await does('office', id, 'reviseWording', {
    wordingId,
    body: '已知事实：校门口四盏路灯不亮，电工已到场。',
  });
  await does('office', id, 'submitWording', { wordingId });
  const { steps } = await approvalOf(id);

  const { context, page } = await openAs(browser, 'deputy', { width: 360 });
  await openCard(page, steps[0].id, title);
  for (const word of ['四', '三']) {
    await expect(page.locator('ins, del').filter({ hasText: word })).toBeInViewport();
  }
  const approve = page.getByRole('button', { name: '同意', exact: true });
  await expect(approve).toBeInViewport();
  await approve.click();
  await expect(confirmOf(page)).toBeInViewport();
  await confirmOf(page).click();
  await expect(page.getByText(`已同意：${title}`)).toBeVisible();
  expect((await approvalOf(id)).state).toBe('approved');
  await context.close();
});

test('a text goes back to an earlier step, whose signer signs it again', async ({ browser }) => {
  const title = `情况说明 ${newMark()}`;
  const { id } = await logGraded('serious');
  const seen = await submitStatement(id, title);
  await does('leader', id, 'approve', seen);
  const { steps } = await approvalOf(id);

  const { context, page } = await openAs(browser, 'deputy', { width: 360 });
  await openCard(page, steps[1].id, title);
  await page.getByRole('button', { name: '退回', exact: true }).click();
  await page.getByLabel('退回到').selectOption({ index: 1 });
  await page.getByRole('textbox', { name: '退回意见' }).fill('第二段数字请再核');
  await page.getByRole('button', { name: '确认退回' }).click();
  await expect(page.getByText(`已退回：${title}`)).toBeVisible();

  const after = await approvalOf(id);
  expect(after.state).toBe('running');
  expect(after.steps.map((one: { state: string }) => one.state)).toEqual(['open', 'waiting']);
  expect(after.steps[0].decisions[0].voidedAt).not.toBeNull();

  const leader = await openAs(browser, 'leader');
  await openCard(leader.page, after.steps[0].id, title);
  await expect(leader.page.getByText(/退回后作废/).filter({ visible: true })).toHaveCount(1);
  await leader.page.getByRole('button', { name: '同意', exact: true }).click();
  await confirmOf(leader.page).click();
  await expect(leader.page.getByText(`已同意：${title}`)).toBeVisible();
  expect((await approvalOf(id)).steps[0].state).toBe('approved');
  await does('office', id, 'withdrawWording', { wordingId: seen.wordingId });
  await leader.context.close();
  await context.close();
});
