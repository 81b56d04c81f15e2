import { describe, expect, it } from 'vitest';
import { type AuditDraft, chainEvents, EMPTY_HEAD, hashEvent } from './envelope';
import { createVerifier, verifyChain } from './verify';

const draft = (index: number, streamId = 'incident:a'): AuditDraft => ({
  streamId,
  type: 'incident.noted',
  typeVersion: 1,
  actor: { kind: 'person', id: 'u1', role: 'officer' },
  occurredAt: '2026-11-22T02:12:00.000Z',
  recordedAt: '2026-11-22T02:12:00.123Z',
  payload: { index, note: '某校食堂', nested: { b: [1, 2], a: null } },
});
const chain = chainEvents(
  EMPTY_HEAD,
  [1, 2, 3, 4, 5].map((index) => draft(index)),
);
const at = (index: number) => {
  const event = chain[index];
  if (!event) throw new Error(`no event ${index}`);
  return event;
};
const replaced = (index: number, change: object) =>
  chain.map((event, position) => (position === index ? { ...event, ...change } : event));

describe('verifyChain', () => {
  it('accepts an untouched stream and an empty one', () => {
    expect(verifyChain(chain, at(4))).toEqual({
      ok: true,
      events: 5,
      head: { seq: 5, hash: at(4).hash },
    });
    expect(verifyChain([])).toEqual({ ok: true, events: 0, head: EMPTY_HEAD });
  });

  it.each<[string, typeof chain, number, string]>([
    ['a changed payload', replaced(2, { payload: { index: 9 } }), 3, 'hash'],
    ['a changed actor', replaced(1, { actor: { kind: 'system', id: 'u1' } }), 2, 'hash'],
    ['a changed business time', replaced(1, { occurredAt: '2026-11-22T02:11:00.000Z' }), 2, 'hash'],
    ['a time that cannot be hashed', replaced(1, { occurredAt: 'x' }), 2, 'hash'],
    ['a re-hashed event', replaced(1, rehashed()), 3, 'prev'],
    ['a removed event', chain.filter((event) => event.seq !== 3), 4, 'gap'],
    ['a removed beginning', chain.slice(1), 2, 'gap'],
    ['an event twice', [at(0), at(0)], 1, 'seq'],
    ['an event of another stream', replaced(3, { streamId: 'incident:b' }), 4, 'stream'],
    ['a cut end', chain.slice(0, 4), 4, 'head'],
    ['nothing where events should be', [], 0, 'head'],
  ])('names %s', (_, events, seq, reason) => {
    const result = verifyChain(events, at(4));
    expect(result.ok).toBe(false);
    expect(result.firstBad).toMatchObject({ seq, reason });
    expect(result.events).toBe(events.length);
  });

  function rehashed() {
    const { hash: _, ...event } = { ...at(1), payload: { index: 9 } };
    return { ...event, hash: hashEvent(event) };
  }

  it('can start from a head that is trusted already', () => {
    const verifier = createVerifier('incident:a', at(1));
    for (const event of chain.slice(2)) expect(verifier.push(event)).toBeNull();
    expect(verifier.result(at(4))).toMatchObject({ ok: true, events: 3 });
  });
});
