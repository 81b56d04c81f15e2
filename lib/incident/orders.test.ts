import { describe, expect, it } from 'vitest';
import { local, PARENT_ORG_ID, World } from '@/tests/support/incident-world';
import { worldAt } from '@/tests/support/story';
import { missingForClosing } from './stages';

function logged(at: string): World {
  const world = new World();
  world.do('officer', 'log', { title: '甲', category: 'inquiry' }, at);
  return world;
}

const NOTE = {
  source: 'cyberspace',
  number: '网舆转〔2026〕31号',
  issuer: '网信部门',
  content: '请核实并于两小时内反馈',
} as const;

describe('an instruction that came in (来文转办, 批示)', () => {
  it('its limit becomes a limit of the incident, met by the answer', () => {
    const world = logged('2026-09-18 10:00');
    const dueAt = local('2026-09-18 12:00');
    world.do('officer', 'recordInstruction', {
      ...NOTE,
      receivedAt: local('2026-09-18 09:55'),
      dueAt,
    });
    const { id: instructionId } = world.last('instructions');
    expect(world.deadline('instruction_reply')).toMatchObject({
      dueAt,
      state: 'open',
      start: 'ordered',
    });
    world.later(60).do('office', 'answerInstruction', {
      instructionId,
      answer: '属实，正在整改',
      answerReference: '示教函〔2026〕8号',
    });
    expect(world.deadline('instruction_reply').state).toBe('met');
    expect(world.refusal('office', 'answerInstruction', { instructionId, answer: '再答' })).toBe(
      'already_decided',
    );
  });

  it('late is late, and stands in the way of closing until it is answered or explained', () => {
    const world = worldAt('reviewing');
    const dueAt = new Date(Date.parse(world.now) + 3_600_000).toISOString();
    world.do('office', 'recordInstruction', { ...NOTE, dueAt });
    expect(missingForClosing(world.current, world.plan)).toContain('obligations_met');
    const { id: instructionId } = world.last('instructions');
    world.later(120).do('office', 'answerInstruction', { instructionId, answer: '已办' });
    expect(world.deadline('instruction_reply').state).toBe('late');
  });

  it('a note for information owes nothing', () => {
    const world = logged('2026-09-18 10:00');
    const before = world.current.deadlines.length;
    world.do('leader', 'recordInstruction', { ...NOTE, source: 'leader_note', replyOwed: false });
    expect(world.current.deadlines).toHaveLength(before);
  });

  it.each([
    ['received in the future', { receivedAt: local('2026-09-18 10:01') }, 'instant_in_future'],
    [
      'with a limit before it came',
      { receivedAt: local('2026-09-18 09:00'), dueAt: local('2026-09-18 08:59') },
      'extension_not_later',
    ],
  ])('%s is refused', (_, change, code) => {
    const world = logged('2026-09-18 10:00');
    expect(world.refusal('officer', 'recordInstruction', { ...NOTE, ...change })).toBe(code);
  });
});

describe('a consultation (会商)', () => {
  it('is on record with who met and what was decided, also by phone', () => {
    const world = logged('2026-09-18 10:00').later(30);
    world.do('office', 'recordConsultation', {
      medium: 'phone',
      heldAt: local('2026-09-18 10:15'),
      attendees: '办公室、后勤科',
      decisions: '先核实，下午答复',
    });
    expect(world.last('consultations')).toMatchObject({
      medium: 'phone',
      heldAt: local('2026-09-18 10:15'),
    });
    const early = { attendees: '甲', decisions: '乙', heldAt: local('2026-09-18 09:00') };
    expect(world.refusal('office', 'recordConsultation', early)).toBe('time_before_discovery');
  });
});

describe('raising, transfer, help (提级, 移交, 请求支援)', () => {
  const raise = { kind: 'raise', content: '超出本单位处置能力' } as const;

  it('raised to the institution above it is visible there, and not answered here', () => {
    const world = logged('2026-09-18 10:00');
    expect(world.current.incident.reportedUpAt).toBeNull();
    world.do('office', 'refer', raise);
    const { id: referralId } = world.last('referrals');
    expect(world.last('referrals')).toMatchObject({ toOrgId: PARENT_ORG_ID, state: 'requested' });
    expect(world.current.incident.reportedUpAt).toBe(world.now);
    expect(world.refusal('office', 'refer', raise)).toBe('already_decided');
    const answer = { referralId, accepts: true, answer: '由我局牵头' };
    expect(world.refusal('leader', 'answerReferral', answer)).toBe('not_your_unit');
  });

  it('ends no duty of the own institution', () => {
    const world = logged('2026-09-18 10:00');
    const open = () => world.current.deadlines.filter((one) => one.state === 'open').length;
    const before = open();
    world.do('office', 'refer', raise);
    expect(open()).toBe(before);
  });

  it('a transfer names its recipient, and a paper answer is recorded here', () => {
    const world = logged('2026-09-18 10:00');
    expect(world.refusal('office', 'refer', { kind: 'transfer', content: '属邻县' })).toBe(
      'reason_needed',
    );
    world.do('office', 'refer', { kind: 'transfer', recipient: '邻县教育部门', content: '属邻县' });
    const { id: referralId } = world.last('referrals');
    const answer = { referralId, accepts: false, answer: '来函称不属其管辖' };
    world.do('office', 'answerReferral', answer);
    expect(world.last('referrals')).toMatchObject({ state: 'refused', toOrgId: null });
  });
});
