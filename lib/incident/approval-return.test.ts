import { describe, expect, it } from 'vitest';
import { personId, type World } from '@/tests/support/incident-world';
import { worldAt } from '@/tests/support/story';

const run = (world: World) => world.last('approvalRuns');
const stepsOf = (world: World) =>
  world.current.approvalSteps.filter((step) => step.runId === run(world).id);
const seen = (world: World) => ({
  wordingId: world.last('wordings').id,
  contentHash: world.hashOf(world.last('wordings')),
});
const stepId = (world: World, position: number) => stepsOf(world)[position]?.id ?? '';

/** Signed by the leader; before the group, where the deputy has voted. */
function beforeGroup(): World {
  const world = worldAt('responding', 'serious');
  world.submitDraft();
  world.approveAs('leader', 'deputy');
  return world;
}

const sendBack = (world: World) =>
  world.do('member', 'returnWording', {
    ...seen(world),
    reason: '第二段数字请组长再核',
    toStepId: stepId(world, 0),
  });

describe('a text that goes back to an earlier step', () => {
  it('keeps its run and its text, and what was signed from there on is void, on record', () => {
    const world = beforeGroup();
    const { contentHash } = seen(world);
    sendBack(world);
    expect(run(world)).toMatchObject({ state: 'running', contentHash, endedAt: null });
    expect(world.last('wordings').state).toBe('submitted');
    expect(stepsOf(world).map((step) => step.state)).toEqual(['open', 'waiting']);
    expect(stepsOf(world)[1]).toMatchObject({ candidateIds: [], openedAt: null });
    const record = world.current.approvalDecisions.map((one) => [
      one.personId,
      one.decision,
      one.voidedAt,
    ]);
    expect(record).toEqual([
      [personId('leader'), 'approve', world.now],
      [personId('deputy'), 'approve', world.now],
      [personId('member'), 'return', world.now],
    ]);
    expect(world.last('approvalDecisions').reason).toBe('第二段数字请组长再核');
  });

  it('is signed again by those who had signed these very steps', () => {
    const world = beforeGroup();
    sendBack(world);
    expect(stepsOf(world)[0]?.candidateIds).toEqual([personId('leader')]);
    world.approveAs('leader', 'deputy');
    expect(world.last('wordings').state).toBe('submitted');
    world.approveAs('member');
    expect(world.last('wordings').state).toBe('approved');
  });

  it('still lets nobody sign two steps of the run', () => {
    const world = beforeGroup();
    world.do('leader', 'declareInterest', { personId: personId('leader'), reason: '亲属' });
    sendBack(world);
    // The deputies are next in line; one of them has voted at the later step and stays with it.
    expect(stepsOf(world)[0]?.candidateIds).toEqual([personId('deputy2')]);
    expect(world.refusal('deputy', 'approve', seen(world))).toBe('already_approved_step');
  });

  it('counts the votes anew: what was given before makes no majority', () => {
    const world = beforeGroup();
    sendBack(world);
    world.approveAs('leader', 'member');
    expect(world.last('wordings').state).toBe('submitted');
    world.approveAs('deputy2');
    expect(world.last('wordings').state).toBe('approved');
  });

  it('goes to a step of this run that was passed, and to no other', () => {
    const world = beforeGroup();
    const back = (toStepId: string) =>
      world.refusal('member', 'returnWording', { ...seen(world), reason: '再核', toStepId });
    expect(back(stepId(world, 1))).toBe('not_an_earlier_step');
    expect(back(seen(world).wordingId)).toBe('not_an_earlier_step');
    const old = stepId(world, 0);
    world.do('member', 'returnWording', { ...seen(world), reason: '重写' });
    world.do('office', 'submitWording', { wordingId: seen(world).wordingId });
    world.approveAs('leader');
    expect(back(old)).toBe('not_an_earlier_step');
  });

  it('is read as it is: a text that changed meanwhile is not sent back', () => {
    const world = beforeGroup();
    const stale = seen(world);
    world.do('office', 'reviseWording', { wordingId: stale.wordingId, body: '改了' });
    const input = { ...stale, reason: '再核', toStepId: stepId(world, 0) };
    expect(world.refusal('member', 'returnWording', input)).toBe('content_changed');
  });
});
