import { invalidInput } from '@/lib/access/problem';
import { json, rest } from '@/lib/access/server/rest';
import { changeIncident, idempotent, listFilters, listIncidents } from '@/lib/incident/server';

export const { GET, POST, PUT, PATCH, DELETE } = rest({
  GET: async (call) => {
    call.require('incident:read');
    const filters = listFilters.safeParse(call.query);
    if (!filters.success) throw invalidInput(filters.error.issues);
    return json(await listIncidents(call.actor, filters.data));
  },
  POST: async (call) => {
    call.require('incident:log');
    const { actor } = call;
    const input = await call.body();
    const key = call.request.headers.get('idempotency-key');
    const { id, number, version, stage } = await changeIncident(
      { actor, incidentId: null, type: 'log', input },
      idempotent(actor.id, key, { to: 'incidents', input }),
    );
    const made = json({ id, number, version, stage }, 201);
    made.headers.set('location', `/api/v1/incidents/${id}`);
    return made;
  },
});
