import { describe, expect, it } from 'vitest';
import { ACCOUNT, personId, type World } from '@/tests/support/incident-world';
import { worldAt } from '@/tests/support/story';

const run = (world: World) => world.last('approvalRuns');
const steps = (world: World) =>
  world.current.approvalSteps.filter((step) => step.runId === run(world).id);
const approval = (world: World) => ({
  wordingId: world.last('wordings').id,
  contentHash: world.hashOf(world.last('wordings')),
});
const publication = (wordingId: string) => ({
  wordingId,
  accountId: ACCOUNT,
  signatory: '示范局',
  url: 'https://a.cn/1',
});
const ids = (...names: Parameters<typeof personId>[0][]) => names.map(personId);

describe('an ordinary wording', () => {
  it('is approved by one deputy, and every deputy sees the task', () => {
    const world = worldAt('responding');
    world.submitDraft();
    expect(steps(world).map((step) => step.candidateIds)).toEqual([ids('deputy', 'deputy2')]);
    world.approveAs('deputy2');
    expect(world.last('wordings').state).toBe('approved');
    expect(run(world)).toMatchObject({ state: 'approved', endedAt: world.now });
  });

  it('two at once: the second is told that it is over', () => {
    const world = worldAt('responding');
    world.submitDraft();
    world.approveAs('deputy');
    expect(world.refusal('deputy2', 'approve', approval(world))).toBe('approval_not_running');
  });

  it('goes to the leader when every deputy wrote in it or is recused', () => {
    const world = worldAt('responding');
    world.do('leader', 'declareInterest', { personId: personId('deputy2'), reason: '亲属' });
    world.submitDraft('statement', 'deputy');
    expect(steps(world)[0]?.candidateIds).toEqual(ids('leader'));
    world.approveAs('leader');
    expect(world.last('wordings').state).toBe('approved');
  });

  it('is not signed by others', () => {
    const world = worldAt('responding');
    world.submitDraft();
    for (const name of ['leader', 'member', 'officer', 'office2'] as const) {
      expect(world.refusal(name, 'approve', approval(world))).toBe('not_your_step');
    }
  });
});

describe('a serious wording', () => {
  const submitted = () => {
    const world = worldAt('responding', 'serious');
    world.submitDraft();
    return world;
  };

  it('is checked by the leader, then decided by a majority of the others', () => {
    const world = submitted();
    expect(world.refusal('deputy', 'approve', approval(world))).toBe('not_your_step');
    world.approveAs('leader');
    expect(steps(world)[1]).toMatchObject({
      state: 'open',
      candidateIds: ids('deputy', 'deputy2', 'member'),
      needed: 2,
    });
    world.approveAs('deputy');
    expect(world.last('wordings').state).toBe('submitted');
    world.approveAs('member');
    expect(world.last('wordings').state).toBe('approved');
  });

  it('nobody signs two steps of one run, nor one step twice', () => {
    const world = submitted();
    world.approveAs('leader');
    expect(world.refusal('leader', 'approve', approval(world))).toBe('already_approved_step');
    world.approveAs('deputy');
    expect(world.refusal('deputy', 'approve', approval(world))).toBe('already_approved_step');
  });

  it('a drafter in the group does not vote, and the majority is that of the others', () => {
    const world = worldAt('responding', 'serious');
    world.submitDraft('statement', 'member');
    world.approveAs('leader');
    expect(steps(world)[1]).toMatchObject({ candidateIds: ids('deputy', 'deputy2'), needed: 2 });
    expect(world.refusal('member', 'approve', approval(world))).toBe('drafter_may_not_approve');
  });

  it('a recused leader is stood in for by a deputy, who then does not vote', () => {
    const world = worldAt('responding', 'serious');
    world.do('leader', 'declareInterest', { reason: '当事人亲属' });
    world.submitDraft();
    expect(steps(world)[0]?.candidateIds).toEqual(ids('deputy', 'deputy2'));
    world.approveAs('deputy');
    expect(steps(world)[1]?.candidateIds).toEqual(ids('deputy2', 'member'));
  });
});

describe('recusal while a run is under way', () => {
  it('passes the open step to the next in line', () => {
    const world = worldAt('responding', 'serious');
    world.submitDraft();
    world.do('leader', 'declareInterest', { reason: '当事人亲属' });
    expect(world.refusal('leader', 'approve', approval(world))).toBe('recused');
    expect(steps(world)[0]?.candidateIds).toEqual(ids('deputy', 'deputy2'));
    world.approveAs('deputy', 'deputy2', 'member');
    expect(world.last('wordings').state).toBe('approved');
  });

  it('keeps the votes given, and the majority becomes that of those who remain', () => {
    const world = worldAt('responding', 'serious');
    world.submitDraft();
    world.approveAs('leader', 'deputy');
    world.do('member', 'declareInterest', { reason: '亲属' });
    expect(steps(world)[1]).toMatchObject({ candidateIds: ids('deputy', 'deputy2'), needed: 2 });
    world.approveAs('deputy2');
    expect(world.last('wordings').state).toBe('approved');
  });

  it('ends the run when nobody remains, since a declaration is never refused', () => {
    const world = worldAt('responding');
    world.do('office', 'declareInterest', { personId: personId('deputy2'), reason: '亲属' });
    world.do('office', 'declareInterest', { personId: personId('leader'), reason: '亲属' });
    world.submitDraft();
    world.do('deputy', 'declareInterest', { reason: '亲属' });
    expect(run(world).state).toBe('voided');
    expect(world.last('wordings').state).toBe('draft');
  });

  it('a recused person neither grades, approves, dismisses nor closes', () => {
    const world = worldAt('reported');
    world.do('deputy', 'declareInterest', { reason: '亲属' });
    expect(world.refusal('deputy', 'decideGrade', { grade: 'ordinary' })).toBe('recused');
    expect(world.refusal('deputy', 'dismiss', { reason: 'other_place', note: '无' })).toBe(
      'recused',
    );
    world.do('deputy2', 'decideGrade', { grade: 'ordinary' });
    const end = worldAt('reviewing');
    end.do('leader', 'declareInterest', { reason: '亲属' });
    expect(end.refusal('leader', 'close', {})).toBe('recused');
    expect(end.refusal('leader', 'declareInterest', { reason: '再' })).toBe('already_exists');
  });

  it('with the leader recused a deputy decides the upper grade', () => {
    const world = worldAt('reported');
    expect(world.refusal('deputy', 'decideGrade', { grade: 'serious' })).toBe('wrong_decider');
    world.do('leader', 'declareInterest', { reason: '亲属' });
    world.do('deputy', 'decideGrade', { grade: 'serious' });
    expect(world.incident.opinionGrade).toBe('serious');
  });
});

describe('four eyes hold over every version', () => {
  it('whoever wrote any version never approves', () => {
    const world = worldAt('responding');
    world.do('deputy', 'draftWording', { kind: 'statement', title: '说明', body: '一' });
    const { id: wordingId } = world.last('wordings');
    world.do('office', 'reviseWording', { wordingId, body: '二' });
    world.do('office', 'submitWording', { wordingId });
    expect(world.last('wordings').drafterIds).toEqual(ids('deputy', 'office'));
    expect(world.refusal('deputy', 'approve', approval(world))).toBe('drafter_may_not_approve');
    world.approveAs('deputy2');
  });

  it('an edit after approval voids it, and publishing is refused until it is approved again', () => {
    const world = worldAt('responding');
    const wordingId = world.submitDraft();
    world.approveAs('deputy');
    world.do('office', 'reviseWording', { wordingId, body: '改动了一个数字' });
    expect(run(world).state).toBe('voided');
    expect(world.refusal('spokesperson', 'publish', publication(wordingId))).toBe(
      'wording_not_approved',
    );
    world.do('office', 'submitWording', { wordingId });
    world.approveAs('deputy');
    world.do('spokesperson', 'publish', publication(wordingId));
    expect(world.last('publications').contentHash).toBe(world.hashOf(world.last('wordings')));
  });

  it('an edit while it is on its way voids the run, and the signer who edited is a drafter', () => {
    const world = worldAt('responding', 'serious');
    const wordingId = world.submitDraft();
    world.approveAs('leader');
    world.do('deputy', 'reviseWording', { wordingId, body: '二' });
    expect(run(world).state).toBe('voided');
    world.do('office', 'submitWording', { wordingId });
    world.approveAs('leader');
    expect(steps(world)[1]?.candidateIds).toEqual(ids('deputy2', 'member'));
  });

  it('what was read is what is approved', () => {
    const world = worldAt('responding');
    const wordingId = world.submitDraft();
    const contentHash = '0'.repeat(64);
    expect(world.refusal('deputy', 'approve', { wordingId, contentHash })).toBe('content_changed');
  });

  it('a revision based on an older version is refused', () => {
    const world = worldAt('responding');
    const wordingId = world.submitDraft();
    world.do('office', 'reviseWording', { wordingId, baseVersion: 1, body: '二' });
    const late = { wordingId, baseVersion: 1, body: '三' };
    expect(world.refusal('office2', 'reviseWording', late)).toBe('stale_version');
  });

  it('a returned text goes back with its reason and comes again', () => {
    const world = worldAt('responding');
    const wordingId = world.submitDraft();
    world.do('deputy', 'returnWording', { ...approval(world), reason: '缺联系方式' });
    expect(run(world).state).toBe('returned');
    expect(world.last('wordings').state).toBe('returned');
    expect(world.last('approvalDecisions')).toMatchObject({
      decision: 'return',
      reason: '缺联系方式',
    });
    expect(world.refusal('deputy2', 'approve', approval(world))).toBe('approval_not_running');
    world.do('office', 'submitWording', { wordingId });
    world.approveAs('deputy');
    expect(world.last('wordings').state).toBe('approved');
  });

  it('a withdrawn text is neither approved nor published', () => {
    const world = worldAt('responding');
    const wordingId = world.submitDraft();
    world.do('office', 'withdrawWording', { wordingId });
    expect(run(world)).toMatchObject({ state: 'withdrawn', endedAt: world.now });
    expect(world.refusal('deputy', 'approve', approval(world))).toBe('approval_not_running');
    expect(world.refusal('office', 'submitWording', { wordingId })).toBe('approval_not_running');
    expect(world.refusal('spokesperson', 'publish', publication(wordingId))).toBe(
      'wording_not_approved',
    );
  });

  it('what a deputy approved does not go out after the grade was raised', () => {
    const world = worldAt('responding');
    const wordingId = world.submitDraft();
    world.approveAs('deputy');
    world.do('leader', 'regrade', { grade: 'serious', reason: '省级媒体报道' });
    expect(world.refusal('spokesperson', 'publish', publication(wordingId))).toBe(
      'wording_not_approved',
    );
    world.do('office', 'reviseWording', { wordingId, body: '再审' });
    world.do('office', 'submitWording', { wordingId });
    world.approveAs('leader', 'deputy', 'member');
    world.do('spokesperson', 'publish', publication(wordingId));
  });

  it('nothing went out before it was approved, whatever moment is stated', () => {
    const world = worldAt('responding');
    const before = world.now;
    const wordingId = world.later(30).submitDraft();
    world.approveAs('deputy');
    const input = { ...publication(wordingId), publishedAt: before };
    expect(world.refusal('spokesperson', 'publish', input)).toBe('wording_not_approved');
  });
});
