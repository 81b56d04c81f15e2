import { expect, type Page, test } from '@playwright/test';
import { DEMO_PASSWORD } from '@/lib/access/password-policy';
import { MailServer, Providers, SECRETS } from '../support/providers';
import { openAs } from './people';
import { advanceClock } from './product';
import { does, type Logged, log, newMark, read } from './rest';

// One story: what the first sets up the next one uses, and the last takes out of use again.
test.describe.configure({ mode: 'serial' });

const MAIL = `值班邮件 ${newMark()}`;
const GROUP = `值班钉钉群 ${newMark()}`;

let mail: MailServer;
let robots: Providers;
let admin: Page;
let incident: Logged;
let link: string;

test.beforeAll(async ({ browser }) => {
  [mail, robots] = [await MailServer.start(), await Providers.start()];
  ({ page: admin } = await openAs(browser, 'sysadmin', { stays: true }));
});

test.afterAll(async () => {
  await admin.context().close();
  await mail.stop();
  await robots.stop();
});

const rowOf = (name: string) => admin.getByRole('row').filter({ hasText: name });

async function fits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
}

test('the system administrator sets up mail and a 钉钉 robot, and hears what a test answers', async () => {
  await test.step('mail', async () => {
    await admin.goto('/admin/channels?kind=mail');
    await admin.getByLabel('名称').fill(MAIL);
    await admin.getByLabel('邮件服务器').fill('127.0.0.1');
    await admin.getByLabel('端口').fill(String(mail.port));
    await admin.getByLabel('加密').selectOption('none');
    await admin.getByLabel('发件地址').fill('yq@example.gov.cn');
    await admin.getByLabel('用户名').fill('huiying');
    await admin.getByLabel('密码').fill('mail-password');
    await admin.getByRole('button', { name: '保存' }).click();
    await expect(rowOf(MAIL).first()).toContainText('使用中');
    await admin.getByRole('button', { name: `测试 ${MAIL}` }).click();
    await expect(admin.getByText('没有邮箱或手机号').first()).toBeVisible();
  });

  await test.step('a robot with a wrong secret', async () => {
    await admin.goto('/admin/channels?kind=dingtalk');
    await admin.getByLabel('名称').fill(GROUP);
    await admin.getByLabel('服务地址').fill(robots.url);
    await admin.getByLabel('机器人令牌').fill('T');
    await admin.getByLabel('签名密钥').fill('wrong');
    await admin.getByRole('button', { name: '保存' }).click();
    await admin.getByRole('button', { name: `测试 ${GROUP}` }).click();
    await expect(admin.getByText(`「${GROUP}」的测试消息没有送出`)).toBeVisible();
    await expect(admin.getByText('签名或密钥不对').first()).toBeVisible();
  });

  await test.step('and with the right one', async () => {
    await admin.getByRole('link', { name: `修改 ${GROUP}` }).click();
    await admin.getByLabel('机器人令牌').fill('T');
    await admin.getByLabel('签名密钥').fill(SECRETS.dingtalk);
    await admin.getByRole('radio', { name: '只收下面选中的' }).check();
    await admin.getByText('选择消息').click();
    await admin.getByRole('checkbox', { name: '时限已到' }).check();
    await admin.getByRole('button', { name: '保存' }).click();
    await admin.getByRole('button', { name: `测试 ${GROUP}` }).click();
    await expect(admin.getByText(`「${GROUP}」的测试消息已送出`)).toBeVisible();
    expect(robots.accepted().at(-1)?.text).toContain('测试消息');
  });
});

test('a person says on a phone how to be reached, and when not', async ({ browser }) => {
  const { page } = await openAs(browser, 'handler', { width: 360 });
  await page.goto('/notifications/contact');
  await page.getByLabel('邮箱').fill('handler@example.gov.cn');
  await page.getByLabel('免打扰从').fill('03:00');
  await page.getByLabel('到', { exact: true }).fill('03:05');
  await page.getByLabel('消息语言').selectOption('en');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('已保存')).toBeVisible();
  await expect(page.getByLabel('免打扰从')).toHaveValue('03:00');
  await fits(page);
  await page.context().close();
});

test('an escalation arrives by mail in the language of its reader, and in the group', async () => {
  test.setTimeout(120_000);
  incident = await log();
  const { unitId, discoveredAt } = await read('office', incident.id);
  const dueAt = new Date(Date.parse(discoveredAt) + 3_600_000).toISOString();
  await does('office', incident.id, 'assign', { unitId, requirement: '核实路灯情况', dueAt });
  await advanceClock('61m');
  const ours = () =>
    mail.mails.find(({ to, text }) => {
      return (
        to[0] === 'handler@example.gov.cn' &&
        text.includes('/notifications/acknowledge/') &&
        text.includes(incident.number)
      );
    });
  await expect.poll(ours, { timeout: 30_000 }).toBeTruthy();
  const text = ours()?.text ?? '';
  expect(text).toContain('Time limit');
  expect(text).not.toContain('核实路灯情况');
  link = new URL(/https?:\S+\/notifications\/acknowledge\/\S+/.exec(text)?.[0] ?? '').pathname;
  await expect
    .poll(() => robots.accepted().some((one) => one.text.includes('时限已到')), { timeout: 30_000 })
    .toBe(true);
});

test('the link acknowledges in two taps after signing in, at 360 px', async ({ browser }) => {
  const { page } = await openAs(browser, null, { width: 360 });
  await page.goto(link);
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/);
  await page.getByLabel('用户名').fill('handler');
  await page.getByLabel('密码').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: '确认收到' })).toBeVisible();
  await expect(page.getByText(incident.number)).toBeVisible();
  expect(await acknowledgedBy()).toBeNull();
  await fits(page);
  let taps = 0;
  await page.getByRole('button', { name: '收到，我来处理' }).click();
  taps += 1;
  await expect(page.getByText('您已确认收到')).toBeVisible();
  expect(taps).toBeLessThanOrEqual(2);
  expect(await acknowledgedBy()).not.toBeNull();
  await fits(page);
  await page.context().close();
});

test('a stale link says who was faster', async ({ browser }) => {
  const { page } = await openAs(browser, 'office', { width: 360 });
  await page.goto(link);
  await expect(page.getByText(/已确认收到$/)).toBeVisible();
  await expect(page.getByRole('button', { name: '收到，我来处理' })).toBeHidden();
  await page.context().close();
});

test('the log shows it all; what was sent can be sent again; then the channels go out of use', async () => {
  await admin.goto('/admin/channels/log?result=sent');
  const sent = admin.getByRole('row').filter({ hasText: GROUP }).filter({ hasText: '时限已到' });
  await expect(sent.first()).toContainText('对方已接收');
  const before = robots.accepted().length;
  await sent.first().getByRole('button', { name: '重新发送' }).click();
  await expect(admin.getByText('已放回待发队列')).toBeVisible();
  await expect.poll(() => robots.accepted().length, { timeout: 30_000 }).toBeGreaterThan(before);
  await admin.goto('/admin/channels/held?view=bundled');
  await expect(admin.getByRole('heading', { level: 1, name: '待发与合并' })).toBeVisible();
  await admin.goto('/admin/channels');
  for (const name of [MAIL, GROUP]) {
    await admin.getByRole('button', { name: `停用 ${name}` }).click();
    await expect(admin.getByRole('button', { name: `启用 ${name}` })).toBeVisible();
  }
});

async function acknowledgedBy(): Promise<string | null> {
  const id = link.split('/').at(-1);
  const { deadlines } = await read('office', incident.id);
  return deadlines.find((one: { id: string }) => one.id === id)?.acknowledgedAt ?? null;
}
