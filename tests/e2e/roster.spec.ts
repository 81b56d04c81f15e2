import { expect, type Page, test } from '@playwright/test';
import { openAs } from './people';

// A roster is one thing: what one story publishes, another must not have opened before.
test.describe.configure({ mode: 'default' });

const DAY_MS = 86_400_000;
const dayAfter = (days: number) =>
  new Date(Date.now() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);

async function fits(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
}

test('a roster is made, published and swapped by three people, each on a 360 px screen', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const small = { width: 360 };
  const first = dayAfter(50);
  const { page: office } = await openAs(browser, 'office', small);
  await office.goto('/roster/plan');
  await office.getByLabel('第一天').fill(first);
  await office.getByLabel('天数').fill('10');
  await office.getByRole('button', { name: '试排' }).click();
  await expect(office.getByText('周末、节假日、调休上班日分别轮流')).toBeVisible();
  await fits(office);
  await office.getByRole('button', { name: '存为草稿' }).click();
  await expect(office.getByText('已存为草稿 10 班')).toBeVisible();
  const accept = office.getByRole('checkbox', { name: '我已核对，仍然发布' });
  if (await accept.isVisible()) await accept.check();
  await office.getByRole('button', { name: '发布', exact: true }).click();
  await expect(office.getByText('已发布。')).toBeVisible();

  const { page: officer } = await openAs(browser, 'officer', small);
  await officer.goto('/roster');
  const turn = officer.getByLabel('我的班');
  const options = await turn.locator('option').allTextContents();
  const own = options.find((one) => one.startsWith('值班') && one.slice(3, 13) >= first);
  await turn.selectOption({ label: own ?? '' });
  const { page: member } = await openAs(browser, 'member', small);
  await member.goto('/roster');
  const banner = (await member.getByRole('banner').textContent()) ?? '';
  const colleague = officer.getByLabel('请谁代班');
  const names = await colleague.locator('option').allTextContents();
  const name = names.find((one) => one.length > 1 && banner.includes(one));
  await colleague.selectOption({ label: name ?? '' });
  await officer.getByRole('button', { name: '提出调班' }).click();
  await expect(officer.getByText('等对方同意').first()).toBeVisible();
  await fits(officer);

  await member.goto('/');
  await member.getByRole('link', { name: /调班/ }).first().click();
  await member.getByRole('button', { name: '同意', exact: true }).click();
  await expect(member.getByText('等办公室批准').first()).toBeVisible();

  await office.goto('/roster');
  await office.getByRole('button', { name: '批准', exact: true }).click();
  await expect(office.getByText('等办公室批准')).toBeHidden();
  await fits(office);
  const date = own?.slice(3, 13) ?? '';
  await office.goto(`/roster?view=day&date=${date}`);
  await expect(office.getByText('替班', { exact: true }).first()).toBeVisible();
  await fits(office);
});

test('a swap can be taken back while nobody has decided', async ({ browser }) => {
  const { page } = await openAs(browser, 'officer2', { width: 360 });
  await page.goto('/roster');
  await page.getByLabel('请谁代班').selectOption({ index: 1 });
  const colleague = page.getByLabel('请谁代班');
  const names = await colleague.locator('option').allTextContents();
  const { page: member } = await openAs(browser, 'member', { width: 360 });
  await member.goto('/roster');
  const banner = (await member.getByRole('banner').textContent()) ?? '';
  const name = names.find((one) => one.length > 1 && banner.includes(one));
  await colleague.selectOption({ label: name ?? '' });
  await page.getByRole('button', { name: '提出调班' }).click();
  await page.getByRole('button', { name: '撤回', exact: true }).click();
  await expect(page.getByText('已撤回。')).toBeVisible();
});

test('leave shows what it empties, and each turn is covered from there', async ({ browser }) => {
  test.setTimeout(120_000);
  const { page } = await openAs(browser, 'office', { width: 360 });
  const { page: officer } = await openAs(browser, 'officer');
  await officer.goto('/roster');
  const banner = (await officer.getByRole('banner').textContent()) ?? '';
  await page.goto('/roster/changes');
  const absent = page.getByLabel('请假人');
  const names = await absent.locator('option').allTextContents();
  await absent.selectOption({ label: names.find((one) => one && banner.includes(one)) ?? '' });
  const leaves = page.locator('#leaves');
  await leaves.getByLabel('开始').fill(`${dayAfter(20)}T00:00`);
  await leaves.getByLabel('结束').fill(`${dayAfter(24)}T00:00`);
  await page.getByRole('button', { name: '登记请假' }).click();
  await expect(page.getByText('请假已登记')).toBeVisible();
  await expect(leaves.getByText(/空出 \d 班/).first()).toBeVisible();
  await leaves.getByRole('link', { name: '安排替班' }).first().click();
  const covers = page.locator('#covers');
  await expect(covers.getByLabel('开始')).not.toHaveValue('');
  const { page: member } = await openAs(browser, 'member');
  await member.goto('/roster');
  const own = (await member.getByRole('banner').textContent()) ?? '';
  const stand = covers.getByLabel('替班人');
  const others = await stand.locator('option').allTextContents();
  await stand.selectOption({ label: others.find((one) => one && own.includes(one)) ?? '' });
  await covers.getByRole('button', { name: '安排替班' }).click();
  await expect(page.getByText('替班已生效')).toBeVisible();
  await fits(page);
  await covers.getByRole('button', { name: '取消替班' }).first().click();
  await expect(page.getByText('替班已结束')).toBeVisible();
  await leaves.getByRole('button', { name: '销假' }).first().click();
  await expect(page.getByText('已销假')).toBeVisible();
});

test('one shift is changed, and every same weekday after it', async ({ browser }) => {
  const { page } = await openAs(browser, 'office');
  await page.goto(`/roster/shifts?day=${dayAfter(30)}`);
  await page.getByRole('link', { name: '改班次' }).first().click();
  await expect(page).toHaveURL(/shifts\/[0-9a-f-]{36}/);
  await page.getByLabel('副班').selectOption({ label: '（空）' });
  await page.getByRole('radio', { name: /以后每个周/ }).check();
  await page.getByLabel('直到').first().fill(dayAfter(44));
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText(/已改 [2-9] 班/)).toBeVisible();
});

test('week and day are reached and read with the keyboard alone', async ({ browser }) => {
  const { page } = await openAs(browser, 'officer');
  await page.goto('/roster?view=week');
  const bar = page.getByRole('link', { name: /^值班 / }).first();
  await bar.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/view=day/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('值班表');
});

test('a month on paper is one sheet of A4, without the shell', async ({ browser }) => {
  const { page } = await openAs(browser, 'office');
  await page.goto('/roster/print');
  await expect(page.getByRole('table')).toContainText('周六');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation').first()).toBeHidden();
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test('the own duty is subscribed to by a secret address, which can be revoked', async ({
  browser,
}) => {
  const { page, context } = await openAs(browser, 'officer');
  await page.goto('/roster/feeds');
  await page.getByRole('button', { name: '订阅我的值班' }).click();
  const address = await page.getByLabel('日历订阅地址').inputValue();
  const answer = await context.request.get(address);
  expect(answer.headers()['content-type']).toContain('text/calendar');
  expect(await answer.text()).toContain('BEGIN:VEVENT');
  await page.goto('/roster/feeds');
  await expect(page.getByText('最近读取').last()).toBeVisible();
  await page.getByRole('button', { name: '停用' }).last().click();
  await expect(page.getByText('订阅已停用')).toBeVisible();
  expect((await context.request.get(address)).status()).toBe(401);
});
