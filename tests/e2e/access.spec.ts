import { readdirSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { DEMO_PASSWORD } from '@/lib/access/password-policy';
import { localeCookie } from '@/lib/i18n/locales';
import { give } from './incident-page';
import { openAs } from './people';
import { log, logGraded } from './rest';

const MAIN_PAGES: readonly [person: string, path: string][] = [
  ['officer', '/'],
  ['officer', '/incidents'],
  ['officer', '/incidents/new'],
  ['office', '/approvals'],
  ['office', '/approvals?tab=sent'],
  ['leader', '/approvals?tab=decide'],
  ['leader', '/approvals?tab=given'],
  ['officer', '/notifications'],
  ['officer', '/roster'],
  ['office', '/groups'],
  ['office', '/plans'],
  ['office', '/plans/p26'],
  ['auditor', '/audit'],
  ['audit_admin', '/audit'],
  ['sysadmin', '/'],
  ['sysadmin', '/admin'],
  ['secadmin', '/admin'],
];

/** A key that was shown because its text is missing: `desk.todos.title`. */
const namespaces = readdirSync('lib/i18n/messages/zh-CN').map((file) => file.replace('.json', ''));
const RAW_KEY = new RegExp(`\\b(?:${namespaces.join('|')})\\.[A-Za-z_]+[\\w.]*`, 'g');

const menuOf = (page: Page) => page.locator('summary').filter({ hasText: '沈知行' });

async function expectWords(page: Page, where: string): Promise<void> {
  const text = (await page.locator('header, nav, main').allInnerTexts()).join('\n');
  expect(text.match(RAW_KEY) ?? [], where).toEqual([]);
}

test('signing in: a wrong password, then as a demo person, and out again', async ({ browser }) => {
  const { context, page } = await openAs(browser, null);
  await page.goto('/incidents?stage=closed');
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByText('本系统不得存储、处理国家秘密。')).toBeVisible();
  const username = page.getByRole('textbox', { name: '用户名' });
  const password = page.getByLabel('密码');
  const signIn = page.getByRole('button', { name: '登录', exact: true });
  await expect(async () => {
    await page.getByRole('button', { name: /^严鉴明/ }).click();
    await expect(username).toHaveValue('auditor', { timeout: 500 });
  }).toPass();
  await expect(password).toHaveValue(DEMO_PASSWORD);

  await password.fill('not-the-password');
  await signIn.click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('用户名或密码不正确');
  await expect(username).toHaveValue('auditor');

  await password.fill(DEMO_PASSWORD);
  await signIn.click();
  await expect(page).toHaveURL(/\/incidents\?stage=closed$/);
  await page.locator('summary').filter({ hasText: '严鉴明' }).click();
  await page.getByRole('button', { name: '退出登录' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto('/incidents');
  await expect(page).toHaveURL(/\/sign-in/);
  await context.close();
});

test('the first visit speaks the browser’s language; the one chosen later stays', async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  const { origin } = new URL(page.url());
  await context.addCookies([{ name: localeCookie, value: 'zh-CN', url: origin }]);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible();
  await context.close();
});

for (const locale of ['zh-CN', 'en'] as const) {
  test(`every main page has its words in ${locale}`, async ({ browser }) => {
    test.setTimeout(90_000);
    const { id } = await logGraded('ordinary');
    const people = new Map<string, Page>();
    const visits: [string, string][] = [
      ...MAIN_PAGES.map(([person, path]): [string, string] => [person, path]),
      ['office', `/incidents/${id}`],
      ['auditor', `/audit/${id}`],
    ];
    for (const [person, path] of visits) {
      const page = people.get(person) ?? (await openAs(browser, person, { locale })).page;
      people.set(person, page);
      await page.goto(path);
      await expect(page.locator('h1')).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      await expectWords(page, `${path} as ${person}`);
    }
    for (const page of people.values()) await page.context().close();
  });
}

test('language and appearance change at once and stay', async ({ browser }) => {
  const { context, page } = await openAs(browser, 'officer');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('工作台');
  await expect(async () => {
    await menuOf(page).click();
    await page.getByRole('button', { name: 'English' }).click({ timeout: 1000 });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Duty desk', {
      timeout: 2000,
    });
  }).toPass();
  await menuOf(page).click();
  await page.getByRole('button', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await paper();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Duty desk');
  expect(await paper()).toBe(dark);
  await menuOf(page).click();
  await page.getByRole('button', { name: 'Light' }).click();
  await expect.poll(paper).not.toBe(dark);
  await context.close();
});

test('keys: N logs, / searches, G then D goes to the desk; typing is left alone', async ({
  browser,
}) => {
  const { context, page } = await openAs(browser, 'officer');
  await page.goto('/incidents');
  await expect(async () => {
    await page.keyboard.press('n');
    await expect(page).toHaveURL(/\/incidents\/new$/, { timeout: 2000 });
  }).toPass();
  const pasted = page.getByRole('textbox', { name: '链接或内容' });
  await pasted.click();
  await page.keyboard.type('ngd/');
  await expect(pasted).toHaveValue('ngd/');
  await expect(page).toHaveURL(/\/incidents\/new$/);
  await pasted.fill('');
  await pasted.blur();
  await page.keyboard.press('/');
  const search = page.getByRole('searchbox', { name: '搜索' });
  await expect(search).toBeFocused();
  await expect(search).toHaveValue('');
  await search.blur();
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible();
  await context.close();
});

test('a handler sees what is assigned to the unit and nothing else', async ({ browser }) => {
  const unrelated = await log();
  const assigned = await logGraded('ordinary');
  const { context, page } = await openAs(browser, 'handler');
  const foreign = page.getByRole('heading', { level: 1, name: '没有找到这一页' });
  await page.goto(`/incidents/${assigned.id}`);
  await expect(foreign).toBeVisible();

  const office = await openAs(browser, 'office');
  await office.page.goto(`/incidents/${assigned.id}`);
  await give(office.page, '交办', async (form) => {
    await form.getByRole('combobox', { name: '承办单位' }).selectOption({ label: '安全与后勤股' });
    await form.getByRole('textbox', { name: '办理要求' }).fill('核实路灯情况');
  });
  await office.context.close();
  await page.goto(`/incidents/${assigned.id}`);
  await expect(page.getByRole('heading', { level: 1, name: assigned.title })).toBeVisible();
  await page.goto(`/incidents/${unrelated.id}`);
  await expect(foreign).toBeVisible();
  await page.goto(`/incidents?q=${unrelated.number}`);
  await expect(page.getByText('没有符合条件的事件。')).toBeVisible();
  await page.goto(`/incidents?q=${assigned.number}`);
  await expect(page.getByRole('link', { name: new RegExp(assigned.number) })).toBeVisible();
  await page.goto('/');
  await expect(page.getByText(assigned.number).first()).toBeAttached();
  await expect(page.getByText(unrelated.number)).toHaveCount(0);
  await context.close();
});

test('administrators see no incident, wherever they look', async ({ browser }) => {
  const { id, number, title } = await log();
  for (const person of ['sysadmin', 'secadmin', 'audit_admin']) {
    const { context, page } = await openAs(browser, person);
    for (const path of [`/incidents/${id}`, '/incidents', `/audit/${id}`, '/approvals', '/']) {
      await page.goto(path);
      await expect(page.locator('h1')).toBeVisible();
      const text = (await page.getByRole('main').textContent()) ?? '';
      expect(text, `${person} at ${path}`).not.toContain(number);
      expect(text, `${person} at ${path}`).not.toContain(title);
    }
    const answer = await context.request.get(`/api/v1/incidents/${id}`);
    expect(answer.status()).toBe(404);
    await context.close();
  }
});

test('what does not exist gets a page that says so, with the way back', async ({ browser }) => {
  const { context, page } = await openAs(browser, 'officer');
  for (const path of [
    '/incidents/00000000-0000-4000-8000-000000000000',
    '/incidents/not-an-id',
    '/audit/00000000-0000-4000-8000-000000000000',
    '/nowhere',
    '/plans/p99',
    '/incidents/new?done=00000000-0000-4000-8000-000000000000',
  ]) {
    const response = await page.goto(path);
    await expect(page.getByRole('heading', { name: '没有找到这一页' }), path).toBeVisible();
    expect(response?.status(), path).toBe(404);
  }
  await page.getByRole('link', { name: '回工作台' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible();
  await context.close();
});

test('the desk shows what somebody else logs, without a reload', async ({ browser }) => {
  const desk = await openAs(browser, 'office');
  const isLive = desk.page.waitForResponse((answer) => answer.url().endsWith('/api/events'));
  await desk.page.goto('/');
  await isLive;
  const { number } = await log();
  await expect(desk.page.getByText(number).first()).toBeVisible({ timeout: 5000 });
  await desk.context.close();
});
