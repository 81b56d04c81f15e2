import { z } from 'zod';
import { invalidInput } from '@/lib/access/problem';
import { json, rest } from '@/lib/access/server/rest';
import { verifyForActor } from '@/lib/audit/server/verify';

const query = z.object({ stream: z.string().min(1).max(200) });

export const { GET, POST, PUT, PATCH, DELETE } = rest({
  GET: async (call) => {
    call.require('audit:verify');
    const asked = query.safeParse(call.query);
    if (!asked.success) throw invalidInput(asked.error.issues);
    const { evidence, ...finding } = await verifyForActor(call.actor, asked.data.stream);
    const [firstBad] = evidence?.faults ?? [];
    if (!evidence) return json(finding);
    return json({
      ...finding,
      evidence: { files: evidence.files, ...(firstBad ? { firstBad } : {}) },
    });
  },
});
