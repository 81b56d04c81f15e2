import { describe, expect, it } from 'vitest';
import { can } from '@/lib/access/policy';
import { noticeFor } from '@/lib/notify/rules';
import { presets } from '@/lib/plan/presets';
import {
  directoryOf,
  fixedId,
  ORG_ID,
  personId,
  ROADS,
  WATER,
  World,
} from '@/tests/support/incident-world';
import { fold } from './evolve';
import { eventFilter, reachOf, stateFor } from './reading';
import { targetOf } from './target';

const POINTS = ['是否属实', '何时解决'];
const TRUE = { point: 0, finding: 'true' as const, said: '属实' };
const OPEN = { point: 1, finding: 'unverifiable' as const, said: '供货方未答复' };
const ANSWERS = [TRUE, OPEN];

const SCHOOL = fixedId(1, 3);
const NEIGHBOUR = fixedId(1, 4);
const SCHOOL_UNIT = fixedId(2, 3);
const PRINCIPAL = fixedId(4, 90);

function ordered(change: object = {}, world = new World()): World {
  world.do('officer', 'log', { title: '路面塌陷', unitId: ROADS, category: 'inquiry' });
  world.do('office', 'assign', {
    unitId: ROADS,
    requirement: '逐条核实',
    points: POINTS,
    ...change,
  });
  return world;
}

function withScan(world: World): string {
  world.do('handler', 'attachEvidence', {
    evidenceId: fixedId(8, 1),
    fileName: '签字.png',
    mediaType: 'image/png',
    sizeBytes: 1,
    sha256: 'a'.repeat(64),
    storageKey: 'a',
  });
  return fixedId(8, 1);
}

const unprincipled = () =>
  new World({
    directory: { units: [{ id: ROADS, orgId: ORG_ID, name: '道路科' }] },
  });

describe('what feedback is refused for', () => {
  const feedback = (world: World, change: object) => ({
    assignmentId: world.last('assignments').id,
    finding: 'true' as const,
    answers: ANSWERS,
    ...change,
  });

  it.each([
    ['a point without an answer', { answers: [TRUE] }, 'points_unanswered'],
    ['no answers at all', { answers: [] }, 'points_unanswered'],
    ['a point answered twice', { answers: [TRUE, OPEN, OPEN] }, 'points_unanswered'],
    [
      'an answer to no point',
      { answers: [...ANSWERS, { ...OPEN, point: 7 }] },
      'points_unanswered',
    ],
    [
      'evidence of another incident',
      { answers: [{ ...TRUE, evidenceIds: [fixedId(8, 9)] }, OPEN] },
      'unknown_target',
    ],
    [
      'a scan nobody stored',
      { signatureEvidenceId: fixedId(8, 9), signedByPrincipal: '赵刚' },
      'unknown_target',
    ],
  ])('%s', (_, change, code) => {
    const world = ordered();
    expect(world.refusal('handler', 'feedBack', feedback(world, change))).toBe(code);
    expect(world.last('assignments')).toMatchObject({ state: 'issued', finding: null });
  });

  it('a name without the scan, where the writer is not the principal', () => {
    const world = ordered({}, unprincipled());
    const named = feedback(world, { signedByPrincipal: '赵刚' });
    expect(world.refusal('handler', 'feedBack', named)).toBe('principal_signature_needed');
  });

  it('a scan without the name', () => {
    const world = ordered({}, unprincipled());
    const signatureEvidenceId = withScan(world);
    const bare = feedback(world, { signatureEvidenceId });
    expect(world.refusal('handler', 'feedBack', bare)).toBe('reason_needed');
  });

  it('nothing said where no points were listed', () => {
    const world = ordered({ points: [] });
    const bare = feedback(world, { answers: [] });
    expect(world.refusal('handler', 'feedBack', bare)).toBe('reason_needed');
  });

  it('another unit’s assignment', () => {
    const world = ordered();
    expect(world.refusal('handler2', 'feedBack', feedback(world, {}))).toBe('not_your_unit');
  });
});

describe('the principal’s signature', () => {
  const write = (world: World) =>
    world.do('handler', 'feedBack', {
      assignmentId: world.last('assignments').id,
      finding: 'partly_true',
      answers: ANSWERS,
    });

  it('of the principal who feeds back is given with it', () => {
    const world = ordered();
    expect(write(world)).toContain('assignment.fed_back');
    expect(world.last('assignments')).toMatchObject({
      state: 'fed_back',
      signedBy: personId('handler'),
      answers: ANSWERS.map((one) => ({ ...one, evidenceIds: [] })),
    });
  });

  it('on paper counts with its scan', () => {
    const world = ordered({}, unprincipled());
    world.do('handler', 'feedBack', {
      assignmentId: world.last('assignments').id,
      finding: 'true',
      answers: ANSWERS,
      signedByPrincipal: '赵刚',
      signatureEvidenceId: withScan(world),
    });
    expect(world.last('assignments')).toMatchObject({ state: 'fed_back', signedBy: null });
  });

  it('is waited for, and nothing has come back until it is given', () => {
    const world = ordered({ dueAt: '2026-09-18T06:00:00Z' }, unprincipled());
    expect(write(world)).not.toContain('assignment.fed_back');
    const { id: assignmentId } = world.last('assignments');
    expect(world.refusal('office', 'settleAssignment', { assignmentId })).toBe(
      'assignment_not_open',
    );
    expect(world.deadline('assignment_feedback').state).toBe('open');
    expect(world.refusal('handler', 'signFeedback', { assignmentId })).toBe(
      'principal_signature_needed',
    );
    const scene = { state: world.current, directory: world.directory };
    const written = world.events.find(({ type }) => type === 'assignment.feedback_written');
    if (!written) throw new Error('not written');
    expect(noticeFor(written, scene, personId('handler'))).toMatchObject({
      rule: 'assignment.to_sign',
      personIds: expect.arrayContaining([personId('leader'), personId('deputy')]),
    });
    world.do('deputy', 'signFeedback', { assignmentId });
    expect(world.last('assignments')).toMatchObject({
      state: 'fed_back',
      signedBy: personId('deputy'),
      signerIds: null,
    });
    expect(world.deadline('assignment_feedback').state).toBe('met');
    expect(world.refusal('deputy', 'signFeedback', { assignmentId })).toBe('assignment_not_open');
    expect(fold(world.events)).toEqual(world.current);
  });

  it('may be denied: the unit writes again, and the limit runs on', () => {
    const world = ordered({ dueAt: '2026-09-18T06:00:00Z' }, unprincipled());
    write(world);
    const { id: assignmentId } = world.last('assignments');
    expect(world.refusal('office', 'returnFeedback', { assignmentId, reason: '补' })).toBe(
      'not_your_unit',
    );
    world.do('deputy', 'returnFeedback', { assignmentId, reason: '第二条要有依据' });
    expect(world.last('assignments').state).toBe('returned');
    expect(world.current.deadlines.filter((one) => one.key === 'assignment_feedback')).toHaveLength(
      1,
    );
    write(world);
    expect(world.last('assignments').state).toBe('to_sign');
  });
});

describe('taking an assignment or not', () => {
  const until = { acceptDueAt: '2026-09-18T03:00:00Z', dueAt: '2026-09-18T08:00:00Z' };

  it('refused in time it goes back to the office, which gives it to another unit', () => {
    const world = ordered(until);
    world.do('office', 'activate', { leadUnitId: ROADS, offlineOwner: '甲', onlineOwner: '乙' });
    const { id: assignmentId } = world.last('assignments');
    world.later(5).do('handler', 'refuseAssignment', { assignmentId, reason: '不属本单位职责' });
    expect(world.last('assignments')).toMatchObject({
      state: 'refused',
      refuseReason: '不属本单位职责',
    });
    expect(world.deadline('assignment_acceptance').state).toBe('met');
    expect(world.deadline('assignment_feedback')).toMatchObject({
      state: 'cancelled',
      cancelReason: 'assignment_refused',
    });
    world.do('office', 'assign', { unitId: WATER, requirement: '核实' });
    expect(world.incident.leadUnitId).toBe(WATER);
    expect(fold(world.events)).toEqual(world.current);
  });

  it('after the limit, or once accepted, it cannot be refused', () => {
    const world = ordered(until);
    const { id: assignmentId } = world.last('assignments');
    const reason = '不属本单位职责';
    world.later(90);
    expect(world.refusal('handler', 'refuseAssignment', { assignmentId, reason })).toBe(
      'acceptance_over',
    );
    world.do('handler', 'acceptAssignment', { assignmentId });
    expect(world.deadline('assignment_acceptance').state).toBe('late');
    expect(world.refusal('handler', 'refuseAssignment', { assignmentId, reason })).toBe(
      'assignment_not_open',
    );
    expect(world.refusal('handler2', 'refuseAssignment', { assignmentId, reason })).toBe(
      'not_your_unit',
    );
  });

  it('helpers have sheets of their own beside the lead unit', () => {
    const world = ordered({ helperUnitIds: [WATER, ROADS] });
    expect(world.current.assignments.map((one) => [one.unitId, one.isLead, one.number])).toEqual([
      [ROADS, true, 'YQ-2026-0001-L1'],
      [WATER, false, 'YQ-2026-0001-L2'],
    ]);
  });

  it('names one responsible person and one liaison where the plan’s sheet asks for them', () => {
    const plan = presets.get('p23');
    if (!plan) throw new Error('The preset p23 is missing');
    const world = new World({ plan });
    world.do('officer', 'log', { title: '路面塌陷' });
    const assignment = { unitId: ROADS, requirement: '核实', responsible: '赵刚' };
    expect(world.refusal('office', 'assign', assignment)).toBe('names_needed');
    world.do('office', 'assign', { ...assignment, liaison: '钱明' });
  });

  it('sent back for more work with a new time, it is owed until then', () => {
    const world = ordered(until);
    const { id: assignmentId } = world.last('assignments');
    world.do('handler', 'feedBack', { assignmentId, finding: 'true', answers: ANSWERS });
    const dueAt = '2026-09-19T04:00:00Z';
    world.do('office', 'returnFeedback', { assignmentId, reason: '补依据', dueAt });
    expect(world.dueOf('assignment_feedback')).toBe('2026-09-19 12:00');
    expect(world.last('assignments')).toMatchObject({ state: 'returned', signedBy: null });
  });
});

describe('an order to an institution below', () => {
  const principal = { id: PRINCIPAL, name: '校长', orgId: SCHOOL, unitId: null, reachable: true };
  const people = [...directoryOf().people, { ...principal, roles: ['leader' as const] }];
  const units = [
    { id: ROADS, orgId: ORG_ID, name: '道路科' },
    { id: SCHOOL_UNIT, orgId: SCHOOL, name: '总务处', orgName: '甲小学' },
  ];
  const world = ordered(
    { unitId: SCHOOL_UNIT, helperUnitIds: [ROADS] },
    new World({ directory: { units, people } }),
  );
  world.do('office', 'assess', { facts: '内部研判', proposedGrade: 'ordinary' });
  const actorOf = (
    orgId: string,
    role: 'office' | 'leader' | 'officer' | 'handler',
    unitId: string | null = null,
  ) => ({
    kind: 'person' as const,
    id: role === 'leader' && orgId === SCHOOL ? PRINCIPAL : fixedId(4, 91),
    orgId,
    unitId,
    roles: [role],
  });
  const target = targetOf(world.current, fixedId(1, 2));

  it.each([
    ['the school’s office', actorOf(SCHOOL, 'office'), true, true],
    ['its principal', actorOf(SCHOOL, 'leader'), true, true],
    ['the unit it went to', actorOf(SCHOOL, 'handler', SCHOOL_UNIT), true, true],
    ['another unit of the school', actorOf(SCHOOL, 'handler', fixedId(2, 4)), false, false],
    ['an officer of the school', actorOf(SCHOOL, 'officer'), false, false],
    ['the office of the school next door', actorOf(NEIGHBOUR, 'office'), false, false],
    ['its leader', actorOf(NEIGHBOUR, 'leader'), false, false],
    ['its unit', actorOf(NEIGHBOUR, 'handler', fixedId(2, 5)), false, false],
  ])('%s reads and feeds back: %s', (_, actor, reads, acts) => {
    expect(can(actor, 'incident:read', target)).toBe(reads);
    expect(can(actor, 'incident:feedBack', target)).toBe(acts);
    expect(can(actor, 'incident:settleAssignment', target)).toBe(false);
    expect(can(actor, 'incident:assign', target)).toBe(false);
    expect(can(actor, 'incident:readAuthor', target)).toBe(false);
  });

  it('shows what was asked of it, and nothing of what the one above weighs', () => {
    const actor = actorOf(SCHOOL, 'office');
    expect(reachOf(actor, target)).toBe('ordered');
    const seen = stateFor(actor, world.current, target);
    expect(seen.assignments.map((one) => one.unitId)).toEqual([SCHOOL_UNIT]);
    expect(seen.assessments).toEqual([]);
    expect(seen.incident.title).toBe('路面塌陷');
    const isSeen = eventFilter(actor, world.current, target);
    const types = world.events
      .filter((event) => isSeen({ ...event, actor: { id: 'x' }, payload: { ...event.payload } }))
      .map(({ type }) => type);
    expect(types).toContain('assignment.issued');
    expect(types).not.toContain('incident.assessed');
    expect(types.filter((type) => type === 'assignment.issued')).toHaveLength(1);
  });
});
