import { Problem } from '@/lib/access/problem';
import { json, rest } from '@/lib/access/server/rest';
import { fileTextOf } from '@/lib/plan/file-text';
import { checkPlanFile } from '@/lib/plan/server';

export const { GET, POST, PUT, PATCH, DELETE } = rest({
  POST: async (call) => {
    call.require('plan:read');
    if (!call.holds('plan:read')) throw new Problem('FORBIDDEN');
    const text = fileTextOf(await call.text());
    return json(await checkPlanFile(call.actor, text, call.locale));
  },
});
