import { type Browser, expect, type Page, test } from '@playwright/test';
import { give, giveBeside } from './incident-page';
import { openAs } from './people';
import { log, newMark, read } from './rest';

const PHONE = 360;
const POINTS = ['餐盒内是否有异物', '供货批次有无问题'];

/** What one person does on their phone, in a browser of their own. */
async function as(browser: Browser, username: string, act: (page: Page) => Promise<void>) {
  const { context, page } = await openAs(browser, username, { width: PHONE });
  await act(page);
  await context.close();
}

const noSideways = async (page: Page) => {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(PHONE);
};

async function answerPoints(page: Page, second: string, said: string): Promise<void> {
  await give(page, '反馈核实情况', async (form) => {
    await form.getByRole('radio', { name: '部分属实', exact: true }).check();
    await form.getByRole('combobox', { name: '结论 1' }).selectOption({ label: '部分属实' });
    await form.getByRole('textbox', { name: '说明 1' }).fill('当日一份餐盒内有包装碎屑。');
    await form.locator('button[type="submit"]').click();
    await expect(form.getByText(/还有事项没有结论或说明：第2条/)).toBeVisible();
    await form.getByRole('combobox', { name: '结论 2' }).selectOption({ label: second });
    await form.getByRole('textbox', { name: '说明 2' }).fill(said);
    await noSideways(page);
  });
}

test('a school takes an order of the bureau, answers it point by point, and signs', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const { id, title } = await log({ title: `家长反映午餐有异物 ${newMark()}` });
  const path = `/incidents/${id}`;

  await test.step('the bureau gives it to the school’s unit', async () => {
    await as(browser, 'office', async (page) => {
      await page.goto(path);
      await give(page, '交办', async (form) => {
        const unit = form.getByRole('combobox', { name: '承办单位' });
        const schools = unit.locator('option', { hasText: /甲小学 · 总务处/ });
        await unit.selectOption({ label: (await schools.first().textContent()) ?? '' });
        await form.getByRole('textbox', { name: '办理要求' }).fill('核实午餐异物并逐条答复');
        await form.getByRole('textbox', { name: '逐条核实事项' }).fill(POINTS.join('\n'));
      });
    });
  });

  await test.step('it stands on the school’s desk, and the neighbour finds nothing', async () => {
    await as(browser, 'school_office', async (page) => {
      await page.goto('/incidents');
      await expect(page.getByText(title).first()).toBeVisible();
      await page.goto(path);
      await expect(page.getByText(POINTS[0] ?? '').first()).toBeVisible();
      await noSideways(page);
      await give(page, '签收联系单');
    });
    await as(browser, 'school_b_handler', async (page) => {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(404);
    });
  });

  await test.step('the unit answers each point, and the principal signs', async () => {
    await as(browser, 'handler2', async (page) => {
      await page.goto(path);
      await answerPoints(page, '无法核实', '供货方尚未提供批次记录。');
      await expect(page.getByText('待主要负责人签署').first()).toBeVisible();
    });
    await as(browser, 'school_leader', async (page) => {
      await page.goto(path);
      await give(
        page,
        '签署反馈',
        async (form) => {
          await expect(form.getByText('供货方尚未提供批次记录。')).toBeVisible();
          await noSideways(page);
        },
        true,
      );
    });
  });

  await test.step('the bureau returns it; the school answers again and signs', async () => {
    await as(browser, 'office', async (page) => {
      await page.goto(path);
      await giveBeside(page, '退回反馈', (form) =>
        form.getByRole('textbox', { name: '需要补充什么' }).fill('第二条请附批次记录'),
      );
    });
    await as(browser, 'school_office', async (page) => {
      await page.goto(path);
      await expect(page.getByText('第二条请附批次记录').first()).toBeVisible();
      await give(page, '反馈核实情况', async (form) => {
        await form.getByRole('radio', { name: '部分属实', exact: true }).check();
        await form.getByRole('combobox', { name: '结论 2' }).selectOption({ label: '不属实' });
        await form.getByRole('textbox', { name: '说明 2' }).fill('批次记录齐全，检验合格。');
      });
    });
    await as(browser, 'school_leader', async (page) => {
      await page.goto(path);
      await give(page, '签署反馈', async () => {}, true);
    });
  });

  await test.step('the bureau settles it', async () => {
    await as(browser, 'office', async (page) => {
      await page.goto(path);
      // What is settled folds away; the answer is read before.
      await expect(page.getByText('批次记录齐全，检验合格。').first()).toBeVisible();
      await noSideways(page);
      await giveBeside(page, '审核办结联系单');
    });
  });
  const { assignments } = await read('office', id);
  expect(assignments).toMatchObject([{ state: 'settled', answers: [{ point: 0 }, { point: 1 }] }]);
});
