import { consoleRoute } from '@/lib/access/server/console-route';
import { fileResponse, openEvidence } from '@/lib/evidence/server';

export const dynamic = 'force-dynamic';

/** Downloads one file; `?inline` shows an image in the page. */
export const GET = consoleRoute<{ incidentId: string; evidenceId: string }>(
  async ({ request, actor, params }) => {
    const opened = await openEvidence(actor, params.incidentId, params.evidenceId);
    return fileResponse(opened, new URL(request.url).searchParams.has('inline'));
  },
);
