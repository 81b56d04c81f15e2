import { consoleRoute } from '@/lib/access/server/console-route';
import { inWords, receivedResponse, receiveEvidence } from '@/lib/evidence/server';

export const dynamic = 'force-dynamic';

/** Takes one file from a page of the console: `multipart/form-data` with `file`, `about?`. */
export const POST = consoleRoute<{ incidentId: string }>(
  async ({ request, actor, locale, params }) =>
    receivedResponse(
      await inWords(locale, () => receiveEvidence(actor, params.incidentId, request)),
    ),
);
