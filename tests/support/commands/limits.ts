import { localDate } from '@/lib/calendar';
import type { CommandInput } from '@/lib/incident/commands';
import { calendar, fixedId, PEOPLE, personId, type World } from '../incident-world';
import { any, type Draw, type Makers, shifted, some } from './draw';

/** The calendar with one of the next ten days turned the other way. */
function calendarWith(
  { now }: World,
  { pick, flag }: Draw,
): CommandInput<'adoptCalendar'>['calendar'] {
  const date = localDate(new Date(Date.parse(now) + (pick % 10) * 86_400_000).toISOString());
  const day = { kind: flag ? ('holiday' as const) : ('workday' as const), name: '调整' };
  return { ...calendar, version: `with ${date}`, days: { ...calendar.days, [date]: day } };
}

/** Time limits and escalation. */
export const LIMIT_MAKERS = {
  extendDeadline: (world, draw) => ({
    deadlineId: some('deadlines', world, draw),
    dueAt: shifted(world, draw.back * 10 + 1),
    reason: '检测',
  }),
  pauseDeadline: (world, draw) => ({
    deadlineId: some('deadlines', world, draw),
    until: shifted(world, draw.back * 10 + 1),
    reason: '天气恶劣',
  }),
  resumeDeadline: (world, draw) => ({ deadlineId: some('deadlines', world, draw) }),
  explainDeadline: (world, draw) => ({
    deadlineId: some('deadlines', world, draw),
    reason: '说明',
  }),
  acknowledgeEscalation: (world, draw) => ({ deadlineId: some('deadlines', world, draw) }),
  recordUndelivered: (world, draw) => ({
    escalationId: some('escalations', world, draw),
    messageId: fixedId(8, draw.pick % 40),
    channel: any(['mail', 'sms'], draw),
    code: 'smtp_550',
    recipientId: draw.flag ? any(PEOPLE.map(personId), draw) : null,
    isPassedOn: draw.back % 2 === 0,
  }),
  fireDeadline: (world, draw) => ({ deadlineId: some('deadlines', world, draw) }),
  adoptCalendar: (world, draw) => ({
    calendarId: fixedId(6, 2 + (draw.pick % 5)),
    calendar: calendarWith(world, draw),
    by: personId('office'),
    reason: `第 ${world.events.length} 版`,
  }),
} satisfies Makers;
