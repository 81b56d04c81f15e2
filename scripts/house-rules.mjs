import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootDir } from './steps.mjs';

const longest = 400;
const folders = ['app', 'components', 'lib', 'prisma', 'scripts', 'tests'];
const lengthExempt = /^(prisma\/|lib\/plan\/presets\/|lib\/i18n\/messages\/)/;
const nameless = /(^|\/)(utils?|helpers?|common|types|misc)\//;
const impure =
  /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\brandom(UUID|Bytes|Int)\(/;

/**
 * What no linter knows: the length of files, purity, `server-only`, names of folders.
 * @returns {string[]} one line per fault
 */
export function findFaults() {
  return sourceFiles().flatMap((file) => faultsOf(file, readFileSync(join(rootDir, file), 'utf8')));
}

/** @param {string} file path under the repository @param {string} text */
function faultsOf(file, text) {
  const faults = [];
  const lines = text.split('\n').length - 1;
  const isTest = /\.test\.tsx?$/.test(file);
  if (lines > longest && !lengthExempt.test(file)) {
    faults.push(`${file}: ${lines} lines; a file is one idea and at most ${longest} lines`);
  }
  if (nameless.test(file))
    faults.push(`${file}: the folder says nothing; name it after the domain`);
  if (isServer(file) && !isTest && !/^(\/\*[\s\S]*?\*\/\s*)?import 'server-only';/.test(text)) {
    faults.push(`${file}: has to start with import 'server-only'`);
  }
  if (isPure(file) && !isTest) {
    for (const line of codeLines(text).filter((code) => impure.test(code))) {
      faults.push(`${file}: pure code takes time, ids and settings as arguments: ${line.trim()}`);
    }
  }
  if (
    /^'use server';/m.test(text) &&
    /^export (default|class|function|enum|let|var|\*)/m.test(text)
  ) {
    faults.push(`${file}: a 'use server' file exports actions only`);
  }
  for (const [, route] of text.matchAll(/from '@\/(app\/[^']+?)\/_components\//g)) {
    if (!file.startsWith(`${route}/`)) {
      faults.push(`${file}: _components of ${route} belong to that route; promote them`);
    }
  }
  return faults;
}

function isServer(file) {
  return /^lib\/([^/]+\/server|platform)\//.test(file) && file.endsWith('.ts');
}

function isPure(file) {
  return (
    file.startsWith('lib/') && file.endsWith('.ts') && !isServer(file) && !/^lib\/i18n\//.test(file)
  );
}

/** The lines without comments, roughly: enough to look for calls. */
function codeLines(text) {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .map((line) => line.replace(/(^|\s)\/\/.*$/, ''));
}

function sourceFiles() {
  return folders.flatMap((folder) => {
    try {
      return readdirSync(join(rootDir, folder), { recursive: true, encoding: 'utf8' })
        .map((name) => `${folder}/${name}`.replaceAll('\\', '/'))
        .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.includes('/generated/'));
    } catch (error) {
      if (error.code === 'ENOENT') return [];
      throw error;
    }
  });
}
