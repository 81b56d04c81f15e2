import { describe, expect, it } from 'vitest';
import { type PersonName, personId, ROADS, World } from '@/tests/support/incident-world';
import { COMMAND_TYPES, type CommandType, commands } from './commands';
import type { CommandDefinition } from './definition';
import { nextAct } from './next-act';
import { missingForNext } from './stages';

const RIGHTS: Partial<Record<PersonName, readonly CommandType[]>> = {
  officer: ['sendReport', 'reply', 'setProvisionalGrade', 'recordSample'],
  office: [
    'sendReport',
    'present',
    'activate',
    'assign',
    'draftWording',
    'submitWording',
    'publish',
  ],
  deputy: ['decideGrade', 'approve', 'activate'],
  handler: ['acceptAssignment', 'feedBack'],
  auditor: [],
};

function act(world: World, name: PersonName) {
  const actor = { ...world.context(name).actor };
  const allowed = COMMAND_TYPES.filter(
    (type) =>
      (RIGHTS[name] ?? []).includes(type) &&
      (commands[type] as CommandDefinition).offered(world.current, actor, world.plan),
  );
  const missing = missingForNext(world.current, world.plan);
  return nextAct({
    state: world.current,
    plan: world.plan,
    actor,
    allowed,
    missing,
    now: world.now,
  });
}

function logged(): World {
  const world = new World().at('2026-09-18 10:00');
  world.do('officer', 'log', { title: '路面塌陷', unitId: ROADS, category: 'inquiry' });
  return world;
}

describe('the next thing to do', () => {
  it('is the report first, and names its time limit', () => {
    const next = act(logged(), 'office');
    expect(next).toMatchObject({ key: 'report_up', command: 'sendReport' });
    expect(next.deadline?.key).toBe('report_up');
  });

  it('is the initial report to the institution above after one to the own leader only', () => {
    const world = logged();
    world.do('officer', 'sendReport', { target: 'leader', medium: 'oral', content: '电话' });
    expect(act(world, 'office')).toMatchObject({
      command: 'sendReport',
      preset: { target: 'superior', kind: 'initial' },
    });
    expect(act(world, 'auditor')).toMatchObject({ key: 'wait_report_up' });
  });

  it('is the time limit that presses, before what the stage lacks', () => {
    const world = logged().at('2026-09-18 14:45');
    world.do('office', 'sendReport', { content: '首报' });
    expect(act(world, 'officer')).toMatchObject({ key: 'first_response', command: 'reply' });
  });

  it('is a sentence without a button for those who only read', () => {
    expect(act(logged(), 'auditor')).toMatchObject({ key: 'wait_initial_report', command: null });
  });

  it('is grading once reported: the sheet for the office, the decision for the deputy', () => {
    const world = logged();
    world.do('office', 'sendReport', { content: '首报' });
    expect(act(world, 'office').command).toBe('present');
    expect(act(world, 'deputy').command).toBe('decideGrade');
    world.do('office', 'assess', { facts: '属实', proposedGrade: 'ordinary' });
    expect(act(world, 'office').command).not.toBe('present');
  });

  it('leads the unit from signing for its assignment to feedback', () => {
    const world = logged();
    world.do('office', 'assign', { unitId: ROADS, requirement: '核实' });
    const { id } = world.last('assignments');
    expect(act(world, 'handler')).toMatchObject({
      command: 'acceptAssignment',
      preset: { assignmentId: id },
    });
    world.do('handler', 'acceptAssignment', { assignmentId: id });
    expect(act(world, 'handler').command).toBe('feedBack');
  });

  it('is the approval that waits for this person, bound to the text', () => {
    const world = logged();
    world.do('office', 'sendReport', { content: '首报' });
    world.do('deputy', 'decideGrade', { grade: 'ordinary' });
    const wordingId = world.submitDraft();
    expect(act(world, 'deputy')).toMatchObject({ key: 'approve', preset: { wordingId } });
    expect(personId('deputy')).toBeTruthy();
  });

  it('a signature that is late leads nobody else to draft another text', () => {
    const world = logged();
    world.do('office', 'sendReport', { content: '首报' });
    world.do('deputy', 'decideGrade', { grade: 'ordinary' });
    world.submitDraft();
    const limit = world.deadline('approval_step');
    world.later(24 * 60).do('sweeper', 'fireDeadline', { deadlineId: limit.id });
    expect(world.deadline('approval_step').state).toBe('breached');
    expect(act(world, 'office')).not.toMatchObject({ deadline: { key: 'approval_step' } });
    expect(act(world, 'deputy')).toMatchObject({ key: 'approve' });
  });
});
