import { expect, test } from '@playwright/test';
import { expectStage, give, openForm } from './incident-page';
import { openAs } from './people';
import { adopt } from './product';
import { does, log } from './rest';

test.describe('an incident on another plan than the default', () => {
  test.beforeAll(() => Promise.all([adopt('officer', 'p02'), adopt('officer', 'p13')]));

  test('asks what that plan looks at, suggests while it is filled in, and keeps who decided otherwise', async ({
    browser,
  }) => {
    const { id } = await log({ planKey: 'p02', flags: { rising: true } });
    await does('officer', id, 'sendReport', { content: '首报：校门口路灯不亮' });
    const office = await openAs(browser, 'office');
    await office.page.goto(`/incidents/${id}`);
    await give(office.page, '呈批', async (form) => {
      const panel = form.getByRole('region', { name: '系统建议' });
      await expect(form.getByLabel('正在发酵升温')).toHaveValue('yes');
      await expect(form.getByLabel('转发')).toHaveCount(0);
      await expect(panel).toContainText('按现有事实不能建议等级');
      await form.getByLabel('涉及重点领域').selectOption({ label: '是' });
      await expect(panel).toContainText('重大');
      await expect(panel).toContainText('依据：涉及重点领域；正在发酵升温');
      await expect(panel).toContainText('是否达到“特别重大”还不能判断');
      const judged = ['由突发事件引起', '严重影响社会稳定、社会秩序', '造成重大负面影响'];
      for (const name of judged) await form.getByLabel(name).selectOption({ label: '是' });
      await expect(panel).toContainText('系统建议 特别重大');
      await form.getByLabel('严重影响社会稳定、社会秩序').selectOption({ label: '否' });
      await expect(panel).toContainText('系统建议 重大');
      await form.getByRole('textbox', { name: '事实' }).fill('三盏路灯不亮');
      await form.getByRole('radio', { name: '较大', exact: true }).check();
      await expect(panel).toContainText('拟定的等级与建议不同');
    });
    const facts = office.page.locator('#facts');
    await expect(facts).toContainText('系统建议：重大');
    await expect(facts).toContainText('严重影响社会稳定、社会秩序：否');
    await office.context.close();

    const leader = await openAs(browser, 'leader', { width: 360 });
    await leader.page.goto(`/incidents/${id}`);
    await give(leader.page, '定级', async (form) => {
      await expect(form.getByRole('radio', { name: '较大', exact: true })).toBeChecked();
      await form.locator('button[type="submit"]').click();
      await expect(form.getByRole('alert')).toContainText('须写明理由');
      await form.getByRole('textbox', { name: '理由' }).fill('范围仅限校门口');
    });
    await expect(leader.page.locator('#facts')).toContainText('系统建议为重大');
    await expect(leader.page.locator('#facts')).toContainText('范围仅限校门口');
    await leader.context.close();
  });

  test('without levels is assessed, not graded, and says who adds a missing approval chain', async ({
    browser,
  }) => {
    const { id, title } = await log({ planKey: 'p13' });
    await does('officer', id, 'sendReport', { content: '首报：校门口路灯不亮' });
    const { context, page } = await openAs(browser, 'office');
    await page.goto(`/incidents/${id}`);
    await expect(page.getByText('未定级')).toHaveCount(0);
    await give(page, '研判', (form) => form.getByRole('textbox', { name: '事实' }).fill('属实'));
    await expectStage(page, '研判');
    await page.getByText('其他操作').click();
    const menu = page.getByRole('region', { name: '研判' });
    await expect(menu.getByRole('button', { name: '初判等级' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await does('office', id, 'draftWording', {
      kind: 'statement',
      title: '情况说明',
      body: '已知事实',
    });
    await page.reload();
    const form = await openForm(page, '送审');
    await form.locator('button[type="submit"]').click();
    await expect(form.getByRole('alert')).toContainText('请办公室在预案里补上审批流程');
    await page.goto(`/incidents?q=${encodeURIComponent(title.split(' ').at(-1) ?? '')}`);
    await expect(page.getByRole('row').filter({ hasText: title })).toContainText('不分级');
    await expect(page.getByRole('row').filter({ hasText: title })).toContainText('研判');
    await context.close();
  });
});
