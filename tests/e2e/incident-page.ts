import { expect, type Locator, type Page } from '@playwright/test';

/** Opens a page whose commands open forms, and waits until its scripts are awake. */
export async function openAwake(page: Page, path: string): Promise<void> {
  await Promise.all([page.waitForRequest('**/api/events', { timeout: 60_000 }), page.goto(path)]);
}

/** Makes the page anew and waits until it hears of changes. */
export async function reloadListening(page: Page): Promise<void> {
  const isLive = page.waitForResponse((answer) => answer.url().endsWith('/api/events'));
  await Promise.all([isLive, page.reload()]);
}

/** Gives a command from the incident's page, as its menu and its form offer it. */
export async function give(
  page: Page,
  name: string,
  fill: (form: Locator) => Promise<void> = async () => {},
  confirms = false,
): Promise<void> {
  await openForm(page, name);
  await complete(page, name, fill, confirms);
}

/** Opens a command's form from the menu, and leaves it open. */
export async function openForm(page: Page, name: string): Promise<Locator> {
  const place = page.getByRole('region', { name: '下一步' });
  await open(page, name, async () => {
    const entry = place.getByRole('button', { name, exact: true }).last();
    if (!(await entry.isVisible())) await place.getByText('其他操作').click();
    return entry;
  });
  return page.getByRole('dialog', { name, exact: true });
}

/** Gives a command whose button stands beside what it is about. */
export async function giveBeside(
  page: Page,
  name: string,
  fill: (form: Locator) => Promise<void> = async () => {},
): Promise<void> {
  const beside = page.getByRole('main').getByRole('button', { name, exact: true });
  await open(page, name, async () => beside.first());
  await complete(page, name, fill, false);
}

/** Presses until the form is there: a press before the page has woken up goes nowhere. */
async function open(page: Page, name: string, find: () => Promise<Locator>): Promise<void> {
  const form = page.getByRole('dialog', { name, exact: true });
  await expect(async () => {
    // One that is still fetching its form covers the buttons.
    if (!(await page.getByRole('dialog').isVisible())) {
      const button = await find();
      await button.click({ timeout: 2000 });
    }
    await expect(form).toBeVisible({ timeout: 4000 });
  }).toPass({ timeout: 20_000 });
}

async function complete(
  page: Page,
  name: string,
  fill: (form: Locator) => Promise<void>,
  confirms: boolean,
): Promise<void> {
  const form = page.getByRole('dialog', { name, exact: true });
  await fill(form);
  await form.locator('button[type="submit"]').click();
  if (confirms) await form.getByRole('button', { name: '确认', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** The stage the rail calls current. */
export async function expectStage(page: Page, stage: string): Promise<void> {
  await expect(page.locator('[aria-current="step"]')).toContainText(stage);
}
