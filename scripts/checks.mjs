import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findFaults } from './house-rules.mjs';
import { bin, generateClient } from './setup.mjs';
import { rootDir, run, say, seconds } from './steps.mjs';

const cruised = ['app', 'components', 'lib', 'scripts', 'tests', 'prisma'];

/** Every static check, by the name people know. */
const checks = {
  'database client': async () => {
    try {
      await generateClient();
      if (!existsSync(join(rootDir, 'next-env.d.ts'))) return node('next', ['typegen']);
      return { code: 0, output: '' };
    } catch (error) {
      return { code: 1, output: error.message };
    }
  },
  types: () => node('typescript/tsc', ['--noEmit']),
  'format and lint': () => node('@biomejs/biome', ['check', '--max-diagnostics=50']),
  'import rules': () =>
    node('dependency-cruiser/depcruise', [
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'err-long',
      ...cruised.filter((name) => existsSync(join(rootDir, name))),
    ]),
  'unused code': () => node('knip', ['--no-progress']),
  'house rules': async () => {
    const faults = findFaults();
    return { code: faults.length === 0 ? 0 : 1, output: faults.join('\n') };
  },
};

/**
 * Runs all checks, also after one failed, and prints each with its time.
 * @returns {Promise<{passed: number, failed: number}>}
 */
export async function runChecks() {
  const result = { passed: 0, failed: 0 };
  for (const [name, check] of Object.entries(checks)) {
    const startedAt = performance.now();
    const { code, output } = await check();
    const taken = seconds(performance.now() - startedAt);
    say(`  ${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${taken})`);
    if (code !== 0) say(output.replace(/^/gm, '    '));
    result[code === 0 ? 'passed' : 'failed'] += 1;
  }
  return result;
}

/** Runs `package/command` of node_modules; the command may be left out when it is the same. */
function node(packaged, args) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
  return run(process.execPath, [bin(packaged), ...args], { env });
}
