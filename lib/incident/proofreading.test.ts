import { describe, expect, it } from 'vitest';
import { presets } from '@/lib/plan/presets';
import { type PersonName, personId, World } from '@/tests/support/incident-world';
import { judge } from '@/tests/support/plan-life';
import { fold } from './evolve';

const plan = presets.get('p22');

/** A statement on its way through the chain of 三审三校. */
function submitted(): World {
  const world = new World(plan ? { plan } : {});
  judge(world, null);
  world.submitDraft('statement');
  return world;
}

const seen = (world: World) => {
  const wording = world.last('wordings');
  return { wordingId: wording.id, contentHash: world.hashOf(wording) };
};

describe('三审三校', () => {
  it('is a chain that asks every signer what proofreading found', () => {
    const world = submitted();
    const signers: PersonName[] = ['member', 'deputy', 'leader'];
    for (const [index, name] of signers.entries()) {
      expect(world.refusal(name, 'approve', seen(world))).toBe('proofread_needed');
      world.do(name, 'approve', { ...seen(world), found: `第${index + 1}校：改正一处日期` });
    }
    expect(world.last('wordings').state).toBe('approved');
    const proofs = world.current.wordingRemarks.filter((one) => one.kind === 'proofread');
    expect(proofs.map((one) => [one.round, one.content])).toEqual([
      [1, '第1校：改正一处日期'],
      [2, '第2校：改正一处日期'],
      [3, '第3校：改正一处日期'],
    ]);
    expect(fold(world.events)).toEqual(world.current);
  });

  it('is not done on the phone nor by a meeting: whoever signs has read it', () => {
    const world = submitted();
    const call = { ...seen(world), personId: personId('member'), wordsRead: '全文' };
    expect(world.refusal('officer', 'recordConsent', call)).toBe('proofread_in_person');
    expect(world.current.approvalDecisions).toEqual([]);
  });

  it('an edit voids the run: it is reviewed and proofread from the first again', () => {
    const world = submitted();
    world.do('member', 'approve', { ...seen(world), found: '未发现差错' });
    const { wordingId } = seen(world);
    world.do('office', 'reviseWording', { wordingId, body: '改过的文字。' });
    world.do('office', 'submitWording', { wordingId });
    expect(world.refusal('deputy', 'approve', { ...seen(world), found: '无' })).toBe(
      'not_your_step',
    );
  });
});
