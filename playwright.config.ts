import { defineConfig } from '@playwright/test';
import { chromiumArgs, chromiumPath } from './tests/support/chromium';

const executablePath = await chromiumPath();

const movingClock = /\/(?:channels|clock|story)\.spec\.ts$/;

/** Runs against the product at E2E_BASE_URL; `npm run test:e2e` starts one and sets it. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: process.env.E2E_BASE_URL ?? 'http://localhost:3000',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args: chromiumArgs },
  },
  projects: [
    { name: 'console', testIgnore: movingClock },
    // These move the demo clock for everybody, and what they time needs a quiet machine.
    { name: 'clock', testMatch: movingClock, dependencies: ['console'], workers: 1 },
  ],
});
