import { type Browser, expect, type Page, test } from '@playwright/test';
import { TAKEN } from '../support/sample-files';
import { openForm } from './incident-page';
import { openAs } from './people';
import { command, does, type Json, logGraded, newMark, read } from './rest';

const PDF = TAKEN['a.pdf']?.[0] ?? Buffer.alloc(0);
const CHAIN = '一般通稿：局领导小组同意';

const approvalOf = async (id: string) => (await read('auditor', id)).wordings.at(-1).approval;

/** A text of the spokesperson's, on its way through the chain of a serious incident. */
async function submitted(id: string, title: string) {
  const body = '已知事实：校门口三盏路灯不亮，电工已到场。';
  await does('spokesperson', id, 'draftWording', { kind: 'statement', title, body });
  const draft: Json = (await read('office', id)).wordings.at(-1);
  await does('office', id, 'submitWording', { wordingId: draft.id });
  return { wordingId: draft.id, contentHash: draft.versions.at(-1).contentHash };
}

/** Opens the form of a chain in the editor. */
async function openChain(page: Page, label: string) {
  await page.getByRole('button', { name: `修改 ${label}` }).click();
  await expect(page.getByRole('textbox', { name: '流程名称' }).first()).toHaveValue(label);
}

const save = (page: Page) => page.getByRole('button', { name: '保存', exact: true }).click();

/** Edits how a chain of P21 runs and hands the draft over. */
async function editChain(page: Page, mark: string): Promise<void> {
  await page.goto('/plans/p21');
  await page.getByRole('button', { name: '采用这份预案' }).click();
  const adopt = page.getByRole('dialog', { name: '采用这份预案' });
  await adopt.getByRole('textbox', { name: '本单位预案名称' }).fill(`七步预案 ${mark}`);
  await adopt.getByRole('textbox', { name: '编号' }).fill(`own_${mark}`);
  await adopt.getByRole('button', { name: '建立草稿' }).click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(mark) })).toBeVisible();
  const draft = new URL(page.url()).pathname;
  await page.goto(`${draft}?part=chains`);

  await openChain(page, CHAIN);
  await page.getByRole('checkbox', { name: '三审三校，登记造册' }).check();
  await page.getByRole('checkbox', { name: '允许紧急发布' }).check();
  await page.getByRole('spinbutton', { name: '几小时内补签' }).fill('3');
  await page.getByRole('spinbutton', { name: '最多等多少分钟' }).fill('7');
  await page.getByRole('spinbutton', { name: /^电话同意补签时限/ }).fill('5');
  await save(page);
  const changes = page.locator('section', {
    has: page.getByRole('heading', { name: /^改了什么/ }),
  });
  await expect(changes).toContainText(`${CHAIN} · 紧急发布后补签`);
  for (const now of ['现在 3 小时', '现在 7 分钟', '现在 5 小时', '现在 三审三校，登记造册']) {
    await expect(changes).toContainText(now);
  }
  await page.reload();
  await openChain(page, CHAIN);
  await expect(page.getByRole('spinbutton', { name: '几小时内补签' })).toHaveValue('3');
  await expect(page.getByRole('spinbutton', { name: '最多等多少分钟' })).toHaveValue('7');
  await page.getByRole('button', { name: '取消' }).first().click();

  await page.getByRole('button', { name: '送审' }).click();
  const submit = page.getByRole('dialog', { name: '送审' });
  await submit.getByRole('textbox', { name: '为什么这样改' }).fill('汛期要快，网站稿件要登记');
  await submit.getByRole('button', { name: '送审' }).click();
  await expect(page.getByText(/已送审，等待发布$/)).toBeVisible();
}

/** A second person puts it in use. */
async function publish(browser: Browser, mark: string): Promise<void> {
  const { context, page } = await openAs(browser, 'leader');
  await page.goto('/plans');
  await page.getByRole('link', { name: `七步预案 ${mark}` }).click();
  await expect(page.getByRole('table', { name: '修改前后对照' })).toContainText('三审三校');
  await page.getByRole('button', { name: '发布' }).click();
  const dialog = page.getByRole('dialog', { name: '发布新版本' });
  await dialog.getByRole('button', { name: '发布' }).click();
  await expect(page).toHaveURL(new RegExp(`/plans/own_${mark}$`));
  await expect(page.getByText('可紧急发布，3 小时内补签')).toBeVisible();
  await expect(page.getByText('三审三校，登记造册')).toBeVisible();
  await context.close();
}

test('what a chain allows is edited, published by a second person, and the chain runs so', async ({
  browser,
}) => {
  test.slow();
  const mark = newMark();
  const office = await openAs(browser, 'office');
  await editChain(office.page, mark);
  await office.context.close();
  await publish(browser, mark);

  const title = `情况说明 ${mark}`;
  const { id } = await logGraded('ordinary', { planKey: `own_${mark}` });
  const seen = await submitted(id, title);
  const wait = (await read('auditor', id)).deadlines.find(
    (one: Json) => one.key === 'approval_step' && one.status === 'open',
  );
  expect(Date.parse(wait.dueAt) - Date.parse(wait.startedAt)).toBe(7 * 60_000);

  const { context, page } = await openAs(browser, 'deputy', { width: 360 });
  await page.goto(`/incidents/${id}`);
  await page.getByRole('button', { name: '紧急发布', exact: true }).click();
  const form = page.getByRole('dialog', { name: '紧急发布' });
  await expect(form.getByText('校门口三盏路灯不亮')).toBeVisible();
  await form.getByLabel('为什么不能等').fill('谣言扩散，家长已聚集');
  await form.locator('button[type="submit"]').click();
  await expect(form.getByText('放行后即可对外发布。确认紧急发布？')).toBeVisible();
  await form.getByRole('button', { name: '确认', exact: true }).click();
  await expect(page.getByText('已放行，余下各步补签')).toBeVisible();
  await expect(page.getByText(/谣言扩散，家长已聚集/).first()).toBeVisible();
  expect((await approvalOf(id)).state).toBe('released');
  await context.close();

  const member = await openAs(browser, 'deputy2', { width: 360 });
  await member.page.goto(`/approvals?tab=sign&step=${(await approvalOf(id)).steps[0].id}`);
  await expect(member.page.getByRole('heading', { level: 2, name: title })).toBeVisible();
  await expect(member.page.getByText(/已紧急放行/)).toBeVisible();
  await member.context.close();
  const unread = await command('deputy', id, 'approve', seen);
  expect(unread.body.reason).toBe('proofread_needed');
  for (const name of ['deputy', 'deputy2', 'member']) {
    await does(name, id, 'approve', { ...seen, found: '未发现差错' });
  }
  expect((await approvalOf(id)).state).toBe('approved');
});

test('the group’s step passes by signed minutes; one they name not objects once, one they name ends it', async ({
  browser,
}) => {
  test.slow();
  const title = `情况说明 ${newMark()}`;
  const { id } = await logGraded('serious');
  const seen = await submitted(id, title);
  await does('leader', id, 'approve', seen);

  const office = await openAs(browser, 'office');
  const { page } = office;
  await page.goto(`/incidents/${id}`);
  await page.getByText('证据材料').first().click();
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: '领导小组会议纪要.pdf', mimeType: 'application/pdf', buffer: PDF });
  await expect(
    page.getByRole('button', { name: '复制 领导小组会议纪要.pdf 的完整指纹' }),
  ).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: '凭纪要通过' }).click();
  const form = page.getByRole('dialog', { name: '凭纪要通过' });
  await expect(form.getByText('还须 3 人到会并同意')).toBeVisible();
  for (const name of ['顾明谦', '宋观澜']) await form.getByRole('checkbox', { name }).check();
  await form.getByLabel('会议决定').fill('同意按此稿发布');
  await form.getByLabel('纪要扫描件').selectOption({ label: '领导小组会议纪要.pdf' });
  const submit = form.locator('button[type="submit"]');
  await submit.click();
  await expect(form.getByRole('alert')).toContainText('3');
  await form.getByRole('checkbox', { name: '傅长青' }).check();
  await submit.click();
  await expect(page.getByText('会议纪要已记录，已通知各成员')).toBeVisible();
  expect((await approvalOf(id)).state).toBe('approved');
  await office.context.close();

  const objects = async (username: string, reason: string) => {
    const { context, page } = await openAs(browser, username, { width: 360 });
    await page.goto(`/incidents/${id}`);
    const dialog = await openForm(page, '对纪要提出异议');
    await expect(dialog.getByText('同意按此稿发布')).toBeVisible();
    await dialog.getByLabel('异议').last().fill(reason);
    await dialog.locator('button[type="submit"]').click();
    await expect(page.getByText(reason).first()).toBeVisible();
    await page.reload();
    await expect(page.getByRole('button', { name: '对纪要提出异议' })).toHaveCount(0);
    await context.close();
  };
  await objects('member', '会上没有讨论第二段');
  expect((await approvalOf(id)).state).toBe('approved');
  await objects('deputy2', '我没有到会');
  expect((await approvalOf(id)).state).toBe('voided');

  const auditor = await openAs(browser, 'auditor');
  await auditor.page.goto(`/incidents/${id}/approval/${seen.wordingId}`);
  const sheet = auditor.page.getByRole('article');
  await expect(sheet).toContainText('秦若水');
  await expect(sheet).toContainText('对纪要提出异议：会上没有讨论第二段');
  await expect(sheet).toContainText('我没有到会');
  await auditor.context.close();
});
