import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether LibreOffice and pdftotext are installed here. */
export async function hasOffice(): Promise<boolean> {
  const found = await Promise.all(
    [
      ['soffice', '--version'],
      ['pdftotext', '-v'],
    ].map(([command = '', flag = '']) =>
      run(command, [flag])
        .then(() => true)
        .catch(() => false),
    ),
  );
  return found.every(Boolean);
}

/** Lines of each page of a docx as LibreOffice lays it out, spaces taken out. */
export async function pagesInOffice(docx: Buffer): Promise<string[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'huiying-office-'));
  try {
    const file = join(folder, 'document.docx');
    await writeFile(file, docx);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], {
      timeout: 60_000,
    });
    const { stdout } = await run('pdftotext', ['-layout', join(folder, 'document.pdf'), '-']);
    const pages = stdout.split('\f').slice(0, -1);
    return pages.map((page) =>
      page
        .split('\n')
        .map((line) => line.replace(/\s/g, ''))
        .filter((line) => line !== ''),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
