import { json, rest } from '@/lib/access/server/rest';
import { planFileSchema } from '@/lib/plan/file-schema';

export const { GET, POST, PUT, PATCH, DELETE } = rest({
  GET: async (call) => {
    call.require('plan:read');
    return json(planFileSchema());
  },
});
