import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeBundle } from '@/lib/audit/bundle';
import { chainEvents, EMPTY_HEAD } from '@/lib/audit/envelope';
import { signDigest } from '@/lib/platform/signature';

const folder = mkdtempSync(join(tmpdir(), 'verify-'));
const path = (name: string) => join(folder, name);
const keys = () => generateKeyPairSync('ed25519');

beforeAll(async () => {
  const { publicKey, privateKey } = keys();
  writeFileSync(path('public.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
  writeFileSync(path('other.pem'), keys().publicKey.export({ type: 'spki', format: 'pem' }));
  const events = chainEvents(
    EMPTY_HEAD,
    Array.from({ length: 3 }, (_, index) => ({
      streamId: 'incident:a',
      type: 'incident.noted',
      typeVersion: 1,
      actor: { kind: 'person' as const, id: 'u1' },
      occurredAt: '2026-11-22T02:12:00.000Z',
      recordedAt: '2026-11-22T02:12:00.000Z',
      payload: { note: '第\u2028一行', index },
    })),
  );
  const origin = {
    exportedAt: '2026-11-23T00:00:00.000Z',
    exportedBy: 'u1',
    streams: ['incident:a'],
    productVersion: '0.1.0',
  };
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const lines: string[] = [];
  for await (const line of writeBundle(origin, events, (sum) => signDigest(pem, sum)))
    lines.push(line);
  writeFileSync(path('good.jsonl'), lines.join(''));
  writeFileSync(path('changed.jsonl'), lines.join('').replace('"index":1', '"index":7'));
  writeFileSync(path('cut.jsonl'), lines.slice(0, -1).join(''));
});
afterAll(() => rmSync(folder, { recursive: true }));

function verify(...args: string[]) {
  const command = ['--conditions=react-server', '--import', 'tsx', 'scripts/verify.ts', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('npm run verify', () => {
  it.each([
    [['good.jsonl'], 0, /^verified 3 events, 1 streams\n/],
    [['good.jsonl', '--key', 'public.pem'], 0, /signature valid/],
    [['good.jsonl', '--key', 'other.pem'], 1, /signature/],
    [['changed.jsonl'], 1, /line 3: event 2 of incident:a/],
    [['cut.jsonl'], 1, /no trailer/],
    [['absent.jsonl'], 1, /cannot read/],
    [[], 2, /usage/],
    [['good.jsonl', '--key', 'good.jsonl'], 2, /usage/],
  ])('%j exits with %i', { timeout: 20_000 }, (args, status, text) => {
    const result = verify(...args.map((arg) => (arg.startsWith('--') ? arg : path(arg))));
    expect(result.status).toBe(status);
    expect(result.stdout + result.stderr).toMatch(text);
  });
});
