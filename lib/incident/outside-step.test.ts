import { describe, expect, it } from 'vitest';
import { p26, World } from '@/tests/support/incident-world';
import { worldAt } from '@/tests/support/story';

/** P26 whose ordinary chain first asks the deputy, then the leader for the publicity department. */
function plan() {
  const changed = structuredClone(p26());
  const [chain] = changed.chains;
  const [step] = chain?.steps ?? [];
  if (!chain || !step) throw new Error('P26 has no chain');
  chain.steps = [
    {
      ...step,
      key: 'publicity',
      role: 'leader',
      after: ['deputy'],
      outside: { zh: '宣传部', en: 'the publicity department' },
    },
    { ...step, key: 'deputy', role: 'deputy', after: [] },
  ];
  return changed;
}

function submitted(): World {
  const world = worldAt('responding', 'ordinary', new World({ plan: plan() }));
  world.submitDraft();
  return world;
}

const seen = (world: World) => ({
  wordingId: world.last('wordings').id,
  contentHash: world.hashOf(world.last('wordings')),
});

describe('steps that name what comes before them', () => {
  it('are signed in that order', () => {
    const world = submitted();
    const roles = world.current.approvalSteps.map((step) => [step.position, step.role]);
    expect(roles).toEqual([
      [0, 'deputy'],
      [1, 'leader'],
    ]);
    expect(world.refusal('leader', 'approve', seen(world))).toBe('not_your_step');
    world.approveAs('deputy');
    expect(world.last('wordings').state).toBe('submitted');
  });
});

describe('a step a body outside has to agree to', () => {
  it('asks for the reference and keeps it with the signature', () => {
    const world = submitted();
    world.approveAs('deputy');
    const before = world.current;
    expect(world.refusal('leader', 'approve', seen(world))).toBe('outside_reference_needed');
    expect(world.refusal('leader', 'approve', { ...seen(world), outsideReference: ' ' })).toBe(
      'outside_reference_needed',
    );
    expect(world.current).toBe(before);
    world.do('leader', 'approve', {
      ...seen(world),
      outsideReference: '宣发〔2026〕8号',
      comment: '同意',
    });
    expect(world.last('approvalDecisions').reason).toBe('宣发〔2026〕8号\n同意');
    expect(world.last('wordings').state).toBe('approved');
    const given = world.events.findLast((event) => event.type === 'approval.given');
    expect(given?.payload).toMatchObject({ text: { reason: '宣发〔2026〕8号\n同意' } });
  });

  it('a step inside asks for none', () => {
    const world = submitted();
    expect(world.refusal('deputy', 'approve', seen(world))).toBe(null);
    expect(world.last('approvalDecisions').reason).toBe(null);
  });
});
