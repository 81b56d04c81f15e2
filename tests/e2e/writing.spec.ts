import { expect, type Page, test } from '@playwright/test';
import { openAwake } from './incident-page';
import { openAs } from './people';
import { does, logGraded, read } from './rest';

interface Draft {
  id: string;
}

/** A draft of the test's own. */
async function draft(body: string): Promise<Draft> {
  const { id } = await logGraded('ordinary');
  await does('office', id, 'draftWording', { kind: 'statement', title: '情况说明', body });
  return { id };
}

const versionsOf = async (id: string): Promise<{ body: string }[]> =>
  (await read('office', id)).wordings.at(-1).versions;

/** Opens the text for writing; the page hears of changes as soon as it has woken up. */
async function openText(page: Page, { id }: Draft) {
  await openAwake(page, `/incidents/${id}`);
  const form = page.getByRole('dialog', { name: '修改文稿' });
  const body = form.getByRole('textbox', { name: '正文' });
  await page.getByRole('main').getByRole('button', { name: '修改文稿', exact: true }).click();
  await expect(body).toBeVisible({ timeout: 30_000 });
  return { form, body };
}

test('losing the network while writing loses at most two seconds of typing', async ({
  browser,
}) => {
  const text = await draft('校门口三盏路灯不亮。');
  const { context, page } = await openAs(browser, 'office');
  const { form, body } = await openText(page, text);
  await body.press('End');
  await body.pressSequentially('电工已到场。');
  await context.setOffline(true);
  await expect(form.getByText(/^网络断了/)).toBeVisible();
  await body.pressSequentially('今晚二十点前修好。');
  await form.getByRole('button', { name: '保存新版本' }).click();
  await expect(form.getByRole('alert')).toContainText('没有连上服务器');
  await expect(form.getByRole('alert')).toContainText('没有丢失');
  const written = '校门口三盏路灯不亮。电工已到场。今晚二十点前修好。';
  await page.close();

  await context.setOffline(false);
  const again = await context.newPage();
  const reopened = await openText(again, text);
  await expect(reopened.body).toHaveValue(written);
  await expect(reopened.form.getByText(/留存于 .*写在第 1 版上/)).toBeVisible();
  await reopened.form.getByRole('button', { name: '保存新版本' }).click();
  await expect(reopened.form).toBeHidden();
  expect((await versionsOf(text.id)).at(-1)?.body).toBe(written);
  const fresh = await openText(again, text);
  await expect(fresh.form.getByText(/留存于/)).toHaveCount(0);
  await context.close();
});

test('two who write the same text are warned, and neither overwrites the other', async ({
  browser,
}) => {
  const text = await draft('三盏路灯不亮。\n正在抢修。');
  const first = await openAs(browser, 'office');
  const second = await openAs(browser, 'office2');
  const mine = await openText(first.page, text);
  const theirs = await openText(second.page, text);
  await expect(mine.form.getByText(/也在改这份文稿/)).toBeVisible({ timeout: 15_000 });
  await expect(theirs.form.getByText(/也在改这份文稿/)).toBeVisible({ timeout: 15_000 });

  await theirs.body.fill('三盏路灯不亮。\n正在抢修，预计二十点修好。');
  await mine.body.fill('四盏路灯不亮。\n正在抢修。');
  await mine.form.getByRole('button', { name: '保存新版本' }).click();
  await expect(mine.form).toBeHidden();

  const warned = theirs.form.getByText(/保存了第 2 版，您是在第 1 版上写的/);
  await expect(warned).toBeVisible({ timeout: 15_000 });
  await expect(theirs.form.getByText('从第 2 版到您的文字')).toBeVisible();
  await expect(theirs.form.locator('del')).toContainText(['四']);
  await theirs.form.getByRole('button', { name: '保存新版本' }).click();
  await expect(theirs.form.getByRole('alert')).toContainText('请先决定从哪一份写下去');
  expect(await versionsOf(text.id)).toHaveLength(2);

  await theirs.form.getByRole('button', { name: '在第 2 版上继续写' }).click();
  await expect(theirs.body).toHaveValue('四盏路灯不亮。\n正在抢修。');
  await theirs.form.getByText('您原来的文字（可复制）').click();
  await expect(theirs.form.getByText('预计二十点修好')).toBeVisible();
  await theirs.body.fill('四盏路灯不亮。\n正在抢修，预计二十点修好。');
  await theirs.form.getByRole('button', { name: '保存新版本' }).click();
  await expect(theirs.form).toBeHidden();
  expect((await versionsOf(text.id)).map((one) => one.body)).toEqual([
    '三盏路灯不亮。\n正在抢修。',
    '四盏路灯不亮。\n正在抢修。',
    '四盏路灯不亮。\n正在抢修，预计二十点修好。',
  ]);
  for (const { context } of [first, second]) await context.close();
});
