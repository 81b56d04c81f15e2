import { beforeEach, describe, expect, it } from 'vitest';
import { type PersonName, p26, personId, World } from '@/tests/support/incident-world';
import { can } from '../access/policy';
import type { Delegation } from '../group/delegates';
import { fold } from './evolve';
import { standInsOf, withStandIn } from './stand-in';
import { targetOf } from './target';

let world: World;

const paper = (from: PersonName, to: PersonName, change: Partial<Delegation> = {}): Delegation => ({
  id: '00000001-0000-4000-8000-0000000000aa',
  fromId: personId(from),
  toId: personId(to),
  scope: 'all',
  startsAt: '2026-09-17T00:00:00.000Z',
  endsAt: '2026-09-19T00:00:00.000Z',
  ...change,
});

function begin(delegations: Delegation[]): void {
  world = new World({ directory: { delegations } });
  world.do('officer', 'log', { title: '路面塌陷', source: { text: '路面塌陷' } });
}

function signs(name: PersonName): string | null {
  const wording = world.last('wordings');
  const seen = { wordingId: wording.id, contentHash: world.hashOf(wording) };
  return world.refusal(name, 'approve', seen);
}

/** The steps of the newest run, as role and state. */
const steps = () => world.current.approvalSteps.map((one) => `${one.role} ${one.state}`);
/** Signs as candidates of the newest run until the step of this role is open. */
function untilStep(role: string): void {
  for (let turn = 0; turn < 8; turn += 1) {
    const run = world.last('approvalRuns').id;
    const open = world.current.approvalSteps.find(
      (one) => one.runId === run && one.state === 'open',
    );
    if (!open || open.role === role) return;
    const signed = world.current.approvalDecisions.map((one) => one.personId);
    const name = (['office2', 'deputy2', 'deputy', 'member', 'leader'] as const).find(
      (one) => open.candidateIds.includes(personId(one)) && !signed.includes(personId(one)),
    );
    if (!name) throw new Error(`nobody signs for ${open.role}`);
    expect(signs(name)).toBeNull();
  }
}

describe('a text signed under a written authority', () => {
  it('is the delegate’s to sign, is marked so on the event and in a row, and passes the step', () => {
    begin([paper('leader', 'member')]);
    world.submitDraft('statement');
    untilStep('leader');
    expect(signs('member')).toBeNull();
    const given = world.events.findLast((one) => one.type === 'approval.given');
    const mark = { kind: 'delegate', personId: personId('member'), forId: personId('leader') };
    expect(given?.payload).toMatchObject({
      standIn: { ...mark, delegationId: paper('leader', 'member').id },
    });
    expect(world.last('standIns')).toMatchObject({
      ...mark,
      act: 'approval.given',
      refId: world.last('approvalDecisions').id,
    });
    expect(steps()).toContain('leader approved');
    expect(fold(world.events)).toEqual(world.current);
    expect(signs('leader')).not.toBeNull();
  });

  it.each([
    ['ended', { endsAt: '2026-09-18T01:00:00.000Z' }, 'delegation_ended'],
    ['not begun', { startsAt: '2026-09-18T12:00:00.000Z' }, 'not_your_step'],
    ['for grades only', { scope: 'grade' }, 'not_your_step'],
  ] as const)('is refused with the reason when the authority has %s', (_, change, code) => {
    begin([paper('leader', 'member', change)]);
    world.submitDraft('statement');
    untilStep('leader');
    expect(signs('member')).toBe(code);
    expect(signs('leader')).toBeNull();
  });

  it('ends in the middle of a step: the step goes back to the one who gave it', () => {
    begin([paper('leader', 'member')]);
    world.submitDraft('statement');
    untilStep('leader');
    world.at('2026-09-19 08:00');
    expect(signs('member')).toBe('delegation_ended');
    expect(signs('leader')).toBeNull();
  });

  it('never takes own drafts, nor two steps of a run', () => {
    begin([paper('leader', 'office')]);
    world.submitDraft('statement', 'office');
    untilStep('leader');
    expect(signs('office')).toBe('drafter_may_not_approve');
    begin([paper('leader', 'deputy')]);
    world.submitDraft('statement');
    expect(signs('deputy')).toBeNull();
    expect(signs('deputy')).toBe('already_approved_step');
    const group = world.last('approvalSteps');
    expect(group).toMatchObject({ role: 'group', state: 'open' });
    expect(group.candidateIds).not.toContain(personId('deputy'));
    expect(group.candidateIds).not.toContain(personId('leader'));
  });

  it('does not reach past a recusal: the step goes to the next in line, not to the delegate', () => {
    begin([paper('leader', 'member')]);
    world.submitDraft('statement');
    untilStep('leader');
    world.do('leader', 'declareInterest', { reason: '亲属' });
    expect(signs('member')).toBe('delegator_recused');
  });

  it('the leader recused, a deputy who is not decides what is the leader’s alone', () => {
    begin([]);
    const may = (name: PersonName) => {
      const context = world.context(name);
      const target = targetOf(world.current, null, standInsOf(world.current, context));
      return can(context.actor, 'incident:approvePosterAction', target);
    };
    expect(may('deputy')).toBe(false);
    world.do('leader', 'declareInterest', { reason: '亲属' });
    world.do('deputy2', 'declareInterest', { reason: '亲属' });
    expect(may('deputy')).toBe(true);
    expect([may('deputy2'), may('office'), may('member')]).toEqual([false, false, false]);
  });

  it('opens commands only while it is in force', () => {
    begin([paper('leader', 'office')]);
    const context = world.context('office');
    const mine = withStandIn(context.actor, world.current, context);
    expect(mine.signsFor).toEqual([personId('leader')]);
    const target = targetOf(world.current, null, standInsOf(world.current, context));
    expect(can(context.actor, 'incident:decideGrade', target)).toBe(true);
    const later = { ...context, now: '2026-09-20T00:00:00.000Z' };
    const after = targetOf(world.current, null, standInsOf(world.current, later));
    expect(can(context.actor, 'incident:decideGrade', after)).toBe(false);
  });
});

describe('a grade decided under a written authority', () => {
  it('needs the paper of one who may decide, and never the own proposal', () => {
    begin([paper('leader', 'office')]);
    const input = { grade: 'serious', reason: '已核实' };
    expect(world.refusal('office2', 'decideGrade', input)).toBe('wrong_decider');
    world.do('office', 'assess', { facts: '属实', proposedGrade: 'serious' });
    expect(world.refusal('office', 'decideGrade', input)).toBe('proposer_may_not_confirm');
    world.do('office2', 'assess', { facts: '属实', proposedGrade: 'serious' });
    expect(world.refusal('office', 'decideGrade', input)).toBeNull();
    expect(world.last('standIns')).toMatchObject({
      act: 'grade.decided',
      refId: world.last('gradings').id,
    });
    expect(fold(world.events)).toEqual(world.current);
  });
});

describe('the leader on duty', () => {
  beforeEach(() => {
    const plan = p26();
    const source = plan.source;
    world = new World({
      plan: {
        ...plan,
        mechanisms: [
          ...plan.mechanisms,
          {
            kind: 'acting_command',
            key: 'acting',
            label: { zh: '代行', en: 'Acting' },
            role: 'duty_leader',
            until: { zh: '领导小组到位', en: 'The group is there' },
            source,
          },
        ],
      },
      directory: {
        onDuty: { officerId: personId('officer'), backupId: null, leaderId: personId('member') },
      },
    });
    world.at('2026-09-18 23:00');
    world.do('officer', 'log', { title: '夜间', source: { text: '夜间' } });
  });

  it('decides the lowest grade at night, is told of and countersigned by another', () => {
    const higher = { grade: 'serious', reason: '夜间' };
    expect(world.refusal('member', 'decideGrade', higher)).toBe('wrong_decider');
    expect(
      world.refusal('member', 'decideGrade', { grade: 'ordinary', reason: '夜间' }),
    ).toBeNull();
    const acted = world.last('standIns');
    expect(acted).toMatchObject({ kind: 'acting', act: 'grade.decided', countersignedAt: null });
    world.do('deputy', 'countersignActing', { standInId: acted.id });
    expect(world.refusal('leader', 'countersignActing', { standInId: acted.id })).toBe(
      'already_decided',
    );
    expect(fold(world.events)).toEqual(world.current);
  });

  it('does nothing for the group once it took over, nor in working hours', () => {
    world.do('deputy', 'takeOver', {});
    const lowest = { grade: 'ordinary', reason: '夜间' };
    expect(world.refusal('member', 'decideGrade', lowest)).toBe('wrong_decider');
    expect(world.refusal('deputy', 'takeOver', {})).toBe('already_decided');
    world.state = null;
    world.events.length = 0;
    world.do('officer', 'log', { title: '白天', source: { text: '白天' } });
    world.at('2026-09-21 10:00');
    expect(world.refusal('member', 'decideGrade', lowest)).toBe('wrong_decider');
  });

  it('signs at the deputy’s step of a reply, and of nothing else', () => {
    world.do('deputy', 'decideGrade', { grade: 'ordinary', reason: '夜间' });
    world.submitDraft('statement');
    expect(signs('member')).toBe('not_your_step');
    world.submitDraft('reply');
    expect(signs('member')).toBeNull();
    expect(world.last('wordings').state).toBe('approved');
    expect(world.last('standIns')).toMatchObject({ kind: 'acting', act: 'approval.given' });
    world.submitDraft('reply');
    world.do('leader', 'takeOver', {});
    expect(signs('member')).toBe('not_your_step');
  });
});

describe('a task force', () => {
  it('lets its members see the incident while they belong to it', () => {
    begin([]);
    const handler = world.context('handler2').actor;
    const sees = () => can(handler, 'incident:read', targetOf(world.current, null));
    expect(sees()).toBe(false);
    world.do('leader', 'formTaskforce', {
      name: '塌陷处置专班',
      leadId: personId('deputy'),
      memberIds: [personId('handler2'), personId('deputy')],
      tasks: ['封路', '抢修'],
    });
    expect(world.last('taskforces').members).toHaveLength(2);
    expect(sees()).toBe(true);
    const { id: taskforceId } = world.last('taskforces');
    const again = { name: '另一个', leadId: personId('deputy') };
    expect(world.refusal('office', 'formTaskforce', again)).toBe('taskforce_exists');
    world.do('office', 'changeTaskforce', { taskforceId, ...again });
    expect(sees()).toBe(false);
    world.do('office', 'dissolveTaskforce', { taskforceId, reason: '处置完毕' });
    expect(world.refusal('office', 'changeTaskforce', { taskforceId, ...again })).toBe(
      'taskforce_dissolved',
    );
    expect(fold(world.events)).toEqual(world.current);
  });

  it('takes nobody who may not see incidents', () => {
    begin([]);
    const stranger = { name: '专班', leadId: '00000001-0000-4000-8000-00000000dead' };
    expect(world.refusal('office', 'formTaskforce', stranger)).toBe('unknown_target');
  });
});
