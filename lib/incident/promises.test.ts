import { describe, expect, it } from 'vitest';
import { FORM_COMMANDS } from '@/components/incident/forms';
import { can, type Permission } from '@/lib/access/policy';
import {
  fixedId,
  ORG_ID,
  PARENT_ORG_ID,
  personId,
  ROADS,
  World,
} from '@/tests/support/incident-world';
import { fold } from './evolve';
import { eventFilter, stateFor } from './reading';
import { targetOf } from './target';

const UNTIL = '2026-09-20T10:00:00Z';

function promised(): { world: World; assignmentId: string } {
  const world = new World();
  world.do('officer', 'log', { title: '多收费用', unitId: ROADS, category: 'inquiry' });
  world.do('office', 'assign', { unitId: ROADS, requirement: '核实' });
  const { id: assignmentId } = world.last('assignments');
  world.do('handler', 'feedBack', {
    assignmentId,
    finding: 'true',
    course: '属实',
    promise: '退还多收的48元',
    promiseDueAt: UNTIL,
  });
  return { world, assignmentId };
}

describe('what a unit promised the citizen', () => {
  it('is a limit of its own, which no answer to the public meets', () => {
    const { world } = promised();
    expect(world.deadline('citizen_promise')).toMatchObject({
      state: 'open',
      dueAt: '2026-09-20T10:00:00.000Z',
      ownerUnitId: ROADS,
    });
    world.do('officer', 'reply', {
      channel: 'phone',
      signatory: '示范局',
      acknowledgementKey: 'received',
    });
    expect(world.deadline('citizen_promise').state).toBe('open');
  });

  it('kept in time is kept; late is late for ever', () => {
    const kept = promised();
    kept.world.do('handler', 'keepPromise', { assignmentId: kept.assignmentId, note: '已退费' });
    expect(kept.world.deadline('citizen_promise').state).toBe('met');
    const late = promised();
    late.world.at('2026-09-21 09:00');
    late.world.do('office', 'keepPromise', { assignmentId: late.assignmentId, note: '今日退费' });
    expect(late.world.deadline('citizen_promise')).toMatchObject({
      state: 'late',
      breachedAt: '2026-09-20T10:00:00.000Z',
    });
    expect(fold(late.world.events)).toEqual(late.world.current);
    const again = { assignmentId: late.assignmentId, note: '再记' };
    expect(late.world.refusal('office', 'keepPromise', again)).toBe('assignment_not_open');
  });

  it('is not moved by feedback given again', () => {
    const { world, assignmentId } = promised();
    world.do('office', 'returnFeedback', { assignmentId, reason: '补' });
    world.do('handler', 'feedBack', {
      assignmentId,
      finding: 'true',
      course: '属实',
      promise: '以后再说',
      promiseDueAt: '2026-10-20T10:00:00Z',
    });
    expect(world.current.deadlines.filter((one) => one.key === 'citizen_promise')).toHaveLength(1);
    expect(world.last('assignments')).toMatchObject({
      promise: '退还多收的48元',
      promiseDueAt: '2026-09-20T10:00:00.000Z',
    });
  });

  it.each([
    ['without a date', { promise: '退费' }, 'reason_needed'],
    ['a date without a promise', { promiseDueAt: UNTIL }, 'reason_needed'],
    [
      'for yesterday',
      { promise: '退费', promiseDueAt: '2026-09-17T00:00:00Z' },
      'extension_not_later',
    ],
  ])('%s is refused', (_, change, code) => {
    const world = new World();
    world.do('officer', 'log', { title: '多收费用' });
    world.do('office', 'assign', { unitId: ROADS, requirement: '核实' });
    const { id: assignmentId } = world.last('assignments');
    const feedback = { assignmentId, finding: 'true' as const, course: '属实', ...change };
    expect(world.refusal('handler', 'feedBack', feedback)).toBe(code);
  });

  it('is nobody else’s to call kept', () => {
    const { world, assignmentId } = promised();
    expect(world.refusal('handler2', 'keepPromise', { assignmentId, note: '已退' })).toBe(
      'not_your_unit',
    );
  });
});

describe('what is handed over for accountability', () => {
  const HANDED = { body: '县纪委', number: '云教纪移〔2026〕1号', content: '经办人瞒报' };
  function handed(): World {
    const { world } = promised();
    world.do('leader', 'handOverAccountability', HANDED);
    return world;
  }
  const actorOf = (world: World, name: Parameters<World['context']>[0]) =>
    world.context(name).actor;

  it('carries its body and number, also after the end, and gets its outcome once', () => {
    const world = handed();
    const { id: accountabilityId } = world.last('accountability');
    expect(world.last('accountability')).toMatchObject({ ...HANDED, handedBy: personId('leader') });
    world.do('deputy', 'answerAccountability', { accountabilityId, answer: '已立案' });
    expect(
      world.refusal('leader', 'answerAccountability', { accountabilityId, answer: '再记' }),
    ).toBe('already_decided');
    expect(fold(world.events)).toEqual(world.current);
  });

  it.each([
    ['leader', true],
    ['deputy', true],
    ['auditor', true],
    ['office', false],
    ['officer', false],
    ['handler', false],
    ['member', false],
    ['spokesperson', false],
  ] as const)('%s reads it: %s', (name, reads) => {
    const world = handed();
    const target = targetOf(world.current, PARENT_ORG_ID);
    const seen = stateFor(actorOf(world, name), world.current, target);
    expect(seen.accountability).toHaveLength(reads ? 1 : 0);
    const isSeen = eventFilter(actorOf(world, name), world.current, target);
    const types = world.events
      .filter((event) => isSeen({ ...event, actor: { id: '' }, payload: { ...event.payload } }))
      .map(({ type }) => type);
    expect(types.includes('accountability.handed_over')).toBe(reads);
  });

  it('is closed to the institution above and to whom it concerns', () => {
    const world = handed();
    const target = { ...targetOf(world.current, PARENT_ORG_ID), isVisibleAbove: true };
    const above = { ...actorOf(world, 'leader'), id: fixedId(4, 80), orgId: PARENT_ORG_ID };
    expect(can(above, 'incident:read', target)).toBe(true);
    expect(stateFor(above, world.current, target).accountability).toEqual([]);
    world.do('deputy', 'declareInterest', { personId: personId('deputy'), reason: '涉及本人' });
    const concerned = stateFor(actorOf(world, 'deputy'), world.current, target);
    expect(concerned.accountability).toEqual([]);
    expect(target.orgId).toBe(ORG_ID);
  });

  it('is recorded by leaders alone', () => {
    const target = targetOf(handed().current, PARENT_ORG_ID);
    const who = (['officer', 'office', 'handler', 'deputy', 'leader', 'auditor'] as const).filter(
      (name) =>
        can(actorOf(new World(), name), 'incident:handOverAccountability' as Permission, target),
    );
    expect(who).toEqual(['deputy', 'leader']);
    expect(FORM_COMMANDS).toContain('handOverAccountability');
  });
});
