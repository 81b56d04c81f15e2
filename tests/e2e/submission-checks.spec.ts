import { expect, type Locator, type Page, test } from '@playwright/test';
import { WORDING_KINDS } from '@/lib/incident/keys';
import { openAwake } from './incident-page';
import { openAs } from './people';
import { adopt } from './product';
import { does, type Json, log, logGraded, read } from './rest';

const FULL =
  '【已知事实】\n11月21日晚，校门口三盏路灯不亮。\n【正在核实】\n线路为什么断。\n【已采取措施】\n电工已到场。\n【下次更新时间】\n11月23日10时。\n【联系方式】\n安全与后勤股';

/** A draft of the office; answers its id. */
async function draft(id: string, body: string, kind = 'statement'): Promise<string> {
  await does('office', id, 'draftWording', { kind, title: '关于校门口路灯', body });
  return (await read('office', id)).wordings.at(-1).id;
}

const wordingOf = async (id: string, wordingId: string): Promise<Json> =>
  (await read('office', id)).wordings.find((one: Json) => one.id === wordingId);

/** The form that sends one text for approval, opened beside the text. */
async function openSubmit(page: Page, wordingId: string): Promise<Locator> {
  const form = page.getByRole('dialog', { name: '送审', exact: true });
  const text = page.locator(`#wording-${wordingId}`);
  await text.getByRole('button', { name: '送审', exact: true }).click();
  await expect(form).toBeVisible({ timeout: 30_000 });
  return form;
}

const send = (form: Locator) => form.locator('button[type="submit"]').click();

test('each of the eight kinds is refused with personal data in it, and nothing is lost', async ({
  browser,
}) => {
  test.slow();
  const { id } = await logGraded('ordinary');
  const drafts: [string, string][] = [];
  for (const kind of WORDING_KINDS) {
    const body = '路灯已报修，有事请找王某 13812345678。我们将尽快修好。';
    drafts.push([kind, await draft(id, body, kind)]);
  }
  const { context, page } = await openAs(browser, 'office');
  await openAwake(page, `/incidents/${id}`);
  for (const [kind, wordingId] of drafts) {
    const form = await openSubmit(page, wordingId);
    await expect(form.getByText('还有未遮盖的个人信息：手机号 1 处'), kind).toBeVisible();
    const reason = form.getByRole('textbox', { name: '仍要送审的理由' });
    const isInternal = kind === 'internal_line';
    if (isInternal) await expect(reason).toBeHidden();
    else await reason.fill('领导已知');
    await send(form);
    const refusal = form.getByRole('alert').filter({ hasText: '这份文稿还不能送审' });
    await expect(refusal, kind).toContainText('没有丢失');
    if (!isInternal) await expect(reason).toHaveValue('领导已知');
    await page.keyboard.press('Escape');
    await expect(form).toBeHidden();
    expect(await wordingOf(id, wordingId), kind).toMatchObject({ state: 'draft' });
  }
  await context.close();
});

test('an empty part and a ruled-out word lead to the text, which goes once they are mended', async ({
  browser,
}) => {
  const { id } = await logGraded('ordinary');
  const broken = FULL.replace('线路为什么断。', '').replace('电工已到场。', '个别人别有用心。');
  const wordingId = await draft(id, broken);
  const { context, page } = await openAs(browser, 'office', { width: 360 });
  await openAwake(page, `/incidents/${id}`);
  const form = await openSubmit(page, wordingId);
  await expect(form.getByText(/“正在核实”还没有写：请补上/)).toBeVisible();
  await expect(form.getByText(/“别有用心”在用词清单里：.*可改为：部分网民/)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await send(form);
  await expect(form.getByRole('alert')).toContainText('没有送出，请先修改文稿');
  await form.getByRole('button', { name: '修改文稿' }).click();
  const editor = page.getByRole('dialog', { name: '修改文稿' });
  await editor.getByRole('textbox', { name: '正文' }).fill(FULL);
  await editor.getByRole('button', { name: '保存新版本' }).click();
  await expect(editor).toBeHidden();
  const again = await openSubmit(page, wordingId);
  await expect(again.getByText('现在还不能送审')).toBeHidden();
  await send(again);
  await expect(again).toBeHidden();
  expect(await wordingOf(id, wordingId)).toMatchObject({ state: 'submitted' });
  await context.close();
});

test('a promise without a date needs a reason, a missing contact is only said; choosing another text says what was found in that', async ({
  browser,
}) => {
  const { id } = await logGraded('ordinary');
  const promise = await draft(id, '校门口三盏路灯不亮，我们将尽快修好。');
  const other = await draft(id, FULL, 'clarification');
  const { context, page } = await openAs(browser, 'office');
  await openAwake(page, `/incidents/${id}`);
  const form = await openSubmit(page, promise);
  const warning = form.getByText(/“.*我们将尽快修好”：作了承诺但没有写时间/);
  const reason = form.getByRole('textbox', { name: '仍要送审的理由' });
  await expect(warning).toBeVisible();
  await expect(form.getByText('没有写联系方式')).toBeVisible();
  await send(form);
  await expect(form.getByText('这一项必须填写')).toBeVisible();
  expect(await wordingOf(id, promise)).toMatchObject({ state: 'draft' });

  const texts = form.getByLabel('文稿');
  await texts.selectOption(other);
  await expect(warning).toBeHidden();
  await expect(reason).toBeHidden();
  await texts.selectOption(promise);
  await expect(warning).toBeVisible();
  await reason.fill('抢修时间要等供电所');
  await send(form);
  await expect(form).toBeHidden();
  expect(await wordingOf(id, promise)).toMatchObject({ state: 'submitted' });
  await context.close();
});

test('P04: every item of the reply list is ticked before a reply goes, and what was ticked stays', async ({
  browser,
}) => {
  await adopt('office', 'p04');
  const { id } = await log({ planKey: 'p04' });
  const body = '您好，我们高度重视您的的意见。路灯今天18时前修好。电话 0573-8288 0000。';
  const wordingId = await draft(id, body, 'reply');
  const { context, page } = await openAs(browser, 'office');
  await openAwake(page, `/incidents/${id}`);
  const form = await openSubmit(page, wordingId);
  await expect(form.getByText(/可能有笔误：.*您的的意见/)).toBeVisible();
  await expect(form.getByText(/像是套话：.*高度重视/)).toBeVisible();
  const list = form.getByRole('group', { name: /送审前核对/ }).getByRole('checkbox');
  const items = await list.count();
  expect(items).toBeGreaterThanOrEqual(5);
  for (let item = 1; item < items; item += 1) await list.nth(item).check();
  const reason = form.getByRole('textbox', { name: '仍要送审的理由' });
  await reason.fill('已请语文组看过');
  await send(form);
  await expect(form.getByRole('alert')).toContainText('核对清单还没有全部打勾');
  await expect(list.nth(1)).toBeChecked();
  await expect(reason).toHaveValue('已请语文组看过');
  expect(await wordingOf(id, wordingId)).toMatchObject({ state: 'draft' });
  await list.first().check();
  await send(form);
  await expect(form).toBeHidden();
  await expect(page.getByText(`逐项核对了 ${items} 项`)).toBeVisible();
  await context.close();
});
