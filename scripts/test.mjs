import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runChecks } from './checks.mjs';
import {
  arePackagesInstalled,
  buildWeb,
  generateClient,
  installPackages,
  isBuilt,
  requireNode,
} from './setup.mjs';
import { failWith, rootDir, say, seconds, step } from './steps.mjs';
import { runBrowserTests, runVitest } from './test-runs.mjs';

/** Each answers with how many passed and failed. */
const parts = {
  check: runChecks,
  unit: () => runVitest('unit'),
  integration: () => runVitest('integration'),
  build: async () => {
    if (!isBuilt()) await step('Building the web application', () => buildWeb());
    return { passed: 1, failed: 0 };
  },
  faults: () => runVitest('faults'),
  e2e: runBrowserTests,
};
const needsBuild = ['faults', 'e2e'];

// The build under test also has the pages that sizes are measured against; it has its own folder.
process.env.NEXT_DIST_DIR = '.next-yardstick';
process.env.HUIYING_YARDSTICK = '1';

try {
  requireNode();
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !(name in parts));
  if (unknown.length > 0) throw new Error(`Unknown part: ${unknown.join(', ')}`);
  const chosen = asked.length === 0 ? Object.keys(parts) : withBuild(asked);
  giveHome();
  if (!arePackagesInstalled()) await step('Installing the npm packages', () => installPackages());
  if (!chosen.includes('check')) await generateClient();
  const total = { passed: 0, failed: 0 };
  for (const name of chosen) {
    const { passed, failed } = await runPart(name);
    total.passed += passed;
    total.failed += failed;
  }
  say(`${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed === 0 ? 0 : 1);
} catch (error) {
  failWith(error);
  say('0 passed, 1 failed');
}

/** Runs one part; whatever it throws counts as one failure, so that the others still run. */
async function runPart(name) {
  say(`== ${name}`);
  const startedAt = performance.now();
  let count = { passed: 0, failed: 1 };
  try {
    count = await parts[name]();
  } catch (error) {
    failWith(error);
  }
  say(`== ${name}: ${seconds(performance.now() - startedAt)}`);
  return count;
}

function withBuild(asked) {
  return asked.some((name) => needsBuild.includes(name)) ? ['build', ...asked] : asked;
}

/** Browsers and npm want a home that exists. */
function giveHome() {
  if (process.env.HOME) return;
  process.env.HOME = join(rootDir, '.test', 'home');
  mkdirSync(process.env.HOME, { recursive: true });
}
