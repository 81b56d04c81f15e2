import { describe, expect, it } from 'vitest';
import {
  type AuditDraft,
  auditEnvelopeSchema,
  chainEvents,
  EMPTY_HEAD,
  GENESIS_HASH,
  hashEvent,
} from './envelope';

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
/** The same JSON with the members of every object in reverse order, as another store may give it. */
function reversed<T>(value: T): T {
  const members = (inner: unknown): unknown =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .map(([key, item]) => [key, members(item)])
            .reverse(),
        )
      : inner;
  return members(value) as T;
}

describe('hashEvent', () => {
  it('keeps giving the same hash for the same event, release after release', () => {
    expect(at(0).prevHash).toBe(GENESIS_HASH);
    expect(at(0).hash).toBe('aaa477c82241ca32201f6110c308a989cb0dd3b0648147691a320831a6a38a58');
  });

  it('survives writing and reading back, in any member order', () => {
    const read = reversed(JSON.parse(JSON.stringify(at(2))));
    expect(hashEvent(read)).toBe(at(2).hash);
  });

  it('ignores members that are not part of an envelope', () => {
    expect(hashEvent({ ...at(1), extra: 1 } as (typeof chain)[number])).toBe(at(1).hash);
  });

  it.each(['2026-11-22T02:12:00Z', '2026-11-22T02:12:00.000000Z', '2026-11-22T10:12:00.000+08:00'])(
    'refuses the time %s, which the database would give back differently',
    (recordedAt) => {
      expect(() => hashEvent({ ...at(0), recordedAt })).toThrow(RangeError);
    },
  );

  it('refuses to chain two streams as one', () => {
    expect(() => chainEvents(EMPTY_HEAD, [draft(1), draft(2, 'incident:b')])).toThrow(RangeError);
  });

  it('continues after a head', () => {
    const first = chainEvents(EMPTY_HEAD, [draft(1), draft(2)]);
    const head = first.at(-1) ?? EMPTY_HEAD;
    expect(chainEvents(head, [draft(3), draft(4), draft(5)])).toEqual(chain.slice(2));
  });
});

describe('auditEnvelopeSchema', () => {
  it('reads what chainEvents wrote', () => {
    expect(auditEnvelopeSchema.parse(JSON.parse(JSON.stringify(at(0))))).toEqual(at(0));
  });
  it.each([
    { extra: 1 },
    { seq: 0 },
    { hash: 'abc' },
    { payload: [] },
    { payload: null },
    { actor: { kind: 'robot', id: 'x' } },
    { occurredAt: 'yesterday' },
  ])('refuses %j', (change) => {
    expect(auditEnvelopeSchema.safeParse({ ...at(0), ...change }).success).toBe(false);
  });
});
