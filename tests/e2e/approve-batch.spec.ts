import { expect, test } from '@playwright/test';
import { openAs } from './people';
import { does, logGraded, newMark, read, submitStatement } from './rest';

test('ordinary texts of one kind are signed together; what failed says so by itself', async ({
  browser,
}) => {
  const titles = [`情况说明 ${newMark()}`, `情况说明 ${newMark()}`] as const;
  const { id } = await logGraded('ordinary');
  const seen = [await submitStatement(id, titles[0]), await submitStatement(id, titles[1])];

  const { context, page } = await openAs(browser, 'deputy', { width: 360 });
  await page.goto('/approvals?tab=sign&batch=statement');
  const rowOf = (title: string) => page.getByRole('listitem').filter({ hasText: title });
  for (const title of titles) {
    await expect(rowOf(title).getByRole('checkbox')).toBeDisabled();
    await rowOf(title).getByText('看改动和全文').click();
    await rowOf(title).getByRole('checkbox').check();
  }
  // Somebody signs the second one meanwhile.
  await does('deputy2', id, 'approve', seen[1]);
  await page.getByRole('button', { name: '同意所选 2 件' }).click();
  await page.getByRole('button', { name: '确认同意这 2 件' }).click();
  await expect(page.getByText(`${titles[0]}：已同意`)).toBeVisible();
  await expect(page.getByText(`${titles[1]}：没有签上`)).toBeVisible();
  const { wordings } = await read('auditor', id);
  expect(wordings.map((one: { approval: { state: string } }) => one.approval.state)).toEqual([
    'approved',
    'approved',
  ]);
  await context.close();
});
