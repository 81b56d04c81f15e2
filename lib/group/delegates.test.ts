import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DELEGATION_SCOPES,
  type Delegation,
  delegatesOf,
  mandatesOf,
  mayStandIn,
  type StandInQuestion,
  stateOf,
} from './delegates';

const day = (number: number) => new Date(Date.UTC(2026, 9, number)).toISOString();
const paper = (change: Partial<Delegation> = {}): Delegation => ({
  id: 'paper',
  fromId: 'leader',
  toId: 'deputy',
  scope: 'all',
  startsAt: day(2),
  endsAt: day(6),
  ...change,
});
const ask = (change: Partial<StandInQuestion> = {}): StandInQuestion => ({
  personId: 'deputy',
  act: 'approve',
  at: day(3),
  principalIds: ['leader'],
  recusedIds: [],
  settledIds: [],
  ...change,
});

describe('a written authority', () => {
  it.each([
    [day(1), 'ahead'],
    [day(2), 'in_force'],
    [new Date(Date.parse(day(6)) - 1).toISOString(), 'in_force'],
    [day(6), 'ended'],
  ])('at %s is %s', (at, state) => {
    expect(stateOf(paper(), at)).toBe(state);
  });

  it.each([
    ['approve', 'approve', true],
    ['approve', 'grade', false],
    ['grade', 'grade', true],
    ['grade', 'approve', false],
    ['all', 'grade', true],
  ] as const)('for %s lets a person %s: %s', (scope, act, may) => {
    expect(mayStandIn([paper({ scope })], ask({ act })).may).toBe(may);
  });

  it('cannot be handed on', () => {
    const chain = [paper(), paper({ id: 'second', fromId: 'deputy', toId: 'office' })];
    expect(delegatesOf(chain, 'leader', 'approve', day(3))).toEqual(['deputy']);
    expect(mayStandIn(chain, ask({ personId: 'office' }))).toEqual({ may: false, why: 'none' });
  });

  it('does not help where the incident concerns the one who gave it', () => {
    const answer = mayStandIn([paper()], ask({ recusedIds: ['leader'] }));
    expect(answer).toEqual({ may: false, why: 'delegator_recused' });
  });

  it('covers a signature that is still missing, once', () => {
    expect(mayStandIn([paper()], ask({ settledIds: ['leader'] })).may).toBe(false);
    const two = [paper(), paper({ id: 'other', fromId: 'leader2' })];
    const asked = ask({ principalIds: ['leader', 'leader2'], settledIds: ['leader'] });
    expect(mayStandIn(two, asked)).toMatchObject({ may: true, delegation: { id: 'other' } });
  });

  it('says when it ended', () => {
    const answer = mayStandIn([paper()], ask({ at: day(7) }));
    expect(answer).toEqual({ may: false, why: 'delegation_ended', endedAt: day(6) });
    expect(mayStandIn([paper()], ask({ at: day(1) }))).toEqual({ may: false, why: 'none' });
  });
});

it('holds for any papers: one direct authority, in force, for the act, from nobody recused', () => {
  const person = fc.constantFrom('a', 'b', 'c', 'd');
  const papers = fc.array(
    fc
      .record({
        id: fc.uuid(),
        fromId: person,
        toId: person,
        scope: fc.constantFrom(...DELEGATION_SCOPES),
        from: fc.integer({ min: 1, max: 12 }),
        days: fc.integer({ min: 1, max: 6 }),
      })
      .filter(({ fromId, toId }) => fromId !== toId)
      .map(({ from, days, ...rest }) => ({
        ...rest,
        startsAt: day(from),
        endsAt: day(from + days),
      })),
    { maxLength: 8 },
  );
  const question = fc.record({
    personId: person,
    act: fc.constantFrom('approve' as const, 'grade' as const),
    at: fc.integer({ min: 1, max: 14 }).map(day),
    principalIds: fc.uniqueArray(person),
    recusedIds: fc.uniqueArray(person),
    settledIds: fc.uniqueArray(person),
  });
  fc.assert(
    fc.property(papers, question, (given, asked) => {
      const answer = mayStandIn(given, asked);
      const possible = given.filter(
        (one) =>
          one.toId === asked.personId &&
          asked.principalIds.includes(one.fromId) &&
          !asked.recusedIds.includes(one.fromId) &&
          !asked.settledIds.includes(one.fromId) &&
          (one.scope === 'all' || one.scope === asked.act) &&
          one.startsAt <= asked.at &&
          asked.at < one.endsAt,
      );
      expect(answer.may).toBe(possible.length > 0);
      if (answer.may) expect(possible).toContain(answer.delegation);
      for (const one of mandatesOf(given, asked.personId, asked.act, asked.at)) {
        expect(delegatesOf(given, one.fromId, asked.act, asked.at)).toContain(asked.personId);
      }
    }),
  );
});
