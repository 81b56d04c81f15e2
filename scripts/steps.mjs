import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository, without a trailing slash. */
export const rootDir = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** A fault whose message tells a person what to do; it is printed without a stack. */
export class PlainError extends Error {}

/** @type {{title: string, seconds: number}[]} */
const timings = [];

/** Prints one line for people. @param {string} text */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** Seconds with one digit, as people read them. @param {number} milliseconds */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/**
 * Runs one named step: says that it goes on once it takes longer than a second, repeats
 * that every ten seconds, and keeps the time for `printTimings`.
 * @template T
 * @param {string} title
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const startedAt = performance.now();
  const elapsed = () => performance.now() - startedAt;
  let announced = false;
  const first = setTimeout(() => {
    announced = true;
    say(`  ${title} …`);
  }, 1000);
  const again = setInterval(() => say(`  ${title} … ${Math.round(elapsed() / 1000)} s`), 10_000);
  try {
    const result = await work();
    timings.push({ title, seconds: elapsed() / 1000 });
    if (announced) say(`  ${title}: done in ${seconds(elapsed())}`);
    return result;
  } finally {
    clearTimeout(first);
    clearInterval(again);
  }
}

/** Prints what each step took, longest name first column. */
export function printTimings() {
  for (const { title, seconds: taken } of timings) {
    if (taken >= 0.1) say(`  ${`${taken.toFixed(1)} s`.padStart(8)}  ${title}`);
  }
}

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env] whole environment of the command
 * @property {'quiet' | 'show'} [output] quiet keeps the output for the error message
 * @property {AbortSignal} [signal]
 */

/**
 * Starts Node so that the process ends when this one does, even by kill -9.
 * @param {string[]} args
 * @param {{env?: NodeJS.ProcessEnv, signal?: AbortSignal, detached?: boolean}} options
 */
export function spawnLeashed(args, options) {
  const leash = new URL('leash.mjs', import.meta.url).href;
  return spawn(process.execPath, ['--import', leash, ...args], {
    ...options,
    cwd: rootDir,
    env: { ...(options.env ?? process.env), HUIYING_SUPERVISOR: String(process.pid) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{code: number, output: string}>} never throws for an exit code
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const { output, ...forSpawn } = options;
    const child =
      command === process.execPath
        ? spawnLeashed(args, forSpawn)
        : spawn(command, args, { cwd: rootDir, stdio: ['ignore', 'pipe', 'pipe'], ...forSpawn });
    /** @type {string[]} */
    const lines = [];
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        if (output === 'show') say(line);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: lines.join('\n') }));
  });
}

/**
 * Runs a command that has to succeed.
 * @param {string} what the step in words, for the error message
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>} its output
 */
export async function mustRun(what, command, args, options = {}) {
  const { code, output } = await run(command, args, options);
  if (code === 0) return output;
  const tail = output.split('\n').slice(-60).join('\n');
  throw new PlainError(`${what} failed (exit code ${code}):\n${tail}`);
}

/**
 * Arguments for Node that run one of our TypeScript command lines outside Next.
 * @param {string} file path under the repository
 * @returns {string[]}
 */
export function typescriptArgs(file) {
  return ['--conditions=react-server', '--import', 'tsx', file];
}

/** Waits. @param {number} milliseconds @returns {Promise<void>} */
export function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Ends the process with a readable message for an error that reached the top.
 * @param {unknown} error
 */
export function failWith(error) {
  const text = error instanceof PlainError ? error.message : (error?.stack ?? String(error));
  process.stderr.write(`\n${text}\n`);
  process.exitCode = 1;
}
