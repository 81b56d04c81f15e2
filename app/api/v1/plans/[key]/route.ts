import { Problem } from '@/lib/access/problem';
import { json, rest } from '@/lib/access/server/rest';
import { findPlan } from '@/lib/plan/server';

export const { GET, POST, PUT, PATCH, DELETE } = rest({
  GET: async (call) => {
    call.require('plan:read');
    if (!call.actor.orgId || !call.holds('plan:read')) throw new Problem('FORBIDDEN');
    const plan = await findPlan(call.actor.orgId, call.param('key'));
    if (!plan) throw new Problem('NOT_FOUND');
    return json(plan);
  },
});
