import { json, rest } from '@/lib/access/server/rest';
import { aggregateOf, getIncident } from '@/lib/incident/server';

export const { GET, POST, PUT, PATCH, DELETE } = rest({
  GET: async (call) => {
    call.require('incident:read');
    const view = await getIncident(call.actor, call.param('id'));
    return json(await aggregateOf(view, call.locale, (type) => call.covers(`incident:${type}`)));
  },
});
