import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { openAs } from './people';
import { advanceClock } from './product';
import { type Logged, log, read } from './rest';

/** The escalation on a desk: the time limit of this incident with the button that answers it. */
function callFor(page: Page, { number }: Logged): Locator {
  return page
    .getByRole('listitem')
    .filter({ hasText: number })
    .getByRole('button', { name: '收到', exact: true });
}

async function deskOf(browser: Browser, username: string): Promise<Page> {
  const { page } = await openAs(browser, username);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible();
  return page;
}

/** All of them show the call within two seconds of the clock's move. */
async function expectCalls(pages: readonly Page[], incident: Logged): Promise<void> {
  const movedAt = Date.now();
  await Promise.all(
    pages.map((page) => expect(callFor(page, incident)).toBeVisible({ timeout: 2000 })),
  );
  console.log(`${pages.length} desks show it after ${Date.now() - movedAt} ms`);
}

/** How often somebody was told that a time limit of the incident is due or overdue. */
async function noticesOf(page: Page, { number }: Logged, text: string): Promise<number> {
  let found = 0;
  // Other stories leave notices too: this one's may stand on a later page.
  for (let next: string | null = '/notifications'; next; ) {
    await page.goto(next);
    const notices = page.getByRole('listitem').filter({ hasText: number });
    found += await notices.filter({ hasText: text }).count();
    const more = page.getByRole('link', { name: '下一页' });
    next = (await more.count()) > 0 ? await more.getAttribute('href') : null;
  }
  return found;
}

test('a due time reaches every affected desk within two seconds, once, until somebody answers', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  // Everything but the report upward is answered, so that one time limit is left to run out.
  const incident = await log();
  const office = await deskOf(browser, 'office');
  const office2 = await deskOf(browser, 'office2');
  const deputy = await deskOf(browser, 'deputy');
  const leader = await deskOf(browser, 'leader');
  for (const page of [office, office2, deputy, leader]) {
    await expect(callFor(page, incident)).toHaveCount(0);
  }

  await test.step('due: those who own it are called', async () => {
    await advanceClock('4h1m');
    await expectCalls([office, office2], incident);
  });

  await test.step('half an hour later: the deputy too', async () => {
    await advanceClock('31m');
    await expectCalls([office, office2, deputy], incident);
  });

  await test.step('one answer ends it on every desk', async () => {
    await callFor(deputy, incident).click();
    for (const page of [office, office2, deputy]) {
      await expect(callFor(page, incident)).toHaveCount(0);
    }
  });

  await test.step('nobody further up is called after that', async () => {
    await advanceClock('1h');
    const { deadlines } = await read('auditor', incident.id);
    expect(deadlines.find((one: { key: string }) => one.key === 'report_up').status).toBe(
      'breached',
    );
    expect(await noticesOf(leader, incident, '逐级提醒：')).toBe(0);
  });

  await test.step('each was told once', async () => {
    expect(await noticesOf(office, incident, '时限已到：')).toBe(1);
    expect(await noticesOf(office2, incident, '时限已到：')).toBe(1);
    expect(await noticesOf(deputy, incident, '逐级提醒：')).toBe(1);
  });
  for (const page of [office, office2, deputy, leader]) await page.context().close();
});
