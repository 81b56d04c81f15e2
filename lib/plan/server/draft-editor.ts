import 'server-only';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';
import type { ReviewContext } from '../review';
import { type DraftView, getDraft } from './draft-view';
import { loadReviewContext, nameReader, orgWith } from './people';

const MOST = 500;

/** What the editor of a draft shows. */
export interface DraftEditor {
  draft: DraftView;
  /** Who holds which role, for saying where nobody does. */
  context: ReviewContext;
  /** Who last changed a place of the plan, by path; null = nobody in this draft. */
  authorOf: (path: string) => string | null;
}

/** A draft with who is there to carry it out and who changed what. Throws `Problem` as `getDraft`. */
export async function loadDraftEditor(actor: Actor, draftId: string): Promise<DraftEditor> {
  const draft = await getDraft(actor, draftId);
  const [authorOf, context] = await Promise.all([
    readChangeAuthors(actor, draft.id),
    loadReviewContext(prisma, orgWith(actor, 'plan:edit')),
  ]);
  return { draft, context, authorOf };
}

/** Who last changed each place of a draft, as the record has it. */
async function readChangeAuthors(
  actor: Actor,
  draftId: string,
): Promise<(path: string) => string | null> {
  const orgId = orgWith(actor, 'plan:edit');
  const rows = await prisma.auditEvent.findMany({
    where: {
      streamId: `org:${orgId}`,
      type: 'plan.draft_changed',
      payload: { path: ['draftId'], equals: draftId },
    },
    orderBy: { seq: 'asc' },
    take: MOST,
    select: { actor: true, payload: true },
  });
  const authors = new Map<string, string>();
  for (const { actor: by, payload } of rows) {
    const { changes = [] } = payload as { changes?: string[] };
    const { id } = by as { id: string };
    for (const line of changes) authors.set(pathOf(line), id);
  }
  const nameOf = await nameReader(prisma, [...new Set(authors.values())]);
  return (path) => {
    const touching = [...authors].filter(
      ([one]) => one === path || one.startsWith(`${path}.`) || path.startsWith(`${one}.`),
    );
    return nameOf(touching.at(-1)?.[1] ?? null)?.name ?? null;
  };
}

/** The path a line of the record begins with: `obligations.first_response.amount`. */
const pathOf = (line: string) => /^(?:[+−] )?([^\s:]+)/.exec(line)?.[1] ?? line;
