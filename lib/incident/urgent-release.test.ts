import { describe, expect, it } from 'vitest';
import { fold } from '@/lib/incident/evolve';
import {
  ACCOUNT,
  type PersonName,
  p26,
  personId,
  type World,
} from '@/tests/support/incident-world';
import { worldAt } from '@/tests/support/story';

const seen = (world: World) => ({
  wordingId: world.last('wordings').id,
  contentHash: world.hashOf(world.last('wordings')),
});
const release = (world: World) => ({ ...seen(world), reason: '谣言正在扩散，家长已聚集' });
const publication = (world: World) => ({
  wordingId: world.last('wordings').id,
  accountId: ACCOUNT,
  signatory: '示范局',
  url: 'https://a.cn/1',
});
const run = (world: World) => world.last('approvalRuns');

/** Before leader and group, under a plan whose chains may be released within two hours. */
function submitted(kind: 'statement' | 'internal_line' = 'statement'): World {
  const world = worldAt('responding', 'serious');
  const plan = p26();
  world.plan = {
    ...plan,
    chains: plan.chains.map((one) => ({ ...one, urgentRelease: { countersignHours: 2 } })),
  };
  world.submitDraft(kind);
  return world;
}

describe('urgent release', () => {
  it('lets this text out, and the steps that are left countersign it in time', () => {
    const world = submitted();
    world.do('deputy', 'releaseUrgently', release(world));
    expect(run(world)).toMatchObject({
      state: 'released',
      releasedBy: personId('deputy'),
      releasedAt: world.now,
      releaseReason: '谣言正在扩散，家长已聚集',
    });
    const limit = world.deadline('release_countersign');
    expect(Date.parse(limit.dueAt ?? '') - Date.parse(world.now)).toBe(2 * 3_600_000);
    world.do('office', 'publish', publication(world));
    expect(world.last('publications').approvalRunId).toBe(run(world).id);
    world.later(10).approveAs('leader', 'deputy2', 'member');
    expect(run(world)).toMatchObject({ state: 'approved', releasedBy: personId('deputy') });
    expect(world.deadline('release_countersign').state).toBe('met');
    expect(fold(world.events)).toEqual(world.current);
  });

  it('late is late, and those are reminded whose signature is open', () => {
    const world = submitted();
    world.do('deputy', 'releaseUrgently', release(world));
    world.do('office', 'publish', publication(world));
    const limit = world.deadline('release_countersign');
    world.later(121).sweep();
    expect(world.deadline('release_countersign').state).toBe('breached');
    const told = world.current.escalations.filter((one) => one.deadlineId === limit.id);
    expect(told.flatMap((one) => one.recipientIds)).toContain(personId('leader'));
    world.approveAs('leader', 'deputy2', 'member');
    expect(world.deadline('release_countersign').state).toBe('late');
  });

  it.each<[string, PersonName, (world: World) => object, string]>([
    ['by its drafter', 'office', release, 'drafter_may_not_approve'],
    [
      'for another text',
      'leader',
      (world) => ({ ...release(world), contentHash: '0'.repeat(64) }),
      'content_changed',
    ],
  ])('refused: %s', (_title, who, input, code) => {
    const world = submitted();
    expect(world.refusal(who, 'releaseUrgently', input(world) as never)).toBe(code);
    expect(run(world).state).toBe('running');
  });

  it('refused: where the plan has none, an internal line, when recused, twice, when it is over', () => {
    const strict = worldAt('responding', 'serious');
    strict.submitDraft();
    expect(strict.refusal('leader', 'releaseUrgently', release(strict))).toBe(
      'urgent_release_not_allowed',
    );
    const internal = submitted('internal_line');
    expect(internal.refusal('leader', 'releaseUrgently', release(internal))).toBe(
      'internal_line_not_public',
    );
    const world = submitted();
    world.do('deputy', 'declareInterest', { reason: '亲属' });
    expect(world.refusal('deputy', 'releaseUrgently', release(world))).toBe('recused');
    world.do('leader', 'releaseUrgently', release(world));
    expect(world.refusal('deputy2', 'releaseUrgently', release(world))).toBe(
      'approval_not_running',
    );
  });

  it('refused: a text whose checks would not pass any more', () => {
    const world = submitted();
    const version = world.current.wordingVersions.at(-1);
    if (version) version.body = '请联系 13900007788 李某';
    expect(world.refusal('leader', 'releaseUrgently', release(world))).toBe('wording_not_ready');
  });

  it('covers a publication and nothing else: no reply, no answer to the press', () => {
    const world = submitted();
    world.do('leader', 'releaseUrgently', release(world));
    const wordingId = world.last('wordings').id;
    expect(
      world.refusal('office', 'reply', {
        kind: 'formal',
        channel: 'phone',
        signatory: '示范局',
        wordingId,
      }),
    ).toBe('wording_not_approved');
    world.do('office', 'recordMediaEnquiry', { outlet: '日报', question: '属实吗' });
    const enquiryId = world.last('mediaEnquiries').id;
    expect(world.refusal('office', 'answerMediaEnquiry', { enquiryId, wordingId })).toBe(
      'wording_not_approved',
    );
  });

  it('a moment before the release is refused', () => {
    const world = submitted();
    const before = world.now;
    world.later(5).do('leader', 'releaseUrgently', release(world));
    const early = { ...publication(world), publishedAt: before };
    expect(world.refusal('office', 'publish', early)).toBe('wording_not_approved');
  });

  it('an edit before anything went out ends it like any run; afterwards the text stays as it went', () => {
    const world = submitted();
    world.do('leader', 'releaseUrgently', release(world));
    const edit = { wordingId: world.last('wordings').id, body: '改' };
    world.do('office', 'reviseWording', edit);
    expect(world.deadline('release_countersign').state).toBe('cancelled');
    expect(world.refusal('office', 'publish', publication(world))).toBe('wording_not_approved');

    const out = submitted();
    out.do('leader', 'releaseUrgently', release(out));
    out.do('office', 'publish', publication(out));
    const wordingId = out.last('wordings').id;
    expect(out.refusal('office', 'reviseWording', { wordingId, body: '改' })).toBe('release_open');
    expect(out.refusal('office', 'withdrawWording', { wordingId })).toBe('release_open');
  });

  it('returned instead of countersigned: nothing more goes out, and the group has an open matter', () => {
    const world = submitted();
    world.do('deputy', 'releaseUrgently', release(world));
    world.do('office', 'publish', publication(world));
    world.do('leader', 'returnWording', { ...seen(world), reason: '数字没有核实' });
    expect(run(world).state).toBe('returned');
    expect(world.refusal('office', 'publish', publication(world))).toBe('wording_not_approved');
    expect(world.deadline('consent_denied').state).toBe('open');
    const decisionId = world.last('approvalDecisions').id;
    world.do('deputy2', 'settleDenial', { decisionId, reason: '已发更正' });
    expect(world.deadline('consent_denied').state).toBe('met');
  });
});
