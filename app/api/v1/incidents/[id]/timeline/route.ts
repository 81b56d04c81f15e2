import { json, rest } from '@/lib/access/server/rest';
import { getIncident, readTimeline } from '@/lib/incident/server';

export const { GET, POST, PUT, PATCH, DELETE } = rest({
  GET: async (call) => {
    call.require('incident:read');
    const { state } = await getIncident(call.actor, call.param('id'));
    return json({ items: await readTimeline(call.actor, state.incident.id) });
  },
});
