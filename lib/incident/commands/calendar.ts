import { z } from 'zod';
import { calendarSchema } from '@/lib/calendar/calendar';
import { moveToCalendar } from '../calendar-move';
import { command } from '../definition';
import { id, text } from '../input';

/**
 * Takes a running incident onto another version of its institution's calendar: what is pending is
 * computed anew from its own start, and nothing else changes. Given by the product alone, on behalf
 * of the person (`by`) who stored the version and said why.
 */
export const adoptCalendar = command({
  input: z.strictObject({ calendarId: id, calendar: calendarSchema, by: id, reason: text(500) }),
  offered: () => false,
  isInternal: true,
  decide(decision, { calendarId, calendar, by, reason }) {
    const previousId = decision.incident.calendarId;
    decision.refuseIf(calendarId === previousId, 'already_decided');
    decision.emit('calendar.adopted', { calendarId, previousId, by, text: { reason } });
    for (const deadline of decision.state.deadlines) moveToCalendar(decision, deadline, calendar);
  },
});
