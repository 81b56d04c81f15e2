import { type Browser, type BrowserContext, type Page, test } from '@playwright/test';
import { DEMO_PASSWORD } from '@/lib/access/password-policy';
import { localeCookie } from '@/lib/i18n/locales';

const BASE = process.env.E2E_BASE_URL ?? 'http://localhost:3000';

interface Look {
  width?: number;
  theme?: 'light' | 'dark';
  locale?: 'zh-CN' | 'en';
  /** Stays for the tests that follow; whoever opened it closes it. */
  stays?: true;
}

/** Contexts of the test that runs; those an earlier one left open are closed. */
const opened = { testId: '', contexts: [] as BrowserContext[] };

/**
 * A page left open goes on renewing itself, and a person may hold eight streams of changes at a
 * time: the ninth is refused for half a minute.
 */
async function closeLeftovers(): Promise<void> {
  const { testId } = test.info();
  if (testId === opened.testId) return;
  const left = opened.contexts.splice(0);
  opened.testId = testId;
  await Promise.all(left.map((context) => context.close()));
}

/** A browser of its own for one person of the demo data, signed in; `null` = a visitor. */
export async function openAs(
  browser: Browser,
  username: string | null,
  look: Look = {},
): Promise<{ context: BrowserContext; page: Page }> {
  await closeLeftovers();
  const width = look.width ?? 1280;
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 780 : 900 },
    colorScheme: look.theme ?? 'light',
    locale: look.locale ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  if (look.locale)
    await context.addCookies([{ name: localeCookie, value: look.locale, url: BASE }]);
  if (!look.stays) opened.contexts.push(context);
  const page = await context.newPage();
  if (username) await signIn(context, username);
  return { context, page };
}

/** Signs in over the same route as the form; the form itself has its own test. */
async function signIn(context: BrowserContext, username: string): Promise<void> {
  const csrf = await context.request.get(`${BASE}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  await context.request.post(`${BASE}/api/auth/callback/credentials`, {
    form: { csrfToken, username, password: DEMO_PASSWORD, json: 'true' },
  });
}
