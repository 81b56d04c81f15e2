import { Problem } from '@/lib/access/problem';
import { json, rest } from '@/lib/access/server/rest';
import { trialOf } from '@/lib/plan/server';
import { trialView } from '@/lib/plan/trial-view';

export const { GET, POST, PUT, PATCH, DELETE } = rest({
  POST: async (call) => {
    call.require('plan:read');
    const { orgId } = call.actor;
    if (!orgId || !call.holds('plan:read')) throw new Problem('FORBIDDEN');
    const trial = await trialOf(orgId, call.param('key'), await call.body());
    return json(trialView(trial, call.locale));
  },
});
