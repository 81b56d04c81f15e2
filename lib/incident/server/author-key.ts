import 'server-only';
import type { Db } from '@/lib/platform/db';
import { masterKey } from '@/lib/platform/env';
import { createKey, openText, SealError, unwrapKey, wrapKey } from '@/lib/platform/seal';
import { streamOf } from './keys';

/**
 * The key under which posters' names of one incident are sealed, apart from its other texts: when
 * their time is over this key goes, and what the events hold of them opens for nobody (guard 5).
 */
export interface AuthorKey {
  current: Buffer | null;
  /** Wrapped anew in this change, to be written down with it. */
  fresh: string | null;
}

const contextOf = (incidentId: string): string => `${streamOf(incidentId)}:authors`;

/** Author keys by incident; those that were destroyed, or never needed, are empty. */
export async function loadAuthorKeys(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, AuthorKey>> {
  const rows = await db.incidentKey.findMany({ where: { incidentId: { in: [...ids] } } });
  return new Map(
    rows.map(({ incidentId, authorWrapped }) => [
      incidentId,
      {
        current: authorWrapped
          ? unwrapKey(masterKey(), authorWrapped, contextOf(incidentId))
          : null,
        fresh: null,
      },
    ]),
  );
}

/** The key to seal a name with; made on its first use. */
export function authorKeyFor(incidentId: string, authors: AuthorKey): Buffer {
  if (authors.current) return authors.current;
  authors.current = createKey();
  authors.fresh = wrapKey(masterKey(), authors.current, contextOf(incidentId));
  return authors.current;
}

/** A name as it was taken down; null when its key is gone. */
export function openAuthor(
  incidentId: string,
  sealed: string,
  { authors, key }: { authors: AuthorKey | undefined; key: Buffer | undefined },
): string | null {
  // Names taken down before they had a key of their own stand under the incident's.
  for (const each of [authors?.current, key]) {
    const opened = each ? tryOpen(each, sealed, streamOf(incidentId)) : null;
    if (opened !== null) return opened;
  }
  return null;
}

function tryOpen(key: Buffer, sealed: string, aad: string): string | null {
  try {
    const opened: unknown = openText(key, sealed, aad);
    return typeof opened === 'string' ? opened : null;
  } catch (error) {
    if (error instanceof SealError) return null;
    throw error;
  }
}
