import { z } from 'zod';
import { invalidInput } from '@/lib/access/problem';
import { rest } from '@/lib/access/server/rest';
import { exportPlan, FILE_FORMATS } from '@/lib/plan/file';
import { getPlanToExport } from '@/lib/plan/server';

const query = z.object({
  format: z.enum(FILE_FORMATS).default('json'),
  version: z.coerce.number().int().min(1).optional(),
});

const MEDIA_TYPES = { json: 'application/json', yaml: 'application/yaml' } as const;

export const { GET, POST, PUT, PATCH, DELETE } = rest({
  GET: async (call) => {
    call.require('plan:read');
    const asked = query.safeParse(call.query);
    if (!asked.success) throw invalidInput(asked.error.issues);
    const { format, version } = asked.data;
    const { plan, name } = await getPlanToExport(call.actor, call.param('key'), version);
    return new Response(exportPlan(plan, format), {
      headers: {
        'content-type': `${MEDIA_TYPES[format]}; charset=utf-8`,
        'content-disposition': `attachment; filename="${name}.${format}"`,
        'cache-control': 'no-store',
      },
    });
  },
});
