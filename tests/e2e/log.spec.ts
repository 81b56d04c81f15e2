import { expect, type Locator, type Page, test } from '@playwright/test';
import { toDateTimeLocal } from '@/lib/i18n/format';
import { png } from '../support/sample-files';
import { openAs } from './people';
import { log, newMark, read } from './rest';

const UNIT = '安全与后勤股';
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const pasted = (page: Page) => field(page, '链接或内容');
const unit = (page: Page) => page.getByRole('combobox', { name: '涉及单位' });
const submit = (page: Page) => page.getByRole('button', { name: '记下', exact: true });
const done = (page: Page) => page.getByRole('heading', { level: 1, name: /^已记下 YQ-/ });

async function openLog(page: Page): Promise<void> {
  await page.goto('/incidents/new');
  await expect(submit(page)).toBeEnabled();
}

async function openLogged(page: Page): Promise<string> {
  await page.getByRole('link', { name: '打开事件' }).click();
  await expect(page.getByRole('region', { name: '下一步' })).toBeVisible();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Pastes a picture as the clipboard holds a screenshot. */
async function pastePicture(into: Locator, picture: Buffer): Promise<void> {
  await into.evaluate((element, base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], 'screenshot.png', { type: 'image/png' }));
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, picture.toString('base64'));
}

test('a whole post and a screenshot are logged in under a minute on a phone', async ({
  browser,
}) => {
  const mark = newMark();
  const { context, page } = await openAs(browser, 'officer', { width: 360 });
  const startedAt = Date.now();
  await openLog(page);
  const post = `https://weibo.example/status/${mark} 乙中学门口路灯 ${mark} 三晚不亮没人管。转发 37 评论 12 赞 5`;
  await pasted(page).fill(post);
  await expect(page.getByText(/^已识别：.*链接.*原文 \d+ 字/)).toBeVisible();
  await pastePicture(pasted(page), png(Date.now() % 256));
  await expect(page.getByRole('img', { name: 'screenshot.png' })).toBeVisible();
  await expect(field(page, '标题')).toHaveValue(new RegExp(mark));
  await expect(field(page, '转发')).toHaveValue('37');
  await expect(field(page, '评论')).toHaveValue('12');
  await unit(page).fill(UNIT);
  await submit(page).click();
  await expect(done(page)).toBeVisible();
  expect(Date.now() - startedAt).toBeLessThan(60_000);

  await expect(page.getByText('向上级报告')).toBeVisible();
  const id = await openLogged(page);
  await expect(page.getByText('screenshot.png').first()).toBeAttached();
  const { mentions } = await read('auditor', id);
  expect(mentions[0]).toMatchObject({ url: `https://weibo.example/status/${mark}` });
  await context.close();
});

test('记下并报告 records the report, and its text can be copied for the work chat', async ({
  browser,
}) => {
  const title = `操场积水三天 ${newMark()}`;
  const { context, page } = await openAs(browser, 'officer');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openLog(page);
  await pasted(page).fill('操场积水三天没人排，孩子上体育课湿了鞋。');
  await field(page, '标题').fill(title);
  await unit(page).fill(UNIT);

  await page.getByRole('button', { name: '记下并报告' }).click();
  await expect(page.getByText('这一项要填。')).toBeVisible();
  await page.getByRole('combobox', { name: '已电话报告谁' }).fill('韩立本');
  await page.getByRole('button', { name: '记下并报告' }).click();

  await expect(done(page)).toBeVisible();
  await expect(page.getByText('✓ 首报已记录')).toBeVisible();
  await page.getByRole('button', { name: '复制首报文字' }).click();
  await expect(page.getByText('已复制，可以粘贴到工作群。')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(title);
  expect(copied).toContain(UNIT);
  const { reports } = await read('auditor', await openLogged(page));
  expect(reports).toHaveLength(1);
  expect(reports[0]).toMatchObject({ kind: 'initial', medium: 'oral' });
  await context.close();
});

test('late logging asks why and keeps what was typed', async ({ browser }) => {
  const title = `昨日来电反映校车晚点 ${newMark()}`;
  const { context, page } = await openAs(browser, 'officer');
  await openLog(page);
  await pasted(page).fill('家长来电：校车连续两天晚点半小时。');
  await field(page, '标题').fill(title);
  await unit(page).fill(UNIT);
  const discoveredAt = toDateTimeLocal(new Date(Date.now() - 40 * 60_000).toISOString());
  await page.getByLabel('发现时间').fill(discoveredAt);
  const reason = field(page, '为什么现在才记');
  await expect(reason).toBeVisible();
  await submit(page).click();
  await expect(page.getByText('这一项要填。')).toBeVisible();
  await expect(reason).toBeFocused();
  await expect(field(page, '标题')).toHaveValue(title);
  await expect(pasted(page)).toHaveValue('家长来电：校车连续两天晚点半小时。');

  await reason.fill('当时在处理另一件急事');
  await submit(page).click();
  await expect(done(page)).toBeVisible();
  await openLogged(page);
  await expect(page.getByText('当时在处理另一件急事').first()).toBeVisible();
  await context.close();
});

test('what is broken is named, and nothing typed is lost: reload and lost network', async ({
  browser,
}) => {
  const title = `食堂窗口排队太久 ${newMark()}`;
  const { context, page } = await openAs(browser, 'officer');
  await openLog(page);
  await pasted(page).fill('中午排队四十分钟，孩子吃不上热饭。');
  await field(page, '标题').fill(title);
  await field(page, '转发').fill('很多');
  await submit(page).click();
  await expect(page.getByText('请填整数，例如 1200。')).toBeVisible();
  await expect(page.getByText('这一项要填。')).toBeVisible();

  await page.reload();
  await expect(submit(page)).toBeEnabled();
  await expect(field(page, '标题')).toHaveValue(title);
  await expect(field(page, '转发')).toHaveValue('很多');
  await field(page, '转发').fill('12');
  await unit(page).fill(UNIT);

  await context.setOffline(true);
  await submit(page).click();
  await expect(page.getByRole('alert').filter({ hasText: '填写的内容都还在' })).toBeVisible();
  await expect(field(page, '标题')).toHaveValue(title);
  await context.setOffline(false);
  await submit(page).click();
  await expect(done(page)).toBeVisible();
  await context.close();
});

test('script in the text is shown as text and never executed', async ({ browser }) => {
  const mark = newMark();
  const attack = `<img src=x onerror="window.ran=1"><script>window.ran=1</script>${mark}`;
  const { context, page } = await openAs(browser, 'officer');
  await openLog(page);
  await pasted(page).fill(`内容 ${attack} javascript:window.ran=1`);
  await field(page, '标题').fill(attack);
  await unit(page).fill(attack.slice(0, 100));
  await field(page, '诉求（一句话）').fill(attack);
  await submit(page).click();
  await expect(done(page)).toBeVisible();
  const id = await openLogged(page);
  const auditor = await openAs(browser, 'auditor');
  const places: [Page, string][] = [
    [page, `/incidents/new?done=${id}`],
    [page, `/incidents/${id}`],
    [page, '/'],
    [page, `/incidents?q=${mark}`],
    [auditor.page, `/audit/${id}`],
    [auditor.page, `/audit?scope=all&q=${mark}`],
  ];
  for (const [view, path] of places) {
    await view.goto(path);
    await expect(view.getByText(attack).first(), path).toBeVisible();
    expect(await view.evaluate(() => 'ran' in window), path).toBe(false);
    await expect(view.locator('img[src="x"]'), path).toHaveCount(0);
  }
  await context.close();
  await auditor.context.close();
});

test('an address that was logged before is pointed out', async ({ browser }) => {
  const url = `https://weibo.example/status/${newMark()}`;
  const { number } = await log({ source: { url, platform: 'weibo', text: '路灯不亮' } });
  const { context, page } = await openAs(browser, 'officer');
  await openLog(page);
  await pasted(page).fill(url);
  await expect(page.getByRole('link', { name: new RegExp(number) })).toBeVisible();
  await context.close();
});
