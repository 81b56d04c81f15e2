import { describe, expect, it } from 'vitest';
import { type Voice, voiceFault } from './official-voice';

const account: Voice = {
  active: true,
  verification: 'verified',
  publisherRoles: ['spokesperson'],
  publisherIds: ['p1'],
};
const spokesperson = { id: 'p9', roles: ['spokesperson'] };

describe('who may speak through an account', () => {
  it.each<[string, Partial<Voice>, { id: string; roles: string[] }, string | null]>([
    ['a holder of a named role', {}, spokesperson, null],
    ['a person named beside the roles', {}, { id: 'p1', roles: ['office'] }, null],
    ['somebody who is not named', {}, { id: 'p2', roles: ['office'] }, 'not_a_publisher'],
    ['anybody, where nobody is named', { publisherRoles: [] }, spokesperson, 'not_a_publisher'],
    ['a retired account', { active: false }, spokesperson, 'account_retired'],
    ['one not yet verified', { verification: 'pending' }, spokesperson, 'account_unverified'],
    [
      'one whose verification lapsed',
      { verification: 'lapsed' },
      spokesperson,
      'account_unverified',
    ],
  ])('%s', (_, change, person, fault) => {
    expect(voiceFault({ ...account, ...change }, person)).toBe(fault);
  });
});
