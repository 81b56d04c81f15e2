import { describe, expect, it } from 'vitest';
import { personId, type World } from '@/tests/support/incident-world';
import { worldAt } from '@/tests/support/story';

const limit = (world: World) => world.deadline('approval_step');
const limits = (world: World) => world.current.deadlines.filter((one) => one.basis === 'approval');
const seen = (world: World) => ({
  wordingId: world.last('wordings').id,
  contentHash: world.hashOf(world.last('wordings')),
});
const minutesOf = ({ startedAt, dueAt }: { startedAt: string; dueAt: string | null }) =>
  (Date.parse(dueAt ?? '') - Date.parse(startedAt)) / 60_000;

describe('a step that waits for a signature', () => {
  it.each([
    ['ordinary', 30],
    ['serious', 10],
  ] as const)('is watched by a limit of its own: %s, %d minutes', (grade, minutes) => {
    const world = worldAt('responding', grade);
    world.submitDraft();
    expect(limit(world)).toMatchObject({ basis: 'approval', state: 'open', startedAt: world.now });
    expect(minutesOf(limit(world))).toBe(minutes);
  });

  it('waits as long as its plan says', () => {
    const world = worldAt('responding', 'serious');
    const chains = world.plan.chains.map((chain) => ({
      ...chain,
      steps: chain.steps.map((step) => ({ ...step, waitMinutes: 45 })),
    }));
    world.plan = { ...world.plan, chains };
    world.submitDraft();
    expect(minutesOf(limit(world))).toBe(45);
  });

  it('is met when the step passes, and the next step has its own', () => {
    const world = worldAt('responding', 'serious');
    world.submitDraft();
    world.later(4).approveAs('leader');
    expect(limits(world).map((one) => [one.state, one.metAt])).toEqual([
      ['met', world.now],
      ['open', null],
    ]);
    world.later(60).approveAs('deputy', 'member');
    expect(limits(world).map((one) => one.state)).toEqual(['met', 'late']);
  });

  it('reminds those who may sign and have not, then goes up the chain', () => {
    const world = worldAt('responding', 'serious');
    world.submitDraft();
    world.approveAs('leader', 'deputy');
    world.later(10).sweep();
    expect(world.last('escalations')).toMatchObject({ kind: 'due' });
    const told = world.last('escalations').recipientIds;
    expect(told).toEqual(expect.arrayContaining([personId('deputy2'), personId('member')]));
    expect(told).not.toContain(personId('deputy'));
    world.later(60).sweep();
    expect(world.last('escalations').recipientIds).toContain(personId('leader'));
    expect(limit(world).state).toBe('breached');
  });

  it.each([
    [
      'returned',
      (world: World) => world.do('deputy', 'returnWording', { ...seen(world), reason: '补' }),
    ],
    [
      'withdrawn',
      (world: World) => world.do('office', 'withdrawWording', { wordingId: seen(world).wordingId }),
    ],
    [
      'edited',
      (world: World) =>
        world.do('office', 'reviseWording', { wordingId: seen(world).wordingId, body: '二' }),
    ],
  ] as const)('ends with a run that was %s', (_how, act) => {
    const world = worldAt('responding');
    world.submitDraft();
    act(world);
    expect(limits(world)).toMatchObject([{ state: 'cancelled', cancelReason: 'approval_ended' }]);
  });

  it('begins anew at the step a text goes back to', () => {
    const world = worldAt('responding', 'serious');
    world.submitDraft();
    world.approveAs('leader');
    const toStepId =
      world.current.approvalSteps.find((one) => one.state === 'approved')?.id ?? null;
    world.later(5).do('deputy', 'returnWording', { ...seen(world), reason: '再核', toStepId });
    expect(limits(world).map((one) => one.state)).toEqual(['met', 'cancelled', 'open']);
    expect(limit(world)).toMatchObject({ refId: toStepId, startedAt: world.now });
  });
});
