import {
  arePackagesInstalled,
  bin,
  buildWeb,
  generateClient,
  installPackages,
  isBuilt,
  requireNode,
} from './setup.mjs';
import { failWith, run, say, seconds, step } from './steps.mjs';

// The long proofs: hundreds of kills, a hundred thousand commands of random lives, load over
// minutes. Takes about an hour on two cores; PROVE_ROUNDS and PROVE_LIVES change how long.
process.env.NEXT_DIST_DIR = '.next-yardstick';
process.env.HUIYING_YARDSTICK = '1';

const rounds = process.env.PROVE_ROUNDS ?? '40';
const lives = process.env.PROVE_LIVES ?? '2500';
const seed = process.env.PROVE_SEED ?? String(Date.now() % 1_000_000_000);

const vitest = (project, ...files) => [bin('vitest'), 'run', '--project', project, ...files];
const proofs = [
  [
    `${lives} random lives, seed ${seed}`,
    vitest('unit', 'lib/incident/lifecycle.property.test.ts', '--testTimeout=3600000'),
    { PROVE_LIVES: lives, PROVE_SEED: seed },
  ],
  [
    `${Number(rounds) * 5} kills of the product, and kills of workers on and on in bursts of deadlines`,
    vitest('faults'),
    { PROVE_ROUNDS: rounds },
  ],
  ['load and speed', ['scripts/bench.mjs'], { BENCH_SECONDS: '120' }],
];

try {
  requireNode();
  if (!arePackagesInstalled()) await step('Installing the npm packages', () => installPackages());
  await generateClient();
  if (!isBuilt()) await step('Building the web application', () => buildWeb());
  const told = [];
  for (const [name, args, env] of proofs) {
    const startedAt = performance.now();
    const { code } = await run(process.execPath, args, {
      env: { ...process.env, ...env },
      output: 'show',
    });
    const took = seconds(performance.now() - startedAt);
    told.push(`${code === 0 ? 'held  ' : 'BROKEN'}  ${name} (${took})`);
    if (code !== 0) process.exitCode = 1;
  }
  say(told.join('\n'));
} catch (error) {
  failWith(error);
}
