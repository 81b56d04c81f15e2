import 'server-only';
import type { StreamHead } from '@/lib/audit/envelope';
import type { Actor, DecideContext, Directory } from '../context';
import type { DecidedEvent } from '../decision';
import type { IncidentState } from '../model';
import type { AuthorKey } from './author-key';
import type { Numbers } from './new-incident';

/** What one incident goes through in a batch. */
export interface Working {
  id: string;
  key: Buffer;
  authors: AuthorKey;
  isNew: boolean;
  keyRow: { incidentId: string; wrapped: string } | null;
  head: StreamHead;
  before: IncidentState | null;
  after: IncidentState | null;
  context: Omit<DecideContext, 'actor'>;
  /** Where a new incident's number comes from. */
  numbers: Numbers | null;
  recorded: { event: DecidedEvent; actor: Actor; directory: Directory }[];
}
