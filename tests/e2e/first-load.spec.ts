import { type Browser, expect, test } from '@playwright/test';
import { openAs } from './people';

const KILOBYTE = 1000;

/** Gzipped bytes of all scripts a page asks for until it has loaded, in a browser without cache. */
async function scriptBytes(browser: Browser, person: string | null, path: string): Promise<number> {
  const { context, page } = await openAs(browser, person);
  const scripts: Promise<number>[] = [];
  page.on('response', (response) => {
    const request = response.request();
    if (request.resourceType() !== 'script') return;
    scripts.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(path, { waitUntil: 'load' });
  const sizes = await Promise.all(scripts);
  await context.close();
  return sizes.reduce((sum, size) => sum + size, 0);
}

test('first-load JavaScript stays within its budget above an empty page', async ({ browser }) => {
  const { context, page } = await openAs(browser, 'office');
  await page.goto('/incidents?q=食堂');
  const incident = await page.getByRole('link', { name: /食堂/ }).first().getAttribute('href');
  await context.close();
  const empty = await scriptBytes(browser, null, '/yardstick/empty');
  const budgets: [string, string | null, number][] = [
    ['/sign-in', null, 60],
    ['/', 'officer', 60],
    ['/incidents', 'office', 60],
    ['/approvals', 'leader', 60],
    [incident ?? '', 'office', 120],
  ];
  console.log(`empty page: ${(empty / KILOBYTE).toFixed(1)} kB`);
  for (const [path, person, budget] of budgets) {
    const above = (await scriptBytes(browser, person, path)) - empty;
    console.log(`${path}: empty page + ${(above / KILOBYTE).toFixed(1)} kB, budget ${budget} kB`);
    expect(above, path).toBeLessThanOrEqual(budget * KILOBYTE);
  }
});
