import 'server-only';
import { contentDisposition } from '@/lib/evidence/file-name';
import type { DocumentFile } from './export-incident';

/** A file as the answer to a request; no cache keeps it. */
export function fileResponse({ fileName, mediaType, content }: DocumentFile): Response {
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': mediaType,
      'content-length': String(content.length),
      'content-disposition': contentDisposition('attachment', fileName),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
