import { describe, expect, it } from 'vitest';
import { writeBundle } from './bundle';
import { canonical } from './canonical';
import { type AuditEnvelope, chainEvents, EMPTY_HEAD } from './envelope';
import { verifyBundle } from './verify-bundle';

const stream = (streamId: string, count: number) =>
  chainEvents(
    EMPTY_HEAD,
    Array.from({ length: count }, (_, index) => ({
      streamId,
      type: 'incident.noted',
      typeVersion: 1,
      actor: { kind: 'system' as const, id: 'demo' },
      occurredAt: '2026-11-22T02:12:00.000Z',
      recordedAt: '2026-11-22T02:12:00.000Z',
      payload: { index, note: '行\u2028尾' },
    })),
  );
const origin = {
  exportedAt: '2026-11-23T00:00:00.000Z',
  exportedBy: 'user-1',
  streams: ['incident:a', 'org:x', 'incident:empty'],
  productVersion: '0.1.0',
};
const events = [...stream('incident:a', 3), ...stream('org:x', 2)];

async function write(content: Iterable<AuditEnvelope> = events, sign?: () => string) {
  const lines: string[] = [];
  for await (const line of writeBundle(origin, content, sign)) lines.push(line.slice(0, -1));
  return lines;
}
const edit = (line: string | undefined, change: (value: Record<string, unknown>) => void) => {
  const value: Record<string, unknown> = JSON.parse(line ?? '');
  change(value);
  return canonical(value);
};

describe('bundle', () => {
  it('verifies what was written', async () => {
    expect(await verifyBundle(await write())).toMatchObject({
      ok: true,
      events: 5,
      streams: 3,
      signature: 'none',
      header: { exportedBy: 'user-1' },
    });
  });

  it('verifies interleaved streams', async () => {
    const [a1, a2, a3, x1, x2] = events as [
      AuditEnvelope,
      AuditEnvelope,
      AuditEnvelope,
      AuditEnvelope,
      AuditEnvelope,
    ];
    expect(await verifyBundle(await write([x1, a1, a2, x2, a3]))).toMatchObject({ ok: true });
  });

  it('refuses to write a stream that the header does not name', async () => {
    await expect(write(stream('incident:z', 1))).rejects.toThrow(RangeError);
  });

  it.each<[string, (lines: string[]) => string[], object]>([
    ['an empty file', () => [], { line: 0, reason: 'header' }],
    ['no header', (l) => l.slice(1), { line: 1, reason: 'header' }],
    [
      'a future format',
      (l) =>
        l.with(
          0,
          edit(l[0], (v) => {
            v.formatVersion = 2;
          }),
        ),
      { line: 1, reason: 'header' },
    ],
    [
      'a changed event',
      (l) =>
        l.with(
          2,
          edit(l[2], (v) => {
            v.payload = {};
          }),
        ),
      { line: 3, reason: 'hash', streamId: 'incident:a', seq: 2 },
    ],
    [
      'a removed event',
      (l) => l.toSpliced(2, 1),
      { line: 3, reason: 'gap', streamId: 'incident:a', seq: 3 },
    ],
    [
      'a removed last event',
      (l) => l.toSpliced(5, 1),
      { line: 6, reason: 'count', streamId: 'org:x' },
    ],
    ['an event twice', (l) => l.toSpliced(3, 0, l[2] ?? ''), { line: 4, reason: 'seq', seq: 2 }],
    [
      'swapped events',
      (l) => l.with(1, l[2] ?? '').with(2, l[1] ?? ''),
      { line: 2, reason: 'gap' },
    ],
    [
      'a member that no hash covers',
      (l) =>
        l.with(
          2,
          edit(l[2], (v) => {
            v.note = 1;
          }),
        ),
      { line: 3, reason: 'foreign', seq: 2, streamId: 'incident:a' },
    ],
    ['a foreign line', (l) => l.toSpliced(3, 0, '{"hello":1}'), { line: 4, reason: 'foreign' }],
    [
      'an event of a stream that was not promised',
      (l) => l.toSpliced(3, 0, canonical(stream('incident:z', 1)[0])),
      { line: 4, reason: 'foreign', streamId: 'incident:z' },
    ],
    ['broken JSON', (l) => l.with(4, (l[4] ?? '').slice(0, -3)), { line: 5, reason: 'json' }],
    ['an empty line', (l) => l.toSpliced(3, 0, ''), { line: 4, reason: 'json' }],
    ['a cut-off file', (l) => l.slice(0, -1), { line: 6, reason: 'truncated' }],
    ['a line after the trailer', (l) => [...l, l[1] ?? ''], { line: 8, reason: 'foreign' }],
    ['a second bundle behind the first', (l) => [...l, ...l], { line: 8, reason: 'foreign' }],
    [
      'a changed header',
      (l) =>
        l.with(
          0,
          edit(l[0], (v) => {
            v.exportedBy = 'other';
          }),
        ),
      { line: 7, reason: 'digest' },
    ],
    [
      'reordered members',
      (l) =>
        l.with(
          1,
          JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(l[1] ?? '')).reverse())),
        ),
      { line: 7, reason: 'digest' },
    ],
    ['Windows line ends', (l) => l.map((line) => `${line}\r`), { line: 7, reason: 'digest' }],
    [
      'a trailer with another count',
      (l) => l.with(6, (l[6] ?? '').replace('"count":3', '"count":4')),
      { line: 7, reason: 'count' },
    ],
    [
      'a trailer with another head',
      (l) => l.with(6, (l[6] ?? '').replace(/"headHash":"[^0]/, '"headHash":"0')),
      { line: 7 },
    ],
    ['a broken trailer', (l) => l.with(6, '{"kind":"trailer"}'), { line: 7, reason: 'truncated' }],
  ])('names %s', async (_, change, fault) => {
    const result = await verifyBundle(change(await write()));
    expect(result).toMatchObject({ ok: false, fault });
    expect(result.fault?.message).not.toBe('');
  });

  it('names a line with repeated members even when the digest was computed over it', async () => {
    const { sha256 } = await import('@noble/hashes/sha2.js');
    const { bytesToHex, utf8ToBytes } = await import('@noble/hashes/utils.js');
    const lines = await write();
    const twisted = lines.with(2, (lines[2] ?? '').replace('{', '{"type":"incident.closed",'));
    const sum = bytesToHex(
      sha256(
        utf8ToBytes(
          twisted
            .slice(0, -1)
            .map((line) => `${line}\n`)
            .join(''),
        ),
      ),
    );
    const last = edit(twisted.at(-1), (value) => {
      value.sha256 = sum;
    });
    expect(await verifyBundle([...twisted.slice(0, -1), last])).toMatchObject({
      ok: false,
      fault: { line: 3, reason: 'form' },
    });
  });

  it.each<[string, string | undefined, boolean | undefined, object]>([
    [
      'says when a signature was not checked',
      'c2ln',
      undefined,
      { ok: true, signature: 'unchecked' },
    ],
    ['accepts a good signature', 'c2ln', true, { ok: true, signature: 'valid' }],
    ['names a wrong signature', 'c2ln', false, { ok: false, fault: { reason: 'signature' } }],
    ['names a missing signature', undefined, true, { ok: false, fault: { reason: 'signature' } }],
  ])('%s', async (_, signature, valid, outcome) => {
    const lines = await write(events, signature === undefined ? undefined : () => signature);
    const check = valid === undefined ? {} : { publicKeyPem: 'PEM', verifySignature: () => valid };
    expect(await verifyBundle(lines, check)).toMatchObject(outcome);
  });
});
