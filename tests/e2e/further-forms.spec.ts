import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { fromDateTimeLocal, toDateTimeLocal } from '@/lib/i18n/format';
import { logClosed } from './closed-incident';
import { give } from './incident-page';
import { openAs } from './people';
import { command, does, type Json, log, read, request } from './rest';

/** The first tests also make the tokens of everybody they speak for. */
test.describe.configure({ timeout: 120_000 });

const HOUR_MS = 3_600_000;

/** Opens an incident as somebody. */
async function visit(
  browser: Browser,
  username: string,
  id: string,
  look: { width?: number } = {},
): Promise<Page> {
  const { page } = await openAs(browser, username, look);
  await page.goto(`/incidents/${id}`);
  return page;
}

const timelineOf = (page: Page): Locator => page.locator('#timeline');

const eventsOf = async (id: string, type: string): Promise<Json[]> => {
  const { body } = await request('auditor', 'GET', `/incidents/${id}/timeline`);
  return body.items.filter((one: Json) => one.type === type);
};

const deadlineOf = async (id: string, key: string): Promise<Json> =>
  (await read('office', id)).deadlines.find((one: Json) => one.key === key);

/** Whether a command is in the menu or beside what it is about. */
async function expectNoButton(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('region', { name: '下一步' })).toBeVisible();
  const button = page.locator('[role="button"]').filter({ hasText: new RegExp(`^${name}$`) });
  await expect(button).toHaveCount(0);
}

/** An instant, so much later, as a field for times takes it. */
const toLocal = (instant: string, addMs = 0): string =>
  toDateTimeLocal(new Date(Date.parse(instant) + addMs).toISOString());

for (const width of [1280, 360]) {
  test(`assessing alone: facts and a suggestion, the grade stays open (${width} px)`, async ({
    browser,
  }) => {
    const { id } = await log({ flags: { rising: true } });
    const page = await visit(browser, 'office', id, { width });
    await give(page, '研判', async (form) => {
      const suggestion = form.getByRole('region', { name: '系统建议' });
      await expect(suggestion).toContainText('按现有事实不能建议等级');
      await form.locator('button[type="submit"]').click();
      await expect(form.getByText('这一项必须填写')).toBeVisible();
      await form.getByRole('textbox', { name: '事实' }).fill('路灯三盏不亮，已到现场查看。');
      await form.getByRole('textbox', { name: '转发' }).fill('40');
      await form.getByRole('combobox', { name: '拟定等级' }).selectOption({ label: '一般' });
    });
    await expect(page.getByText('研判已记录')).toBeVisible();
    await expect(page.getByText('路灯三盏不亮，已到现场查看。').first()).toBeVisible();
    await expect(page.getByText('拟定：一般')).toBeVisible();
    const { assessments, opinionGrade, proposedGrade } = await read('office', id);
    expect(assessments).toHaveLength(1);
    expect(assessments[0].facts).toBe('路灯三盏不亮，已到现场查看。');
    expect({ opinionGrade, proposedGrade }).toEqual({
      opinionGrade: null,
      proposedGrade: 'ordinary',
    });
    expect(await eventsOf(id, 'incident.assessed')).toHaveLength(1);
    await page.context().close();
  });

  test(`extending a time limit, no further than the plan allows (${width} px)`, async ({
    browser,
  }) => {
    const { id } = await log();
    await does('office', id, 'categorise', { category: 'inquiry' });
    const before = await deadlineOf(id, 'formal_answer');
    const { dueAt: maximum } = await deadlineOf(id, 'final_answer_max');
    const page = await visit(browser, 'deputy', id, { width });
    const wanted = toLocal(before.dueAt, 24 * HOUR_MS);
    await give(page, '延长时限', async (form) => {
      await expect(form.getByText(/答复意见：现为 .+，最长到 .+ 17:30$/)).toBeVisible();
      const until = form.getByLabel('延长至');
      await until.fill(toLocal(maximum, 60_000));
      await form.getByRole('textbox', { name: '理由' }).fill('等待检测结果');
      await form.locator('button[type="submit"]').click();
      await expect(form.getByRole('alert')).toContainText('超过预案的最长期限，原时限不变');
      expect((await deadlineOf(id, 'formal_answer')).dueAt).toBe(before.dueAt);
      await until.fill(wanted);
    });
    await expect(page.getByText('时限已延长').first()).toBeVisible();
    await expect(page.getByText('已延长', { exact: true })).toBeVisible();
    const line = timelineOf(page).getByRole('listitem').filter({ hasText: '延长时限' });
    await expect(line).toHaveCount(1);
    expect((await deadlineOf(id, 'formal_answer')).dueAt).toBe(fromDateTimeLocal(wanted));
    const [extended, ...more] = await eventsOf(id, 'deadline.extended');
    expect(more).toEqual([]);
    expect(extended.payload.text).toMatchObject({ extendReason: '等待检测结果' });
    const office = await visit(browser, 'office', id, { width });
    await expectNoButton(office, '延长时限');
    const input = { deadlineId: before.id, dueAt: maximum, reason: '等待检测结果' };
    expect((await command('office', id, 'extendDeadline', input)).status).toBe(403);
    for (const one of [page, office]) await one.context().close();
  });

  test(`a missed limit is explained and stays missed, an unsent report is not (${width} px)`, async ({
    browser,
  }) => {
    const discoveredAt = new Date(Date.now() - 72 * HOUR_MS).toISOString();
    const { id } = await log({ discoveredAt, discoveredReason: '值班记录遗漏' });
    await does('office', id, 'categorise', { category: 'inquiry' });
    const report = await deadlineOf(id, 'report_up');
    await expect
      .poll(async () => (await deadlineOf(id, 'first_publication')).status)
      .toBe('breached');

    const page = await visit(browser, 'office', id, { width });
    await give(page, '说明未办原因', async (form) => {
      const choice = form.getByRole('combobox', { name: '时限' });
      await expect(choice.getByRole('option').first()).toHaveText('请选择');
      await expect(choice.getByRole('option', { name: /^向上级报告/ })).toHaveCount(0);
      await choice.selectOption({ label: await optionOf(choice, '发布权威信息') });
      await form.getByRole('textbox', { name: '理由' }).fill('补登时已由乡镇发布');
    });
    await expect(page.getByText('说明已记录')).toBeVisible();
    await expect(page.getByText('已说明', { exact: true })).toBeVisible();
    await expect(
      timelineOf(page).getByRole('listitem').filter({ hasText: '发布权威信息' }).first(),
    ).toBeVisible();
    expect((await deadlineOf(id, 'first_publication')).status).toBe('breached');
    expect(await eventsOf(id, 'deadline.explained')).toHaveLength(1);

    const refused = await command('office', id, 'explainDeadline', {
      deadlineId: report.id,
      reason: '忙',
    });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ code: 'REFUSED', reason: 'closing_incomplete' });
    expect(await eventsOf(id, 'deadline.explained')).toHaveLength(1);
    await page.context().close();
  });

  test(`archiving: only once closed, only by who may, for ever (${width} px)`, async ({
    browser,
  }) => {
    const { id } = await logClosed();
    const deputy = await visit(browser, 'deputy', id, { width });
    await expectNoButton(deputy, '归档');
    expect((await command('deputy', id, 'archive')).status).toBe(403);
    expect((await read('deputy', id)).stage).toBe('closed');

    const page = await visit(browser, 'office', id, { width });
    await expect(page.getByRole('region', { name: '下一步' })).toContainText('已办结，可以归档');
    await give(page, '归档', undefined, true);
    await expect(page.getByText('事件已归档')).toBeVisible();
    await expect(page.getByRole('region', { name: '下一步' })).toContainText('已归档，只供查阅');
    await expect(
      timelineOf(page).getByRole('listitem').filter({ hasText: '归档' }),
    ).not.toHaveCount(0);
    expect((await read('office', id)).stage).toBe('archived');
    expect(await eventsOf(id, 'incident.archived')).toHaveLength(1);
    await expectNoButton(page, '归档');
    const again = await command('office', id, 'archive');
    expect(again.body).toMatchObject({ status: 409, code: 'REFUSED' });
    const open = await log();
    expect((await command('office', open.id, 'archive')).body).toMatchObject({
      code: 'REFUSED',
      reason: 'wrong_stage',
    });
    for (const one of [deputy, page]) await one.context().close();
  });
}

/** The whole label of the option that begins with these words. */
async function optionOf(choice: Locator, words: string): Promise<string> {
  return (await choice.getByRole('option').filter({ hasText: words }).textContent()) ?? '';
}

test('who posted: the officer reads it with a reason, on record; the unit concerned never', async ({
  browser,
}) => {
  const author = '夜行的家长';
  const { id } = await log({
    source: { platform: 'weibo', text: '路灯三个晚上不亮', url: 'https://weibo.example/9', author },
  });
  const { unitId } = await read('office', id);
  await does('office', id, 'assign', { unitId, requirement: '核实路灯情况' });

  const officer = await visit(browser, 'officer', id, { width: 360 });
  await expect(officer.getByText(author)).toHaveCount(0);
  const form = officer.getByRole('dialog', { name: '查看发布者' });
  await expect(async () => {
    await officer.getByRole('button', { name: '查看发布者' }).click({ timeout: 2000 });
    await expect(form).toBeVisible({ timeout: 2000 });
  }).toPass();
  await form.getByRole('textbox', { name: '查看原因' }).fill('核实是否在校生家长');
  const [sent] = await Promise.all([
    officer.waitForRequest((one) => one.method() === 'POST' && 'next-action' in one.headers()),
    form.getByRole('button', { name: '查看并记录' }).click(),
  ]);
  await expect(form.getByText(author)).toBeVisible();
  await expect(form.getByText('查看的人、时间和原因已记入访问日志')).toBeVisible();
  await form.getByRole('button', { name: '关闭' }).click();
  await expect(officer.getByText(author)).toHaveCount(0);

  const handler = await visit(browser, 'handler', id);
  await expect(handler.getByText('路灯三个晚上不亮').first()).toBeVisible();
  await expect(handler.getByRole('button', { name: '查看发布者' })).toHaveCount(0);
  const told = await request('handler', 'GET', `/incidents/${id}`);
  expect(told.status).toBe(200);
  expect(JSON.stringify(told.body)).not.toContain(author);
  const { cookie: _theirs, 'content-length': _length, ...headers } = await sent.allHeaders();
  const real = Object.entries(headers).filter(([name]) => !name.startsWith(':'));
  const answer = await handler.context().request.post(sent.url(), {
    headers: Object.fromEntries(real),
    data: sent.postDataBuffer() ?? '',
  });
  const said = await answer.text();
  expect(said).toContain('FORBIDDEN');
  expect(said).not.toContain(author);

  const auditor = await openAs(browser, 'audit_admin');
  await auditor.page.goto('/audit');
  await auditor.page.getByRole('link', { name: /访问$/ }).first().click();
  await expect(auditor.page.getByText('查看作者名').first()).toBeVisible();
  await expect(auditor.page.getByText('核实是否在校生家长').first()).toBeAttached();
  for (const one of [officer, handler, auditor.page]) await one.context().close();
});

test('a command pressed before the page has woken up opens its form all the same', async ({
  browser,
}) => {
  const { id } = await log();
  const { context, page } = await openAs(browser, 'office');
  let isHeld = true;
  const waiting: (() => void)[] = [];
  await context.route('**/*.js*', async (route) => {
    if (isHeld) await new Promise<void>((resolve) => waiting.push(resolve));
    await route.continue();
  });
  await page.goto(`/incidents/${id}`, { waitUntil: 'commit' });
  const place = page.getByRole('region', { name: '下一步' });
  await place.getByText('其他操作').click();
  await place.getByRole('button', { name: '写记录', exact: true }).click();
  await page.waitForURL(/do=note/, { waitUntil: 'commit' });
  isHeld = false;
  for (const go of waiting) go();
  await expect(page.getByRole('dialog', { name: '写记录' })).toBeVisible();
  await expect(page).toHaveURL(/\/incidents\/[\w-]+$/);
  await context.close();
});
