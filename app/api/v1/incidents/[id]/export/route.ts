import { z } from 'zod';
import { invalidInput } from '@/lib/access/problem';
import { type RestCall, rest } from '@/lib/access/server/rest';
import { documentQuery } from '@/lib/document/query';
import { exportDocument, exportTables, fileResponse, permissionFor } from '@/lib/document/server';
import { EXPORT_FORMATS, exportTimeline } from '@/lib/incident/server';

const query = z.object({ format: z.enum([...EXPORT_FORMATS, 'docx', 'xlsx']).default('jsonl') });

export const { GET, POST, PUT, PATCH, DELETE } = rest({
  GET: async (call) => {
    const { format } = parse(call, query);
    if (format === 'docx') return document(call);
    if (format === 'xlsx') {
      call.require('document:export');
      return fileResponse(await exportTables(call.actor, call.param('id')));
    }
    call.require('audit:export');
    const file = await exportTimeline(call.actor, call.param('id'), format);
    return new Response(streamOf(file.lines), {
      headers: {
        'content-type': file.mediaType,
        'content-disposition': `attachment; filename="${file.fileName}"`,
        'cache-control': 'no-store',
      },
    });
  },
});

async function document(call: RestCall): Promise<Response> {
  const { kind, ref, ...given } = parse(call, documentQuery);
  call.require(permissionFor(kind));
  return fileResponse(await exportDocument(call.actor, call.param('id'), { kind, ref, given }));
}

function parse<S extends z.ZodType>(call: RestCall, schema: S): z.output<S> {
  const asked = schema.safeParse(call.query);
  if (!asked.success) throw invalidInput(asked.error.issues);
  return asked.data;
}

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
