import { z } from 'zod';
import { invalidInput } from '@/lib/access/problem';
import { rest } from '@/lib/access/server/rest';
import { exportRoster, fileResponse, ROSTER_FORMATS } from '@/lib/document/server';
import { parseMonth } from '@/lib/duty/month';

const query = z.object({
  month: z.string().refine((text) => parseMonth(text) !== null, { message: 'not a month' }),
  format: z.enum(ROSTER_FORMATS).default('docx'),
});

export const { GET, POST, PUT, PATCH, DELETE } = rest({
  GET: async (call) => {
    call.require('roster:read');
    const asked = query.safeParse(call.query);
    if (!asked.success) throw invalidInput(asked.error.issues);
    const { month, format } = asked.data;
    return fileResponse(await exportRoster(call.actor, month, format));
  },
});
