import AxeBuilder from '@axe-core/playwright';
import { type Download, expect, type Page, test } from '@playwright/test';
import { openAs } from './people';

async function openIncident(page: Page, title: RegExp): Promise<string> {
  await page.goto(`/incidents?q=${title.source}`);
  const href = await page.getByRole('link', { name: title }).first().getAttribute('href');
  await page.goto(href ?? '/incidents');
  return href ?? '';
}

async function expectSound(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const told = grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
  expect(told, name).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** The name the server gives; a browser in a plain locale makes its own of one that is not Latin. */
async function nameOf(page: Page, download: Download): Promise<string> {
  const answer = await page.request.get(download.url());
  const [, name = ''] =
    /filename\*=UTF-8''([^;]+)/.exec(answer.headers()['content-disposition'] ?? '') ?? [];
  return decodeURIComponent(name);
}

test('a report is previewed, numbered by the office and taken along as docx', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const { page } = await openAs(browser, 'office');
  await openIncident(page, /校服/);
  await page.getByText('导出', { exact: true }).click();
  await page.getByRole('link', { name: '情况报告', exact: true }).click();
  await expect(page).toHaveURL(/documents/);
  const sheet = page.getByRole('article');
  await expect(sheet).toContainText('云岭县教育局文件');
  await expect(page.getByText('未填发文字号')).toBeVisible();
  await page.getByLabel('发文字号').fill('云教报[2026]第012号');
  await page.getByLabel('签发人').fill('方明远');
  await page.getByRole('button', { name: '预览' }).click();
  await expect(sheet).toContainText('云教报〔2026〕12号');
  await expect(sheet).toContainText('签发人：方明远');
  await expect(page.getByText('未填发文字号')).toBeHidden();
  await page.getByText(/^出处（\d+ 句）$/).click();
  await expect(page.getByRole('link', { name: /^线索（1 条）$/ }).first()).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载 docx' }).click(),
  ]);
  expect(await nameOf(page, download)).toMatch(/^YQ-\d{4}-\d{4}-情况报告\.docx$/);
});

for (const width of [1280, 360]) {
  test(`a letter of correction and a receipt can be read at ${width} px`, async ({ browser }) => {
    test.setTimeout(120_000);
    const { page } = await openAs(browser, 'office', { width });
    const path = await openIncident(page, /旧“停课通知”/);
    for (const [kind, title] of [
      ['correction_letter', '关于商请更正有关报道的函'],
      ['receipt', '文件签收单'],
    ] as const) {
      await page.goto(`${path}/documents?kind=${kind}`);
      await expect(page.getByRole('article')).toContainText(title);
      await expectSound(page, kind);
    }
  });
}

test('a unit gets the sheet of its own assignment and nothing else', async ({ browser }) => {
  const { page } = await openAs(browser, 'handler');
  const path = await openIncident(page, /食堂/);
  await page.getByText('导出', { exact: true }).click();
  await page.getByRole('link', { name: '联系单、交办单' }).click();
  await expect(page).toHaveURL(/documents/);
  await expect(page.getByRole('article')).toContainText('逐条核实事项');
  await expect(page.getByRole('link', { name: '情况报告' })).toHaveCount(0);
  const refused = await page.goto(`${path}/documents?kind=report`);
  expect(refused?.status()).toBe(404);
});

test('the roster is previewed and taken along', async ({ browser }) => {
  const { page } = await openAs(browser, 'officer');
  await page.goto('/roster');
  await page.getByRole('link', { name: '导出值班表' }).click();
  await expect(page).toHaveURL(/document/);
  await expect(page.getByRole('article')).toContainText('带班领导');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载 xlsx' }).click(),
  ]);
  expect(await nameOf(page, download)).toMatch(/^值班表-\d{4}-\d{2}\.xlsx$/);
});

for (const { width, theme } of [
  { width: 1280, theme: 'light' },
  { width: 360, theme: 'dark' },
] as const) {
  test(`every kind can be read at ${width} px, ${theme}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const { page } = await openAs(browser, 'office', { width, theme });
    const path = await openIncident(page, /校服/);
    for (const kind of [
      'report',
      'special_report',
      'approval_sheet',
      'review_report',
      'analysis_report',
    ]) {
      await page.goto(`${path}/documents?kind=${kind}`);
      await expect(page.getByRole('article')).toBeVisible();
      await expectSound(page, kind);
    }
  });
}
