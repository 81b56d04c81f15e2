import { expect, type Page, test } from '@playwright/test';
import { openAwake, reloadListening } from './incident-page';
import { openAs } from './people';
import { does, type Json, logGraded, newMark, read, submitStatement } from './rest';

const BODY = '校门口三盏路灯不亮。电工已到场，今天18时前修好。';

/** The incident's page with its scripts awake and the text in view. */
async function openText(page: Page, id: string, wordingId: string) {
  await openAwake(page, `/incidents/${id}#wording-${wordingId}`);
  const text = page.locator(`#wording-${wordingId}`);
  await expect(text.getByRole('button', { name: '按句批注' })).toBeEnabled();
  return text;
}

const commentsOf = async (id: string): Promise<Json[]> =>
  (await read('office', id)).wordingRemarks.filter((one: Json) => one.kind === 'comment');

test('on a phone: selected words are commented on, answered, settled, and followed into the next version', async ({
  browser,
}) => {
  const { id } = await logGraded('ordinary');
  const { wordingId } = await submitStatement(id, `情况通报 ${newMark()}`, BODY);
  const deputy = await openAs(browser, 'deputy', { width: 360 });
  const text = await openText(deputy.page, id, wordingId);
  const comment = deputy.page.getByRole('button', { name: '批注所选' });
  await expect(async () => {
    await text.getByText(BODY).evaluate((element) => {
      const node = element.firstChild ?? element;
      const range = document.createRange();
      range.setStart(node, 10);
      range.setEnd(node, 15);
      document.getSelection()?.removeAllRanges();
      document.getSelection()?.addRange(range);
    });
    await expect(comment).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 30_000 });
  await comment.click();
  const form = deputy.page.getByRole('dialog', { name: '批注' });
  await expect(form.getByText('电工已到场')).toBeVisible();
  await form.getByRole('textbox', { name: '批注' }).fill('几点到的？');
  await form.getByRole('button', { name: '批注', exact: true }).click();
  await expect(text.getByText('几点到的？')).toBeVisible();
  await expect(text.locator('mark')).toHaveText('电工已到场');
  expect(
    await deputy.page.evaluate(() => document.documentElement.scrollWidth),
  ).toBeLessThanOrEqual(360);

  const [made] = await commentsOf(id);
  await does('office', id, 'answerRemark', { commentId: made.id, content: '10时40分' });
  await does('office', id, 'reviseWording', { wordingId, body: `【更新】${BODY}` });
  await reloadListening(deputy.page);
  await expect(text.locator('mark')).toHaveText('电工已到场');
  await expect(text.getByText('10时40分')).toBeVisible();
  await does('office', id, 'reviseWording', { wordingId, body: '路灯已修好。' });
  await expect(text.getByText('原文已改')).toBeVisible({ timeout: 15_000 });

  await text.getByRole('button', { name: '已解决', exact: true }).click();
  await deputy.page.getByRole('button', { name: '标为已解决' }).click();
  await expect(text.getByText('已解决 1 条')).toBeVisible();
  await deputy.context.close();
});

test('with the keyboard alone a sentence is chosen and commented on', async ({ browser }) => {
  const { id } = await logGraded('ordinary');
  const { wordingId } = await submitStatement(id, `情况通报 ${newMark()}`, BODY);
  const { context, page } = await openAs(browser, 'leader');
  const text = await openText(page, id, wordingId);
  await text.getByRole('button', { name: '按句批注' }).focus();
  await page.keyboard.press('Enter');
  const sentence = text.getByRole('button', { name: '批注这一句：校门口三盏路灯不亮。' });
  await sentence.focus();
  await page.keyboard.press('Space');
  const form = page.getByRole('dialog', { name: '批注' });
  await form.getByRole('textbox', { name: '批注' }).fill('是三盏还是四盏？');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await form.getByRole('button', { name: '批注', exact: true }).press('Enter');
  await expect.poll(async () => (await commentsOf(id))[0]?.quote).toBe('校门口三盏路灯不亮。');
  await context.close();
});

test('on a phone the signer reads the open comments, adds one without leaving, and signs', async ({
  browser,
}) => {
  const title = `情况通报 ${newMark()}`;
  const { id } = await logGraded('ordinary');
  const seen = await submitStatement(id, title, BODY);
  const comment = { ...seen, from: 0, to: 10, content: '请附照片' };
  await does('officer', id, 'remarkOnWording', comment);
  const step = (await read('auditor', id)).wordings.at(-1).approval.steps[0];
  const { context, page } = await openAs(browser, 'deputy', { width: 360 });
  await openAwake(page, `/approvals?tab=sign&step=${step.id}`);
  await expect(page.getByText('1 条待解决').first()).toBeVisible();
  await expect(page.getByText('请附照片').first()).toBeVisible();
  await page.getByRole('button', { name: '按句批注' }).click();
  await page.getByRole('button', { name: '批注这一句：电工已到场，今天18时前修好。' }).click();
  const form = page.getByRole('dialog', { name: '批注' });
  await form.getByRole('textbox', { name: '批注' }).fill('修好后请补一句');
  await form.getByRole('button', { name: '批注', exact: true }).click();
  await expect(form).toBeHidden();
  await expect(page.getByText('修好后请补一句')).toBeVisible();
  await expect(page.getByText('2 条待解决')).toBeVisible();
  await expect(page).toHaveURL(/\/approvals/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole('button', { name: '同意', exact: true }).click();
  await page.getByRole('button', { name: '确认同意第 1 版' }).click();
  await expect(page.getByText(`已同意：${title}`)).toBeVisible();
  await context.close();
});
