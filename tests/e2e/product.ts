import { spawn } from 'node:child_process';

const arguments_ = ['--import', './scripts/beside.mjs', '--conditions=react-server'];

/** `npm run admin -- …` beside the product under test; resolves with what it printed. */
export function admin(...args: string[]): Promise<string> {
  return runBeside('scripts/admin.ts', args).ended;
}

/** Puts a preset in use at a person's institution, beside its default plan. */
export async function adopt(username: string, presetKey: string): Promise<void> {
  await runBeside('tests/support/adopt-preset.ts', [username, presetKey]).ended;
}

/** Owes the bureau a patrol and a handover between two people at this moment. */
export async function oweDuty(
  outgoing: string,
  incoming: string,
): Promise<{ handoverId: string; patrolId: string }> {
  const printed = await runBeside('tests/support/owe-duty.ts', [outgoing, incoming]).ended;
  return JSON.parse(printed) as { handoverId: string; patrolId: string };
}

/**
 * Moves the demo clock on, for example by `4h30m`. Resolves as soon as the product says that it is
 * done, so that what follows can be timed.
 */
export async function advanceClock(span: string): Promise<void> {
  const { spoke, ended } = runBeside('scripts/admin.ts', ['clock', 'advance', span]);
  await Promise.race([spoke, ended]);
}

function runBeside(
  script: string,
  args: readonly string[],
): { spoke: Promise<void>; ended: Promise<string> } {
  const dataDir = process.env.E2E_DATA_DIR;
  if (!dataDir) throw new Error('E2E_DATA_DIR names the data folder of the product under test');
  const { DATABASE_URL: _app, MIGRATE_DATABASE_URL: _owner, ...env } = process.env;
  const child = spawn(process.execPath, [...arguments_, '--import', 'tsx', script, ...args], {
    env: { ...env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let faults = '';
  child.stderr.on('data', (chunk: Buffer) => {
    faults += chunk.toString();
  });
  const spoke = new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const ended = new Promise<string>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output.trim());
      else reject(new Error(`${script} ${args.join(' ')}: ${faults}`));
    });
  });
  return { spoke, ended };
}
