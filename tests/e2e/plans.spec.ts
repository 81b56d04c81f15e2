import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { openAs } from './people';
import { newMark } from './rest';

const WHY = '与市委宣传部约定，正面回复提前到八小时内';

/** The dialog whose heading is this. */
const dialog = (page: Page, title: string) => page.getByRole('dialog', { name: title });
const changesOf = (page: Page) =>
  page.locator('section', { has: page.getByRole('heading', { name: /^改了什么/ }) });

/** The request behind a press, kept from reaching the product. */
async function interceptAction(
  page: Page,
  press: () => Promise<void>,
): Promise<{ headers: Record<string, string>; data: string }> {
  const caught = new Promise<{ headers: Record<string, string>; data: string }>((resolve) => {
    void page.route('**/plans/drafts/**', async (route) => {
      const request = route.request();
      const action = request.headers()['next-action'];
      if (!action) return route.continue();
      const headers = { 'next-action': action, 'content-type': 'text/plain;charset=UTF-8' };
      resolve({ headers, data: request.postData() ?? '' });
      await route.abort();
    });
  });
  await press();
  const request = await caught;
  await page.unroute('**/plans/drafts/**');
  return request;
}

test('a newcomer adopts P21, changes 12 h to 8 h, has it published by a second person, runs an incident on it, and finds the change, its author and its reason in the audit', async ({
  browser,
}) => {
  test.slow();
  const mark = newMark();
  const key = `own_${mark}`;
  const name = `市教育部门七步预案 ${mark}`;

  const office = await openAs(browser, 'office');
  const { page } = office;
  await page.goto('/plans/p21');
  await page.getByRole('button', { name: '采用这份预案' }).click();
  const adopt = dialog(page, '采用这份预案');
  await adopt.getByRole('textbox', { name: '本单位预案名称' }).fill(name);
  await adopt.getByRole('textbox', { name: '编号' }).fill(key);
  await adopt.getByRole('button', { name: '建立草稿' }).click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(mark) })).toContainText(
    '草稿',
  );
  await expect(page.getByText('没有必须改正的地方，可以送审。')).toBeVisible();
  // The plan's 12 hours are softer than the norm's five: both are named before anything is changed.
  const warning = page.getByRole('listitem').filter({ hasText: '国办发〔2016〕80号' }).first();
  await expect(warning).toContainText('12 小时');
  await expect(warning).toContainText('5 小时');
  const draftPath = new URL(page.url()).pathname;

  await warning.getByRole('link', { name: '去时限与义务' }).click();
  const limit = page.getByRole('spinbutton', { name: '数字' });
  await expect(limit).toHaveValue('12');
  await limit.fill('8');
  await expect(
    page.getByText(/^例：.*周五.*17:00 舆情发生，应于 .*周六.*01:00 前完成。$/),
  ).toBeVisible();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(changesOf(page)).toContainText('正面回复 · 时限：原来 12 小时 → 现在 8 小时');
  await expect(page.getByText('本单位已改')).toBeVisible();
  await expect(page.getByText('原文：12 小时')).toBeVisible();
  await expect(page.getByRole('button', { name: '修改 正面回复' })).toBeFocused();

  await page.getByRole('button', { name: '送审' }).click();
  const submit = dialog(page, '送审');
  await expect(submit).toContainText('12 小时');
  await submit.getByRole('button', { name: '送审' }).click();
  await expect(submit.getByRole('alert')).toContainText('请写明理由');
  await submit.getByRole('textbox', { name: '为什么这样改' }).fill(WHY);
  await submit.getByRole('button', { name: '送审' }).click();
  await expect(page.getByText(/已送审，等待发布$/)).toBeVisible();
  await expect(page.getByText('须由另一位领导发布')).toBeVisible();
  await expect(page.getByRole('button', { name: '发布' })).toHaveCount(0);

  const leader = await openAs(browser, 'leader');
  await leader.page.goto('/plans');
  await leader.page.getByRole('link', { name }).click();
  const proposed = leader.page.getByRole('table', { name: '修改前后对照' });
  await expect(proposed.getByRole('row', { name: /正面回复/ })).toContainText('12 小时');
  await expect(proposed.getByRole('row', { name: /正面回复/ })).toContainText('8 小时');
  await expect(leader.page.getByText(WHY)).toBeVisible();
  await leader.page.getByRole('button', { name: '发布' }).click();
  const publish = dialog(leader.page, '发布新版本');
  await expect(publish.getByRole('checkbox', { name: '设为默认预案' })).not.toBeChecked();
  const asked = await interceptAction(leader.page, () =>
    publish.getByRole('button', { name: '发布' }).click(),
  );
  await expect(publish.getByRole('alert')).toContainText('没有提交');
  // The same request from whoever wrote it is refused, button or no button.
  const refused = await office.context.request.post(draftPath, asked);
  expect(await refused.text()).toContain('"code":"FORBIDDEN"');
  await office.context.close();
  await publish.getByRole('button', { name: '发布' }).click();
  await expect(leader.page).toHaveURL(new RegExp(`/plans/${key}$`));
  await leader.page.getByRole('link', { name: '版本' }).click();
  await expect(leader.page.getByRole('row', { name: /v1/ })).toContainText(WHY);
  await leader.context.close();

  const officer = await openAs(browser, 'officer');
  const log = officer.page;
  await log.goto('/incidents/new');
  await expect(log.getByRole('button', { name: '记下', exact: true })).toBeEnabled();
  const plan = log.getByRole('combobox', { name: '按哪份预案' });
  await expect(plan.getByRole('option', { selected: true })).toContainText('（默认）');
  await log.getByRole('textbox', { name: '链接或内容' }).fill(`校门口积水两天没人管 ${mark}`);
  await log.getByRole('textbox', { name: '标题' }).fill(`校门口积水 ${mark}`);
  await log.getByRole('combobox', { name: '涉及单位' }).fill('安全与后勤股');
  await plan.selectOption({ label: name });
  await log.getByRole('button', { name: '记下', exact: true }).click();
  await log.getByRole('link', { name: '打开事件' }).click();
  const why = log.getByText(/8 小时/).first();
  await expect(log.getByText('正面回复').first()).toBeVisible();
  await log.getByText('为什么是这个时间').first().click();
  await expect(why).toBeVisible();
  await officer.context.close();

  const auditor = await openAs(browser, 'auditor');
  const audit = auditor.page;
  await audit.goto('/audit?view=logs');
  await audit.getByRole('link', { name: '账号、配置与预案变更' }).click();
  const published = audit
    .getByRole('row')
    .filter({ hasText: '发布预案版本' })
    .filter({ hasText: name });
  await expect(published).toContainText('正面回复 · 时限：原来 12 小时 → 现在 8 小时');
  await expect(published).toContainText(/修改人：\S+/);
  await expect(published).toContainText(`理由：${WHY}`);
  await audit.getByRole('button', { name: '核验本页' }).click();
  await expect(audit.getByText(/完整，\d+ 条/).first()).toBeVisible();
  await auditor.context.close();
});

/** A plan as a file, as the versions page offers it. */
async function exported(context: BrowserContext, key: string): Promise<string> {
  const answer = await context.request.get(`/api/v1/plans/${key}/export?format=json`);
  expect(answer.ok()).toBe(true);
  return answer.text();
}

test('a refused plan file says line and reason, and the adopted plan stays', async ({
  browser,
}) => {
  const { context, page } = await openAs(browser, 'office');
  const before = await exported(context, 'p26');
  const broken = before
    .replace('"clock": "work_hours"', '"clock": "moon_hours"')
    .replace(
      /"institution": \{\s*"zh": "[^"]*"/,
      '"institution": { "zh": "<script>alert(1)</script>"',
    );
  const lineOf = (text: string) => broken.slice(0, broken.indexOf(text)).split('\n').length;
  await page.goto('/plans/import');
  await page.getByLabel('选择文件').setInputFiles({
    name: 'plan.json',
    mimeType: 'application/json',
    buffer: Buffer.from(broken),
  });
  const typed = page.getByRole('textbox', { name: '或粘贴内容' });
  await expect(typed).toHaveValue(broken);
  await page.getByRole('button', { name: '检查' }).click();
  const faults = page.locator('section', {
    has: page.getByRole('heading', { name: /^文件里的问题/ }),
  });
  await expect(faults.getByRole('listitem')).toHaveCount(2);
  await expect(faults).toContainText(`第 ${lineOf('moon_hours')} 行`);
  await expect(faults).toContainText('moon_hours');
  await expect(faults).toContainText(`第 ${lineOf('<script>')} 行`);
  await expect(faults).toContainText('只能写纯文字');
  await expect(page.getByRole('button', { name: '建立草稿' })).toHaveCount(0);
  // What was read stays, so that it can be mended in place.
  await expect(typed).toHaveValue(broken);
  expect(await exported(context, 'p26')).toBe(before);
  await context.close();
});

/** A draft of a preset under a key of its own, and its address. */
async function beginDraft(page: Page, preset: string): Promise<string> {
  await page.goto(`/plans/${preset}`);
  const adopt = dialog(page, '采用这份预案');
  await expect(async () => {
    await page.getByRole('button', { name: '采用这份预案' }).click({ timeout: 2000 });
    await expect(adopt).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 20_000 });
  await adopt.getByRole('textbox', { name: '编号' }).fill(`own_${newMark()}`);
  await adopt.getByRole('button', { name: '建立草稿' }).click();
  await expect(page).toHaveURL(/\/plans\/drafts\//);
  return new URL(page.url()).pathname;
}

test('what two people change at once is told, and nothing typed is lost', async ({ browser }) => {
  test.slow();
  const office = await openAs(browser, 'office');
  const path = await beginDraft(office.page, 'p15');
  const leader = await openAs(browser, 'leader');
  await leader.page.goto(`${path}?part=patrols`);
  await leader.page.getByRole('button', { name: '增加一项巡查' }).click();
  await leader.page.getByRole('textbox', { name: '巡查什么' }).fill('周末巡查');
  await expect(leader.page.getByText('有修改还没有保存')).toBeVisible();

  await office.page.goto(`${path}?part=basic`);
  await office.page
    .getByRole('textbox', { name: '一句话说明' })
    .first()
    .fill('本单位舆情应急预案。');
  await office.page.getByRole('button', { name: '保存说明' }).click();
  await expect(changesOf(office.page)).toContainText('本单位舆情应急预案。');

  const add = leader.page.getByRole('region', { name: '增加一项巡查' });
  await add.getByRole('button', { name: '增加一项巡查' }).click();
  await expect(add.getByRole('alert')).toContainText('有人改过这份草稿');
  await expect(add.getByRole('textbox', { name: '巡查什么' })).toHaveValue('周末巡查');
  await add.getByRole('button', { name: '载入最新内容' }).click();
  await expect(changesOf(leader.page)).toContainText('本单位舆情应急预案。');
  await expect(add.getByRole('textbox', { name: '巡查什么' })).toHaveValue('周末巡查');
  await add.getByRole('button', { name: '增加一项巡查' }).click();
  await expect(leader.page.getByRole('button', { name: '修改 周末巡查' })).toBeFocused();
  await expect(changesOf(leader.page)).toContainText('新增 周末巡查');
  await office.context.close();
  await leader.context.close();
});

const PARTS = [
  'overview',
  'basic',
  'levels',
  'categories',
  'obligations',
  'chains',
  'reporting',
  'roles',
  'calm',
  'patrols',
  'escalation',
  'mechanisms',
];

for (const width of [1280, 360]) {
  test(`the sections of the editor have no serious fault at ${width} px`, async ({ browser }) => {
    test.slow();
    const { context, page } = await openAs(browser, 'office', {
      width,
      theme: width === 360 ? 'dark' : 'light',
    });
    const path = await beginDraft(page, 'p15');
    const pages = PARTS.map((part) => `${path}?part=${part}`);
    for (const address of [...pages, '/plans/import', '/plans/p26/versions', `${path}/simulate`]) {
      await page.goto(address);
      await expect(page.locator('h1').first()).toBeVisible();
      const folded = page.getByRole('button', { name: /^修改 / });
      // Two forms of each kind show what there is to see.
      for (let opened = 0; opened < 2 && (await folded.count()) > 0; opened += 1) {
        await folded.first().click();
      }
      const { violations } = await new AxeBuilder({ page })
        .options({ resultTypes: ['violations'] })
        .analyze();
      const grave = violations.filter(
        ({ impact }) => impact === 'serious' || impact === 'critical',
      );
      const told = grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
      expect(told, address).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${address} scrolls sideways`).toBeLessThanOrEqual(0);
    }
    await context.close();
  });
}
