import { expect, type Page, test } from '@playwright/test';
import { openAs } from './people';
import { does, logGraded, newMark, read } from './rest';

const approvalOf = async (id: string) => (await read('office', id)).wordings.at(-1).approval;

/** A text the spokesperson wrote, on its way to the deputies. */
async function submitted(title: string) {
  const { id, number } = await logGraded('ordinary');
  const body = '已知事实：校门口三盏路灯不亮，电工已到场。';
  await does('spokesperson', id, 'draftWording', { kind: 'statement', title, body });
  const { id: wordingId } = (await read('office', id)).wordings.at(-1);
  await does('office', id, 'submitWording', { wordingId });
  return { id, number, wordingId };
}

/** The leader's list of what waits, with this text in it. */
async function waitingFor(page: Page, title: string) {
  await page.goto('/approvals?tab=decide');
  const row = page.getByRole('row').filter({ hasText: `补签电话同意：${title}` });
  await expect(row).toBeVisible();
  return row;
}

test('on a phone consent is recorded, and countersigned in two taps', async ({ browser }) => {
  const title = `情况说明 ${newMark()}`;
  const { id } = await submitted(title);
  const office = await openAs(browser, 'office', { width: 360 });
  await office.page.goto(`/incidents/${id}`);
  await office.page.getByRole('button', { name: '记录电话同意' }).click();
  const form = office.page.getByRole('dialog');
  await expect(form.getByText('校门口三盏路灯不亮')).toBeVisible();
  const signers = form.getByLabel('谁同意');
  const deputy = await signers
    .locator('option')
    .filter({ hasText: '顾明谦' })
    .getAttribute('value');
  await signers.selectOption(deputy);
  await form.getByLabel('读了什么').fill('全文');
  await form.getByRole('button', { name: '记录电话同意' }).click();
  await expect(office.page.getByText('电话同意已记录，等本人补签')).toBeVisible();
  await expect(office.page.getByText('待本人补签')).toBeVisible();
  expect((await approvalOf(id)).state).toBe('approved');
  await office.context.close();

  const { context, page } = await openAs(browser, 'deputy', { width: 360 });
  await (await waitingFor(page, title)).getByRole('link', { name: /去办理/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('校门口三盏路灯不亮')).toBeVisible();
  await dialog.getByRole('button', { name: '补签电话同意' }).click();
  await expect(page.getByText('已补签', { exact: true }).first()).toBeVisible();
  const [step] = (await approvalOf(id)).steps;
  expect(step.decisions[0]).toMatchObject({ how: 'phone' });
  expect(step.decisions[0].confirmedAt).not.toBeNull();
  await context.close();
});

test('who did not agree says so, and the text is a draft again', async ({ browser }) => {
  const title = `情况说明 ${newMark()}`;
  const { id, wordingId } = await submitted(title);
  const { people } = await read('office', id);
  const deputy = people.find((one: { name: string }) => one.name === '顾明谦');
  const { contentHash } = (await read('office', id)).wordings.at(-1).versions.at(-1);
  await does('office', id, 'recordConsent', {
    wordingId,
    contentHash,
    personId: deputy.id,
    wordsRead: '全文',
  });
  const { context, page } = await openAs(browser, 'deputy', { width: 360 });
  await page.goto(`/incidents/${id}?do=denyConsent`);
  await expect(page.getByRole('button', { name: '未曾同意' })).toBeAttached();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('说明').fill('只说了等我看过再定');
  await dialog.getByRole('button', { name: '确认未曾同意' }).click();
  await expect(page.getByText('本人否认：只说了等我看过再定')).toBeVisible({ timeout: 30_000 });
  expect((await approvalOf(id)).state).toBe('voided');
  await page.goto(`/incidents/${id}/approval/${wordingId}`);
  await expect(page.getByText(/本人.*否认：只说了等我看过再定/)).toBeVisible();
  await context.close();
});
