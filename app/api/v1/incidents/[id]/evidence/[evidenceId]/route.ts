import { rest } from '@/lib/access/server/rest';
import { fileResponse, openEvidence } from '@/lib/evidence/server';

export const dynamic = 'force-dynamic';

/** Downloads one file of an incident. */
export const { GET, POST, PUT, PATCH, DELETE } = rest({
  GET: async (call) => {
    call.require('evidence:download');
    const opened = await openEvidence(call.actor, call.param('id'), call.param('evidenceId'));
    return fileResponse(opened, false);
  },
});
