import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { destroy } from './postgres.mjs';
import { freePort } from './probe.mjs';
import { bin } from './setup.mjs';
import { PlainError, rootDir, run, say, sleep } from './steps.mjs';

/** @typedef {{passed: number, failed: number}} Count */

const testDir = join(rootDir, '.test');
const readyLimitMs = 300_000;

/**
 * Runs one Vitest project.
 * @param {'unit' | 'integration' | 'faults'} project
 * @returns {Promise<Count>}
 */
export async function runVitest(project) {
  const report = reportFile(project);
  const args = ['run', '--project', project, '--passWithNoTests', '--reporter=default'];
  args.push('--reporter=json', `--outputFile.json=${report}`);
  const { code } = await run(process.execPath, [bin('vitest'), ...args], {
    env: testEnv(),
    output: 'show',
  });
  const { numPassedTests = 0, numFailedTests = 0 } = readReport(report);
  return failAtLeastOnce({ passed: numPassedTests, failed: numFailedTests }, code);
}

/**
 * Runs the browser tests against a product of their own: a free port, an empty data folder,
 * the demo data.
 * @returns {Promise<Count>}
 */
export async function runBrowserTests() {
  const dataDir = join(testDir, `e2e-${process.pid}`);
  const product = await startProduct(dataDir);
  try {
    const report = reportFile('e2e');
    const args = ['test', '--pass-with-no-tests', '--reporter=list,json'];
    const { code } = await run(process.execPath, [bin('@playwright/test/playwright'), ...args], {
      env: {
        ...testEnv(),
        E2E_BASE_URL: product.url,
        E2E_DATA_DIR: dataDir,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
      output: 'show',
    });
    const { stats = { expected: 0, flaky: 0, unexpected: 0 } } = readReport(report);
    const count = { passed: stats.expected + stats.flaky, failed: stats.unexpected };
    return failAtLeastOnce(count, code);
  } finally {
    await product.stop();
    await destroy(dataDir);
  }
}

/** Starts `npm run up` in a folder of its own and waits until it is ready. */
async function startProduct(dataDir) {
  mkdirSync(dataDir, { recursive: true });
  const port = await freePort();
  const { DATABASE_URL: _app, MIGRATE_DATABASE_URL: _owner, ...env } = testEnv();
  const child = spawn(process.execPath, [join(rootDir, 'scripts', 'up.mjs')], {
    cwd: rootDir,
    env: { ...env, PORT: String(port), DATA_DIR: dataDir, DEMO: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let isReady = false;
  let lines = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines = [...lines.slice(-200), line];
      if (line.startsWith('Ready on ')) isReady = true;
      if (isReady && /^(web|worker) \|.*\b(error|Error)\b/.test(line)) say(`    ${line}`);
    });
  }
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const stopProduct = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  const stopOnSignal = () => void stopProduct().then(() => process.exit(130));
  for (const name of ['SIGINT', 'SIGTERM']) process.once(name, stopOnSignal);
  for (const startedAt = Date.now(); !isReady; ) {
    if (child.exitCode !== null || Date.now() - startedAt > readyLimitMs) {
      await stopProduct();
      await destroy(dataDir);
      throw new PlainError(`The product for the browser tests did not start:\n${lines.join('\n')}`);
    }
    await sleep(100);
  }
  return { url: `http://localhost:${port}`, stop: stopProduct };
}

function testEnv() {
  const { npm_lifecycle_event: _event, NODE_ENV: _mode, ...inherited } = process.env;
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' };
  return { ...inherited, ...plain, NEXT_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TZ: 'UTC' };
}

function reportFile(name) {
  mkdirSync(testDir, { recursive: true });
  const file = join(testDir, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

/** A run that ended badly without a failed test, as when a file cannot be loaded, is a failure. */
function failAtLeastOnce(count, code) {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}
