import { invalidInput, Problem } from '@/lib/access/problem';
import { json, rest } from '@/lib/access/server/rest';
import { computeDue, DueRuleError, explainDue } from '@/lib/calendar';
import { dueQuery } from '@/lib/calendar/due-query';
import { currentCalendar } from '@/lib/calendar/server';

export const { GET, POST, PUT, PATCH, DELETE } = rest({
  GET: async (call) => {
    call.require('calendar:read');
    const asked = dueQuery.safeParse(call.query);
    if (!asked.success) throw invalidInput(asked.error.issues);
    const calendar = await currentCalendar(call.actor.orgId);
    const due = computed(() => computeDue(asked.data, calendar));
    return json({
      dueAt: due.dueAt,
      explanation: explainDue({ ...due, warnings: [] }, call.locale),
      warnings: explainDue({ explanation: [], warnings: due.warnings }, call.locale),
    });
  },
});

function computed<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof DueRuleError)) throw error;
    throw new Problem('INVALID_INPUT', { errors: [{ path: 'amount', message: error.code }] });
  }
}
