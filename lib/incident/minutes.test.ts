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

const run = (world: World) => world.last('approvalRuns');
const ids = (...names: PersonName[]) => names.map(personId);

/** Before the group: the leader has signed, the scan of the minutes is there. */
function beforeGroup(): World {
  const world = worldAt('responding', 'serious');
  world.submitDraft();
  world.approveAs('leader');
  world.do('office2', 'attachEvidence', {
    evidenceId: personId('auditor'),
    fileName: '纪要.pdf',
    mediaType: 'application/pdf',
    sizeBytes: 10,
    sha256: 'a'.repeat(64),
    storageKey: 'k',
  });
  return world;
}

const minutes = (world: World, ...names: PersonName[]) => ({
  wordingId: world.last('wordings').id,
  contentHash: world.hashOf(world.last('wordings')),
  presentIds: ids(...names),
  decision: '同意发布',
  evidenceId: world.last('evidence').id,
});
const groupStep = (world: World) => world.last('approvalSteps').id;

describe('signed minutes', () => {
  it('pass the step: a signature for each voter present, all voters told', () => {
    const world = beforeGroup();
    const types = world.do('office2', 'recordMinutes', minutes(world, 'deputy', 'member'));
    expect(types.filter((type) => type === 'approval.recorded')).toHaveLength(2);
    expect(run(world).state).toBe('approved');
    const filed = world.events.find((one) => one.type === 'approval.minutes_filed');
    expect(filed?.payload).toMatchObject({ toldIds: ids('deputy', 'deputy2', 'member') });
    expect(world.last('approvalDecisions')).toMatchObject({
      how: 'minutes',
      evidenceId: world.last('evidence').id,
      wordsRead: '同意发布',
    });
  });

  it('count with votes given in person', () => {
    const world = beforeGroup();
    world.approveAs('deputy2');
    world.do('office2', 'recordMinutes', minutes(world, 'member', 'deputy2'));
    expect(run(world).state).toBe('approved');
    expect(world.current.approvalDecisions.filter((one) => one.how === 'minutes')).toHaveLength(1);
  });

  it.each<[string, PersonName, (world: World) => object, string]>([
    ['too few voters', 'office2', (world) => minutes(world, 'deputy'), 'quorum_missing'],
    [
      'who signed another step does not count',
      'office2',
      (world) => minutes(world, 'leader', 'deputy'),
      'quorum_missing',
    ],
    [
      'who has no vote does not count',
      'office2',
      (world) => minutes(world, 'officer', 'deputy'),
      'quorum_missing',
    ],
    [
      'nobody the house knows',
      'office2',
      (world) => ({ ...minutes(world), presentIds: [world.last('wordings').id] }),
      'unknown_target',
    ],
    [
      'no scan',
      'office2',
      (world) => ({ ...minutes(world, 'deputy', 'member'), evidenceId: personId('leader') }),
      'unknown_target',
    ],
    [
      'recorded by its drafter',
      'office',
      (world) => minutes(world, 'deputy', 'member'),
      'recorder_drafted',
    ],
    [
      'recorded by one who was there',
      'office2',
      (world) => minutes(world, 'deputy', 'office2'),
      'consent_own',
    ],
    [
      'another text',
      'office2',
      (world) => ({ ...minutes(world, 'deputy', 'member'), contentHash: '0'.repeat(64) }),
      'content_changed',
    ],
    [
      'another step',
      'office2',
      (world) => ({ ...minutes(world, 'deputy', 'member'), stepId: personId('leader') }),
      'step_over',
    ],
    [
      'a meeting before the text',
      'office2',
      (world) => ({ ...minutes(world, 'deputy', 'member'), heldAt: '2026-01-01T00:00:00.000Z' }),
      'consent_before_text',
    ],
    [
      'a meeting to come',
      'office2',
      (world) => ({ ...minutes(world, 'deputy', 'member'), heldAt: '2030-01-01T00:00:00.000Z' }),
      'instant_in_future',
    ],
  ])('refused: %s', (_title, who, input, code) => {
    const world = beforeGroup();
    expect(world.refusal(who, 'recordMinutes', input(world) as never)).toBe(code);
    expect(run(world).state).toBe('running');
  });

  it('refused: a recused member does not count; a plan that asks for signatures', () => {
    const world = beforeGroup();
    world.do('member', 'declareInterest', { reason: '亲属' });
    expect(world.refusal('office2', 'recordMinutes', minutes(world, 'deputy', 'member'))).toBe(
      'quorum_missing',
    );
    const strict = beforeGroup();
    strict.plan = p26();
    strict.plan = {
      ...strict.plan,
      chains: strict.plan.chains.map((chain) => ({
        ...chain,
        steps: chain.steps.map((step) => ({ ...step, signedMinutesAllowed: false })),
      })),
    };
    expect(strict.refusal('office2', 'recordMinutes', minutes(strict, 'deputy', 'member'))).toBe(
      'minutes_not_allowed',
    );
  });
});

describe('objecting to minutes', () => {
  const passed = () => {
    const world = beforeGroup();
    world.do('office2', 'recordMinutes', minutes(world, 'deputy', 'member'));
    return world;
  };
  const objection = (world: World) => ({ stepId: groupStep(world), reason: '我没有参加' });

  it('by one they name: the signature is void, and without the quorum the text is not approved', () => {
    const world = passed();
    world.do('member', 'objectMinutes', objection(world));
    expect(run(world).state).toBe('voided');
    expect(world.last('wordings').state).toBe('draft');
    expect(world.last('approvalDecisions')).toMatchObject({
      deniedAt: world.now,
      denyReason: '我没有参加',
    });
  });

  it('the quorum stands without the one who objects', () => {
    const world = beforeGroup();
    world.do('office2', 'recordMinutes', minutes(world, 'deputy', 'deputy2', 'member'));
    world.do('member', 'objectMinutes', objection(world));
    expect(run(world).state).toBe('approved');
  });

  it('after words went out: an open matter for the group', () => {
    const world = passed();
    world.do('office', 'publish', {
      wordingId: world.last('wordings').id,
      accountId: ACCOUNT,
      signatory: '示范局',
      url: 'https://a.cn/1',
    });
    world.do('member', 'objectMinutes', objection(world));
    expect(world.deadline('consent_denied').state).toBe('open');
  });

  it('by a voter they do not name: on record at the step, and nothing else', () => {
    const world = passed();
    world.do('deputy2', 'objectMinutes', objection(world));
    expect(run(world).state).toBe('approved');
    expect(world.last('notes')).toMatchObject({
      kind: 'objection',
      stepId: groupStep(world),
      content: '我没有参加',
      writtenBy: personId('deputy2'),
    });
    expect(fold(world.events)).toEqual(world.current);
  });

  it('once per person and minutes, named in them or not; newer minutes are objected to anew', () => {
    const world = passed();
    const others = () => world.current.notes.filter((one) => one.kind === 'objection').length;
    world.do('deputy2', 'objectMinutes', objection(world));
    expect(world.refusal('deputy2', 'objectMinutes', objection(world))).toBe('already_objected');
    expect(others()).toBe(1);
    world.do('member', 'objectMinutes', objection(world));
    expect(world.refusal('member', 'objectMinutes', objection(world))).toBe('already_objected');
    expect(others()).toBe(1);
    const { wordingId } = minutes(world);
    world.later(5).do('office', 'submitWording', { wordingId, ticked: world.itemsToTick() });
    world.approveAs('leader');
    world.do('office2', 'recordMinutes', minutes(world, 'deputy', 'member'));
    world.do('deputy2', 'objectMinutes', objection(world));
    expect(others()).toBe(2);
  });

  it('recorded before objections said which step they are against, folds to the same', () => {
    const world = passed();
    world.do('deputy2', 'objectMinutes', objection(world));
    world.do('office', 'note', { content: '已知悉' });
    const early = world.events.map((event) => {
      if (event.type === 'approval.objected')
        return { ...event, payload: { ...event.payload, kind: 'note' as const } };
      if (event.type !== 'note.added') return event;
      const { stepId: _none, ...payload } = event.payload;
      return { ...event, payload };
    });
    expect(fold(early)?.notes).toEqual(world.current.notes);
  });

  it('refused: by who has no vote, after the hours, when recused, where there are no minutes', () => {
    const world = passed();
    expect(world.refusal('leader', 'objectMinutes', objection(world))).toBe('not_a_voter');
    world.do('member', 'declareInterest', { reason: '亲属' });
    expect(world.refusal('member', 'objectMinutes', objection(world))).toBe('recused');
    world.later(24 * 60 + 1);
    expect(world.refusal('deputy2', 'objectMinutes', objection(world))).toBe('objection_late');
    const none = beforeGroup();
    none.approveAs('deputy', 'member');
    expect(none.refusal('deputy', 'objectMinutes', objection(none))).toBe('unknown_target');
  });
});
