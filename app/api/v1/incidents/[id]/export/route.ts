import { z } from 'zod';
import { invalidInput } from '@/lib/access/problem';
import { rest } from '@/lib/access/server/rest';
import { EXPORT_FORMATS, exportTimeline } from '@/lib/incident/server';

const query = z.object({ format: z.enum(EXPORT_FORMATS).default('jsonl') });

export const { GET, POST, PUT, PATCH, DELETE } = rest({
  GET: async (call) => {
    call.require('audit:export');
    const asked = query.safeParse(call.query);
    if (!asked.success) throw invalidInput(asked.error.issues);
    const file = await exportTimeline(call.actor, call.param('id'), asked.data.format);
    return new Response(streamOf(file.lines), {
      headers: {
        'content-type': file.mediaType,
        'content-disposition': `attachment; filename="${file.fileName}"`,
        'cache-control': 'no-store',
      },
    });
  },
});

function streamOf(lines: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = lines[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
