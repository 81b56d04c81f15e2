import { invalidInput } from '@/lib/access/problem';
import { json, rest } from '@/lib/access/server/rest';
import { commandEnvelope, isCommandType } from '@/lib/incident/command-schemas';
import { changeIncident, idempotent, previewAnswer, previewChange } from '@/lib/incident/server';

export const { GET, POST, PUT, PATCH, DELETE } = rest({
  POST: async (call) => {
    const body = await call.body();
    const envelope = commandEnvelope.safeParse(body);
    if (!envelope.success) throw invalidInput(envelope.error.issues);
    const { type, expectedVersion, dryRun, ...input } = envelope.data;
    if (isCommandType(type)) call.require(`incident:${type}`);
    const incidentId = call.param('id');
    if (dryRun) {
      const request = { actor: call.actor, incidentId, type, input, expectedVersion };
      return json(previewAnswer(await previewChange(request), call.locale));
    }
    const key = call.request.headers.get('idempotency-key');
    const { version, stage, events } = await changeIncident(
      { actor: call.actor, incidentId, type, input, expectedVersion },
      idempotent(call.actor.id, key, { to: incidentId, body }),
    );
    return json({ version, stage, events });
  },
});
