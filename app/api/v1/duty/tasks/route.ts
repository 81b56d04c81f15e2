import { invalidInput } from '@/lib/access/problem';
import { json, rest } from '@/lib/access/server/rest';
import { listTasks, taskFilters } from '@/lib/shift/server';

/** Patrols, handovers, daily summaries and zero reports of the own institution, newest first. */
export const { GET, POST, PUT, PATCH, DELETE } = rest({
  GET: async (call) => {
    call.require('shift:read');
    const asked = taskFilters.safeParse(call.query);
    if (!asked.success) throw invalidInput(asked.error.issues);
    return json(await listTasks(call.actor, asked.data));
  },
});
