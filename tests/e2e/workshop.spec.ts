import { expect, type Page, test } from '@playwright/test';
import { giveBeside, openAwake, openForm } from './incident-page';
import { openAs } from './people';
import { does, logGraded, newMark, read, submitStatement } from './rest';

const BODY = `【已知事实】\n校门口三盏路灯不亮。\n【正在核实】\n线路为什么断。\n【已采取措施】\n${'电工逐一检查线路。'.repeat(60)}\n【下次更新时间】\n11月23日10时。\n【联系方式】\n安全与后勤股`;

test('a copy for a platform shows what it becomes, is refused when too long, and falls with the text', async ({
  browser,
}) => {
  const { id } = await logGraded('ordinary');
  const seen = await submitStatement(id, `情况通报 ${newMark()}`, BODY);
  await does('deputy', id, 'approve', seen);
  const { context, page } = await openAs(browser, 'office', { width: 360 });
  await openAwake(page, `/incidents/${id}`);
  await giveBeside(page, '做分平台版本', async (form) => {
    const preview = form.getByRole('region', { name: '生成后是这样' });
    await form.getByRole('radio', { name: '短信' }).check();
    await expect(preview).toContainText('正文最多 500 字');
    await form.getByRole('textbox', { name: '结尾加一行' }).fill('云岭县教育局');
    await expect(preview).toContainText('云岭县教育局');
    await form.getByRole('button', { name: '生成' }).click();
    await expect(form.getByRole('alert')).toContainText('这个平台放不下这么长的文字，没有生成');
    await expect(form.getByRole('textbox', { name: '结尾加一行' })).toHaveValue('云岭县教育局');
    await form.getByRole('checkbox', { name: /^电工逐一检查/ }).uncheck();
    // The heading of what was left out goes too.
    await expect(preview).not.toContainText('已采取措施');
    await expect(preview).toContainText('约 2 条短信');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
  const copies = page.getByRole('region', { name: '分平台版本' });
  await expect(copies).toContainText('校门口三盏路灯不亮。');
  await expect(copies).not.toContainText('电工逐一检查');
  await copies.getByRole('button', { name: '复制', exact: true }).click();
  await expect(page.getByText('已复制')).toBeVisible();

  await does('office', id, 'reviseWording', { wordingId: seen.wordingId, body: '路灯已修好。' });
  await expect(copies).toBeHidden({ timeout: 30_000 });
  await context.close();
});

/** The texts agreed in advance, with the form to propose one open. */
async function openProposal(page: Page) {
  await openAwake(page, '/plans/wording');
  const place = page.locator('#agreed');
  await place.getByText('提请一条').click();
  return { place, text: place.getByRole('textbox', { name: '文字' }) };
}

const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('a text for the night is proposed, agreed to by the leader and used by the officer on a phone', async ({
  browser,
}) => {
  const name = `夜间 ${newMark()}`;
  const words = `您反映的情况已收到，明天12时前答复您（${name}）。`;
  const office = await openAs(browser, 'office');
  const { place, text } = await openProposal(office.page);
  await place.getByRole('textbox', { name: '名称' }).fill(name);
  await place.getByLabel('有效期至').fill(inDays(900));
  await text.fill(`${words}请拨 13812345678。`);
  const propose = place.getByRole('button', { name: '提请同意' });
  await propose.click();
  await expect(place.getByRole('alert')).toContainText('有效期须晚于现在，且不超过一年');
  await expect(place.getByRole('alert')).toContainText('没有丢失');
  await place.getByLabel('有效期至').fill(inDays(100));
  await propose.click();
  await expect(place.getByRole('alert')).toContainText('未遮盖的个人信息');
  await expect(text).toHaveValue(`${words}请拨 13812345678。`);
  await text.fill(words);
  await propose.click();
  const proposed = place.getByRole('listitem').filter({ hasText: name });
  await expect(proposed).toContainText('待领导同意');
  await expect(text).toHaveValue('');
  await expect(proposed.getByRole('button', { name: `同意 ${name}` })).toBeHidden();

  const leader = await openAs(browser, 'leader', { width: 360 });
  await leader.page.goto('/plans/wording');
  await leader.page.getByRole('button', { name: `同意 ${name}`, exact: true }).click();
  const agreed = leader.page.locator('#agreed').getByRole('listitem').filter({ hasText: name });
  await expect(agreed).toContainText('可用');
  await leader.context.close();

  const { id } = await logGraded('ordinary');
  const officer = await openAs(browser, 'officer', { width: 360 });
  await openAwake(officer.page, `/incidents/${id}`);
  const form = await openForm(officer.page, '答复当事人');
  await form.getByLabel('答复途径').selectOption({ label: '电话' });
  await form.getByRole('radio', { name: new RegExp(name) }).check();
  await form.locator('button[type="submit"]').click();
  await expect(form).toBeHidden();
  expect((await read('office', id)).replies.at(-1).content).toBe(words);
  await officer.context.close();

  await office.page.reload();
  await office.page.getByRole('button', { name: `停用 ${name}` }).click();
  await expect(proposed).toBeHidden();
  await office.context.close();
});
