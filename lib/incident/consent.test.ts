import { describe, expect, it } from 'vitest';
import { ACCOUNT, type PersonName, personId, type World } from '@/tests/support/incident-world';
import { worldAt } from '@/tests/support/story';

const seen = (world: World) => ({
  wordingId: world.last('wordings').id,
  contentHash: world.hashOf(world.last('wordings')),
});
const call = (world: World, name: PersonName = 'deputy') => ({
  ...seen(world),
  personId: personId(name),
  wordsRead: '全文',
});
const consentOf = (world: World) => ({ decisionId: world.last('approvalDecisions').id });
const run = (world: World) => world.last('approvalRuns');

/** One text on its way to the deputies, or to leader and group. */
function submitted(grade: 'ordinary' | 'serious' = 'ordinary'): World {
  const world = worldAt('responding', grade);
  world.submitDraft();
  return world;
}

const publish = (world: World) =>
  world.do('office', 'publish', {
    wordingId: world.last('wordings').id,
    accountId: ACCOUNT,
    signatory: '示范局',
    url: 'https://a.cn/1',
  });

describe('consent by phone', () => {
  it('counts at once, is marked as such, and is countersigned in time', () => {
    const world = submitted();
    world.do('officer', 'recordConsent', call(world));
    expect(run(world).state).toBe('approved');
    expect(world.last('approvalDecisions')).toMatchObject({
      personId: personId('deputy'),
      how: 'phone',
      recordedBy: personId('officer'),
      agreedAt: world.now,
      wordsRead: '全文',
      contentHash: seen(world).contentHash,
      confirmedAt: null,
    });
    const limit = world.deadline('phone_countersign');
    expect(Date.parse(limit.dueAt ?? '') - Date.parse(world.now)).toBe(24 * 3_600_000);
    world.later(60).do('deputy', 'countersignConsent', consentOf(world));
    expect(world.last('approvalDecisions').confirmedAt).toBe(world.now);
    expect(world.deadline('phone_countersign').state).toBe('met');
  });

  it('the plan names other hours; late is late, and the reminder goes to the person named', () => {
    const world = submitted();
    const plan = structuredClone(world.plan);
    const step = plan.chains.find((one) => one.key === 'ordinary')?.steps[0];
    if (step) step.countersignHours = 4;
    world.plan = plan;
    world.do('officer', 'recordConsent', call(world));
    const limit = world.deadline('phone_countersign');
    expect(Date.parse(limit.dueAt ?? '') - Date.parse(world.now)).toBe(4 * 3_600_000);
    world.later(4 * 60 + 1).sweep();
    expect(world.deadline('phone_countersign').state).toBe('breached');
    const told = world.current.escalations.filter((one) => one.deadlineId === limit.id);
    expect(told.flatMap((one) => one.recipientIds)).toContain(personId('deputy'));
    world.do('deputy', 'countersignConsent', consentOf(world));
    expect(world.deadline('phone_countersign').state).toBe('late');
  });

  it('passes a step of several as one vote among others', () => {
    const world = submitted('serious');
    world.do('officer', 'recordConsent', call(world, 'leader'));
    world.do('officer', 'recordConsent', call(world, 'member'));
    expect(run(world).state).toBe('running');
    world.approveAs('deputy2');
    expect(run(world).state).toBe('approved');
  });

  it.each<[string, PersonName, (world: World) => object, string]>([
    ['its drafter records it', 'office', (world) => call(world), 'recorder_drafted'],
    [
      'an officer off duty records it',
      'officer',
      (world) => {
        world.directory = {
          ...world.directory,
          onDuty: { ...world.directory.onDuty, officerId: null, backupId: null },
        };
        return call(world);
      },
      'recorder_not_on_duty',
    ],
    ['the person himself records it', 'office2', (world) => call(world, 'office2'), 'consent_own'],
    ['somebody who is no signer', 'officer', (world) => call(world, 'member'), 'not_a_signer'],
    ['a drafter agrees', 'officer', (world) => call(world, 'office'), 'signer_drafted'],
    [
      'another text',
      'officer',
      (world) => ({ ...call(world), contentHash: '0'.repeat(64) }),
      'content_changed',
    ],
    [
      'another step',
      'officer',
      (world) => ({ ...call(world), stepId: personId('leader') }),
      'step_over',
    ],
    [
      'a call to come',
      'officer',
      (world) => ({
        ...call(world),
        agreedAt: new Date(Date.parse(world.now) + 60_000).toISOString(),
      }),
      'instant_in_future',
    ],
    [
      'a call before the text',
      'officer',
      (world) => ({
        ...call(world),
        agreedAt: new Date(Date.parse(world.now) - 120_000).toISOString(),
      }),
      'consent_before_text',
    ],
  ])('refused: %s', (_title, who, input, code) => {
    const world = submitted();
    expect(world.refusal(who, 'recordConsent', input(world) as never)).toBe(code);
    expect(world.current.approvalDecisions).toEqual([]);
  });

  it('refused: a recused signer, one who signed, a run that is over, a recused recorder', () => {
    const recused = submitted();
    recused.do('deputy', 'declareInterest', { reason: '亲属' });
    expect(recused.refusal('officer', 'recordConsent', call(recused))).toBe('signer_recused');
    recused.do('officer', 'declareInterest', { reason: '亲属' });
    expect(recused.refusal('officer', 'recordConsent', call(recused, 'deputy2'))).toBe('recused');

    const signed = submitted('serious');
    signed.do('officer', 'recordConsent', call(signed, 'leader'));
    expect(signed.refusal('officer', 'recordConsent', call(signed, 'leader'))).toBe(
      'signer_signed',
    );
    signed.do('officer', 'recordConsent', call(signed, 'deputy'));
    expect(signed.refusal('officer', 'recordConsent', call(signed, 'deputy'))).toBe(
      'signer_signed',
    );

    const over = submitted();
    over.approveAs('deputy');
    expect(over.refusal('officer', 'recordConsent', call(over))).toBe('approval_not_running');
  });

  it('a delegate agrees for somebody while the authority is in force, and not after', () => {
    const world = submitted();
    const authority = {
      id: personId('auditor'),
      fromId: personId('deputy'),
      toId: personId('member'),
    };
    const startsAt = new Date(Date.parse(world.now) - 3_600_000).toISOString();
    const ending = (minutes: number) => ({
      ...world.directory,
      delegations: [
        {
          ...authority,
          scope: 'approve' as const,
          startsAt,
          endsAt: new Date(Date.parse(world.now) + minutes * 60_000).toISOString(),
        },
      ],
    });
    world.directory = ending(-5);
    expect(world.refusal('officer', 'recordConsent', call(world, 'member'))).toBe(
      'signer_authority_ended',
    );
    world.directory = ending(60);
    world.do('officer', 'recordConsent', call(world, 'member'));
    expect(world.last('standIns')).toMatchObject({
      personId: personId('member'),
      forId: personId('deputy'),
    });
    expect(run(world).state).toBe('approved');
    world.do('member', 'countersignConsent', consentOf(world));
  });
});

describe('what the person named answers', () => {
  it('only that person, once', () => {
    const world = submitted();
    world.do('officer', 'recordConsent', call(world));
    expect(world.refusal('deputy2', 'countersignConsent', consentOf(world))).toBe(
      'not_your_consent',
    );
    expect(world.refusal('officer', 'denyConsent', { ...consentOf(world), reason: '否' })).toBe(
      'not_your_consent',
    );
    world.do('deputy', 'countersignConsent', consentOf(world));
    expect(world.refusal('deputy', 'countersignConsent', consentOf(world))).toBe('already_decided');
    expect(world.refusal('deputy', 'denyConsent', { ...consentOf(world), reason: '否' })).toBe(
      'already_decided',
    );
  });

  it('denied before anything went out: the record stays, the run ends, the text is a draft', () => {
    const world = submitted();
    world.do('officer', 'recordConsent', call(world));
    world.do('deputy', 'denyConsent', { ...consentOf(world), reason: '只说了再看看' });
    expect(world.last('approvalDecisions')).toMatchObject({
      deniedAt: world.now,
      voidedAt: world.now,
      denyReason: '只说了再看看',
    });
    expect(run(world).state).toBe('voided');
    expect(world.last('wordings').state).toBe('draft');
    expect(world.deadline('phone_countersign').state).toBe('met');
    expect(world.current.deadlines.some((one) => one.key === 'consent_denied')).toBe(false);
    expect(
      world.refusal('office', 'publish', {
        wordingId: world.last('wordings').id,
        accountId: ACCOUNT,
        signatory: '示范局',
        url: 'https://a.cn/1',
      }),
    ).toBe('wording_not_approved');
  });

  it('denied in the middle of a run: the later steps end with it', () => {
    const world = submitted('serious');
    world.do('officer', 'recordConsent', call(world, 'leader'));
    world.do('leader', 'denyConsent', { ...consentOf(world), reason: '没有接到电话' });
    expect(run(world).state).toBe('voided');
    expect(world.deadline('approval_step').state).toBe('cancelled');
  });

  it('denied after it was published: the group has an open matter, another than the recorder settles it', () => {
    const world = submitted();
    world.do('officer', 'recordConsent', call(world));
    publish(world);
    world.do('deputy', 'denyConsent', { ...consentOf(world), reason: '没有同意' });
    const settle = { ...consentOf(world), reason: '已发更正' };
    expect(world.deadline('consent_denied')).toMatchObject({ state: 'open', ownerRole: 'leader' });
    expect(
      world.refusal('office', 'publish', {
        wordingId: world.last('wordings').id,
        accountId: ACCOUNT,
        signatory: '示范局',
        url: 'https://a.cn/2',
      }),
    ).toBe('wording_not_approved');
    world.do('leader', 'settleDenial', settle);
    expect(world.deadline('consent_denied').state).toBe('met');
    expect(world.last('approvalDecisions')).toMatchObject({
      settledBy: personId('leader'),
      settleReason: '已发更正',
    });
    expect(world.refusal('leader', 'settleDenial', settle)).toBe('already_decided');
  });

  it('refused: settled by who recorded it, wrote it, or is recused', () => {
    const world = submitted();
    world.do('office2', 'recordConsent', call(world));
    publish(world);
    world.do('deputy', 'denyConsent', { ...consentOf(world), reason: '没有同意' });
    const settle = { ...consentOf(world), reason: '已核' };
    expect(world.refusal('office2', 'settleDenial', settle)).toBe('proposer_may_not_confirm');
    expect(world.refusal('office', 'settleDenial', settle)).toBe('drafter_may_not_approve');
    world.do('leader', 'declareInterest', { reason: '亲属' });
    expect(world.refusal('leader', 'settleDenial', settle)).toBe('recused');
  });

  it('nobody owes it any more when the text is edited first', () => {
    const world = submitted('serious');
    world.do('officer', 'recordConsent', call(world, 'leader'));
    world.do('office', 'reviseWording', { wordingId: world.last('wordings').id, body: '改' });
    expect(world.deadline('phone_countersign').state).toBe('cancelled');
    expect(world.refusal('leader', 'countersignConsent', consentOf(world))).toBe('already_decided');
  });

  it('what was published is still owed after an edit', () => {
    const world = submitted();
    world.do('officer', 'recordConsent', call(world));
    publish(world);
    world.do('office', 'reviseWording', { wordingId: world.last('wordings').id, body: '改' });
    expect(world.deadline('phone_countersign').state).toBe('open');
    world.do('deputy', 'countersignConsent', consentOf(world));
  });
});
