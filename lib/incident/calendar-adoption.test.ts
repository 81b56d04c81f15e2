import { describe, expect, it } from 'vitest';
import type { CalendarData } from '@/lib/calendar/calendar';
import { calendar, fixedId, local, personId, shown, World } from '@/tests/support/incident-world';
import { fold } from './evolve';

const NEXT = fixedId(6, 2);

/** A calendar with these days off (or, with `+`, worked). */
function withDays(...dates: string[]): CalendarData {
  const days = { ...calendar.days };
  for (const date of dates) {
    const plain = date.replace('+', '');
    days[plain] = { kind: date.startsWith('+') ? 'workday' : 'holiday', name: '调整' };
  }
  return { ...calendar, version: 'next', days };
}

function logged(at: string): World {
  const world = new World();
  world.do('officer', 'log', { title: '甲', category: 'inquiry' }, at);
  return world;
}

function adopt(world: World, next: CalendarData, calendarId = NEXT): string[] {
  const input = { calendarId, calendar: next, by: personId('office'), reason: '补录通知' };
  return world.do('sweeper', 'adoptCalendar', input);
}

const movedOf = (world: World) =>
  world.events.flatMap((event) => (event.type === 'deadline.moved' ? [event.payload] : []));

describe('a running incident taken onto another calendar', () => {
  it('computes what is pending anew from its own start, and says who had it so and why', () => {
    const world = logged('2026-09-18 10:00');
    expect(world.dueOf('formal_answer')).toBe('2026-09-24 17:30');
    const reportUp = world.dueOf('report_up');
    adopt(world.later(60), withDays('2026-09-22'));
    expect(world.dueOf('formal_answer')).toBe('2026-09-28 17:30');
    expect(world.dueOf('report_up')).toBe(reportUp);
    expect(world.incident.calendarId).toBe(NEXT);
    const adopted = world.events.find((event) => event.type === 'calendar.adopted');
    expect(adopted?.payload).toEqual({
      calendarId: NEXT,
      previousId: fixedId(6, 1),
      by: personId('office'),
      text: { reason: '补录通知' },
    });
    expect(movedOf(world).every(({ reason }) => reason === 'calendar')).toBe(true);
    expect(world.deadline('formal_answer')).toMatchObject({
      startedAt: local('2026-09-18 10:00'),
      originalDueAt: local('2026-09-24 17:30'),
    });
    expect(fold(world.events)).toEqual(world.current);
  });

  it('moves earlier too, the longest time along with it', () => {
    const world = logged('2026-09-30 10:00');
    expect(shown(world.deadline('formal_answer').hardMaxAt ?? '')).toBe('2026-10-20 17:30');
    adopt(world.later(60), withDays('+2026-10-06', '+2026-10-07'));
    expect(world.dueOf('formal_answer')).toBe('2026-10-10 17:30');
    expect(shown(world.deadline('formal_answer').hardMaxAt ?? '')).toBe('2026-10-16 17:30');
  });

  it('lets the warning of a missing year go when its notice is in', () => {
    const world = logged('2026-12-30 10:00');
    expect(world.deadline('formal_answer').warnings).not.toEqual([]);
    const due = world.dueOf('formal_answer');
    adopt(world, { ...calendar, years: [...calendar.years, 2027] });
    expect(world.deadline('formal_answer').warnings).toEqual([]);
    expect(world.dueOf('formal_answer')).toBe(due);
  });

  it('leaves alone what the calendar does not touch', () => {
    const world = logged('2026-09-18 10:00');
    const before = world.current.deadlines;
    expect(adopt(world, withDays('2027-08-02'))).toEqual(['calendar.adopted']);
    expect(world.current.deadlines).toEqual(before);
  });

  it('an extension that was granted stands, and is never earlier than the new time', () => {
    const world = logged('2026-09-18 10:00');
    const { id: deadlineId } = world.deadline('formal_answer');
    const dueAt = local('2026-09-29 12:00');
    world.do('deputy', 'extendDeadline', { deadlineId, dueAt, reason: '检测' });
    adopt(world, withDays('2026-09-22'));
    expect(world.dueOf('formal_answer')).toBe('2026-09-29 12:00');
    adopt(world, withDays('2026-09-22', '2026-09-23', '2026-09-24', '2026-09-28'), fixedId(6, 3));
    expect(world.dueOf('formal_answer')).toBe('2026-10-08 17:30');
    expect(fold(world.events)).toEqual(world.current);
  });

  it('what was missed stays missed, noticed or not', () => {
    const world = logged('2026-09-18 10:00').at('2026-09-24 18:00');
    const unseen = world.deadline('formal_answer');
    adopt(world, withDays('2026-09-22'));
    expect(world.deadline('formal_answer')).toEqual(unseen);
    world.sweep();
    expect(world.deadline('formal_answer').state).toBe('breached');
    const breached = world.deadline('formal_answer');
    adopt(world, withDays('2026-09-22', '2026-09-23'), fixedId(6, 3));
    expect(world.deadline('formal_answer')).toEqual(breached);
  });

  it('nobody is late for a time that was never set: a limit is not put into the past', () => {
    const world = logged('2026-09-30 10:00').at('2026-10-12 09:00');
    expect(world.dueOf('formal_answer')).toBe('2026-10-13 17:30');
    adopt(world, withDays('+2026-10-05', '+2026-10-06', '+2026-10-07'));
    expect(world.dueOf('formal_answer')).toBe('2026-10-13 17:30');
  });

  it('reminders of a time further off come again; of one that came nearer none is lost', () => {
    const world = logged('2026-09-18 10:00').at('2026-09-24 17:00');
    world.sweep();
    const told = world.deadline('formal_answer');
    expect(told.stepsDone).toBeGreaterThan(0);
    world.do('office', 'acknowledgeEscalation', { deadlineId: told.id });
    adopt(world, withDays('2026-09-24', '2026-09-22'));
    expect(world.deadline('formal_answer')).toMatchObject({ stepsDone: 0, acknowledgedAt: null });
    expect(world.deadline('formal_answer').nextActionAt).not.toBeNull();
  });

  it('only once onto the same version, and never after the end', () => {
    const world = logged('2026-09-18 10:00');
    adopt(world, withDays('2026-09-22'));
    const input = { calendarId: NEXT, calendar, by: personId('office'), reason: '再来' };
    expect(world.refusal('sweeper', 'adoptCalendar', input)).toBe('already_decided');
    world.do('officer', 'dismiss', { reason: 'other_place', note: '外地' });
    world.do('leader', 'confirmDismissal', {});
    const later = { ...input, calendarId: fixedId(6, 3) };
    expect(world.refusal('sweeper', 'adoptCalendar', later)).toBe('incident_ended');
  });
});
