import { Problem } from '@/lib/access/problem';
import { json, rest } from '@/lib/access/server/rest';
import { listPlans } from '@/lib/plan/server';

export const { GET, POST, PUT, PATCH, DELETE } = rest({
  GET: async (call) => {
    call.require('plan:read');
    if (!call.actor.orgId || !call.holds('plan:read')) throw new Problem('FORBIDDEN');
    return json({ items: await listPlans(call.actor.orgId), nextCursor: null });
  },
});
