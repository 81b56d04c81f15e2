import { describe, expect, it } from 'vitest';
import { fromLocal } from '@/lib/calendar';
import { laneOf, layTimeline } from './lanes';

const person = (role: string) => ({ kind: 'person' as const, id: 'p', role });
const at = (day: number, time: string) => fromLocal(`2026-09-${day}`, time);
const event = (seq: number, type: string, day: number, time: string) => ({
  seq,
  type,
  actor: person('office'),
  occurredAt: at(day, time),
});

describe('lanes', () => {
  it.each([
    ['wording.drafted', 'office', 'office'],
    ['report.sent', 'officer', 'office'],
    ['assignment.fed_back', 'handler', 'handler'],
    ['approval.given', 'deputy', 'leader'],
    ['approval.given', 'member', 'leader'],
    ['deadline.opened', 'officer', 'system'],
    ['deadline.explained', 'office', 'office'],
    ['deadline.extended', 'leader', 'leader'],
    ['stage.reached', 'leader', 'system'],
    ['approval.step_opened', 'office', 'system'],
  ])('%s by %s stands under %s', (type, role, lane) => {
    expect(laneOf({ type, actor: person(role) })).toBe(lane);
  });

  it('a system actor is always the system', () => {
    expect(laneOf({ type: 'incident.logged', actor: { kind: 'system', id: 'demo' } })).toBe(
      'system',
    );
  });
});

describe('timeline', () => {
  it('names a night, and any other long pause', () => {
    const rows = layTimeline(
      [event(1, 'a', 10, '23:00'), event(2, 'b', 11, '05:20'), event(3, 'c', 13, '09:00')],
      [],
      at(14, '00:00'),
    );
    expect(rows.map((row) => row.kind)).toEqual(['moment', 'gap', 'moment', 'gap', 'moment']);
    expect(rows[1]).toMatchObject({ ms: 380 * 60_000, isNight: true });
    expect(rows[3]).toMatchObject({ isNight: false });
  });

  it('marks lateness where it arose, not where it was noticed', () => {
    const late = {
      id: 'd1',
      dueAt: at(10, '10:00'),
      metAt: at(10, '11:00'),
      breachedAt: at(10, '10:40'),
    };
    const rows = layTimeline(
      [event(1, 'a', 10, '09:00'), event(2, 'deadline.met', 10, '11:00')],
      [late, { id: 'd2', dueAt: at(10, '12:00'), metAt: at(10, '11:00'), breachedAt: null }],
      at(14, '00:00'),
    );
    expect(rows.map((row) => row.kind)).toEqual(['moment', 'late', 'moment']);
    expect(rows[1]).toMatchObject({ at: at(10, '10:00'), deadlineId: 'd1' });
  });

  it('puts what happened at one moment side by side, in the order of recording', () => {
    const rows = layTimeline(
      [
        event(3, 'b', 10, '09:00'),
        event(2, 'stage.reached', 10, '09:00'),
        event(1, 'a', 10, '09:00'),
      ],
      [],
      at(14, '00:00'),
    );
    expect(rows).toHaveLength(1);
    const lanes = rows[0]?.kind === 'moment' ? rows[0].lanes : null;
    expect(lanes?.office.map(({ seq }) => seq)).toEqual([1, 3]);
    expect(lanes?.system.map(({ seq }) => seq)).toEqual([2]);
  });
});
