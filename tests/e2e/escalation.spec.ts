import { expect, test } from '@playwright/test';
import { openAs } from './people';

/** 逐级提醒 on paper: who would be told when, and steps of their own for one level. */
for (const width of [1280, 360]) {
  test(`a dry run says who is told when, at ${width} px`, async ({ browser }) => {
    const { page } = await openAs(browser, 'office', { width });
    await page.goto('/plans/p26/escalation');
    await page.getByLabel('舆情等级').selectOption({ label: '重大' });
    await page.getByRole('button', { name: '推算' }).click();
    await expect(page).toHaveURL(/grade=serious/);
    const steps = page.getByRole('table', { name: '逐步推算' });
    await expect(steps.getByRole('row', { name: /到期后 1 小时/ })).toContainText('韩立本');
    const check = page.getByRole('table', { name: '未来七天是否都找得到人' });
    await expect(check.getByRole('row', { name: /到期后 30 分钟/ })).toContainText('分管领导');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(overflow).toBeLessThanOrEqual(width);
  });
}
