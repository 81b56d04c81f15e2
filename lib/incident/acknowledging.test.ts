import { describe, expect, it } from 'vitest';
import { ACCOUNT, local, World } from '@/tests/support/incident-world';

const text = {
  key: 'received',
  text: '您反映的情况已收到，正在核实。',
  contentHash: 'a'.repeat(64),
  agreedAt: local('2026-09-01 09:00'),
  validUntil: local('2026-10-01 00:00'),
};

function night(): World {
  const world = new World({ directory: { acknowledgements: [text] } });
  world.at('2026-09-18 23:10');
  world.do('officer', 'log', { title: '食堂', discoveredAt: world.now });
  return world;
}

const reply = (change: object = {}) => ({
  accountId: ACCOUNT,
  signatory: '示范局',
  acknowledgementKey: 'received',
  ...change,
});

describe('a text agreed to in advance', () => {
  it('is used at night by the officer without a new approval, and its hash is kept', () => {
    const world = night();
    world.do('officer', 'reply', reply({ acknowledgementHash: text.contentHash }));
    expect(world.last('replies')).toMatchObject({
      content: text.text,
      contentHash: text.contentHash,
      wordingId: null,
    });
  });

  it.each([
    ['once it has expired', '2026-10-01 00:00', {}, 'acknowledgement_expired'],
    [
      'when it was replaced since',
      null,
      { acknowledgementHash: 'b'.repeat(64) },
      'acknowledgement_changed',
    ],
    ['that nobody agreed to', null, { acknowledgementKey: 'other' }, 'wording_not_approved'],
    ['for a formal answer', null, { kind: 'formal' }, 'wording_not_approved'],
  ])('is refused %s', (_, at, change, code) => {
    const world = night();
    if (at) world.at(at);
    expect(world.refusal('officer', 'reply', reply(change))).toBe(code);
    expect(world.current.replies).toEqual([]);
  });

  it('counts as of the moment the reply went out', () => {
    const world = night();
    world.at('2026-10-01 08:00');
    const repliedAt = local('2026-09-30 23:30');
    expect(world.refusal('officer', 'reply', reply({ repliedAt }))).toBeNull();
  });
});
