import { expect, type Locator, test } from '@playwright/test';
import { formatMoment, toDateTimeLocal } from '@/lib/i18n/format';
import { give } from './incident-page';
import { openAs } from './people';
import { type Json, log, logGraded, read } from './rest';

const panelOf = (form: Locator) => form.getByRole('region', { name: '对时限的影响' });

const isPending = (one: Json) => one.status === 'open' || one.status === 'breached';

/** What the panel says of each limit, one sentence each, the marks before them left out. */
async function sentences(panel: Locator): Promise<string[]> {
  await expect(panel.getByRole('listitem').first()).toBeVisible();
  const lines = await panel.getByRole('listitem').allInnerTexts();
  return lines.map((line) => line.replaceAll(/\s+/g, ' ').trim());
}

/** The due time as the panel writes it; what starts at the act may be a minute later than foreseen. */
function moments(one: Json, asOf: string): string[] {
  if (!one.dueAt) return ['立即'];
  const minuteBefore = new Date(Date.parse(one.dueAt) - 60_000).toISOString();
  return [one.dueAt, minuteBefore].map((at) => formatMoment(at, asOf, 'zh-CN'));
}

for (const width of [1280, 360]) {
  test.describe(`at ${width} px`, () => {
    test('a regrade shows its effects before it is confirmed, and has exactly those', async ({
      browser,
    }) => {
      const { id } = await logGraded('ordinary');
      const { context, page } = await openAs(browser, 'leader', { width });
      await page.goto(`/incidents/${id}`);
      let said: string[] = [];
      await give(page, '调整等级', async (form) => {
        const panel = panelOf(form);
        await expect(panel).toContainText('填好上面的内容');
        await form.getByRole('radio', { name: '重大', exact: true }).check();
        await form.getByRole('radio', { name: '特别重大敏感负面' }).check();
        await expect(panel).toContainText('新增：');
        said = await sentences(panel);
        expect(said.some((line) => line.includes('（不变）'))).toBe(true);
        const box = await form.evaluate((one) => [one.scrollWidth, one.clientWidth]);
        expect(box[0]).toBeLessThanOrEqual(box[1] ?? 0);
        await form.getByRole('textbox', { name: '理由' }).fill('省级媒体介入');
      });
      const after = await read('leader', id);
      const pending = after.deadlines.filter(isPending);
      const told = said.filter((line) => !line.includes('不再要求') && !line.includes('完成：'));
      expect(told).toHaveLength(pending.length);
      for (const one of pending) {
        const expected = moments(one, after.asOf);
        const found = told.some((line) => expected.some((moment) => line.includes(moment)));
        expect(found, `${one.title} ${expected[0]} in ${told.join(' | ')}`).toBe(true);
      }
      await context.close();
    });

    test('an extension shows the old and the new time side by side', async ({ browser }) => {
      const { id } = await log({ category: 'inquiry' });
      const before = await read('deputy', id);
      const answer = before.deadlines.find((one: Json) => one.key === 'formal_answer');
      const wanted = new Date(Date.parse(answer.dueAt) + 86_400_000).toISOString();
      const { context, page } = await openAs(browser, 'deputy', { width });
      await page.goto(`/incidents/${id}`);
      await give(page, '延长时限', async (form) => {
        const panel = panelOf(form);
        const beyond = new Date(Date.parse(answer.hardMaxAt) + 60_000).toISOString();
        await form.getByLabel('延长至').fill(toDateTimeLocal(beyond));
        await expect(panel).toContainText('超过预案的最长期限');
        await form.getByLabel('延长至').fill(toDateTimeLocal(wanted));
        const line = panel.getByRole('listitem').filter({ hasText: '推后：答复意见' });
        await expect(line).toContainText(formatMoment(answer.dueAt, before.asOf, 'zh-CN'));
        await expect(line).toContainText(formatMoment(wanted, before.asOf, 'zh-CN'));
        await form.getByRole('textbox', { name: '理由' }).fill('等待检测结果');
      });
      const after = await read('deputy', id);
      const moved = after.deadlines.filter((one: Json) => {
        const old = before.deadlines.find((each: Json) => each.id === one.id);
        return old?.dueAt !== one.dueAt;
      });
      expect(moved.map((one: Json) => [one.key, one.dueAt])).toEqual([['formal_answer', wanted]]);
      await context.close();
    });
  });
}

test('who may not decide is told before pressing', async ({ browser }) => {
  const { id } = await logGraded('serious');
  const { context, page } = await openAs(browser, 'deputy');
  await page.goto(`/incidents/${id}?do=regrade`);
  const form = page.getByRole('dialog', { name: '调整等级' });
  await form.getByRole('radio', { name: '一般', exact: true }).check();
  await expect(panelOf(form)).toContainText('这个等级不由您决定');
  await expect(panelOf(form)).toContainText('主要负责人');
  await context.close();
});

test('a category that waits for a second person says that nothing changes yet', async ({
  browser,
}) => {
  const { id } = await log({ category: 'inquiry' });
  const { context, page } = await openAs(browser, 'office');
  await page.goto(`/incidents/${id}?do=categorise`);
  const form = page.getByRole('dialog', { name: '确定类别' });
  await form.getByRole('radio', { name: /捏造/ }).check();
  await expect(panelOf(form)).toContainText('须由第二人确认后才生效');
  await form.getByRole('radio', { name: /建议/ }).check();
  await expect(panelOf(form)).not.toContainText('须由第二人');
  await context.close();
});
