import { json, rest } from '@/lib/access/server/rest';
import {
  describeEvidence,
  inWords,
  receivedResponse,
  receiveEvidence,
} from '@/lib/evidence/server';
import { getIncident } from '@/lib/incident/server';

export const dynamic = 'force-dynamic';

/** Evidence of an incident: its list, and one more file as `multipart/form-data`. */
export const { GET, POST, PUT, PATCH, DELETE } = rest({
  GET: async (call) => {
    call.require('incident:read');
    const { state } = await getIncident(call.actor, call.param('id'));
    return json({ items: state.evidence.map(describeEvidence), nextCursor: null });
  },
  POST: async (call) => {
    call.require('evidence:upload');
    const receive = () => receiveEvidence(call.actor, call.param('id'), call.request);
    return receivedResponse(await inWords(call.locale, receive));
  },
});
