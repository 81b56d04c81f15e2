import 'server-only';
import type { Db } from '@/lib/platform/db';
import { loadCopyLimits, loadListedWords } from '@/lib/wording/server';
import type { Command } from '../commands';
import type { DecideContext } from '../context';
import type { IncidentState } from '../model';
import { findTargetPlan } from './target-plan';

/** What only some commands look at, and what is read only for them. */
export type Asked = Pick<DecideContext, 'targetPlan' | 'listedWords' | 'copyLimits'>;

/** Reads what a command needs besides the incident: the version to move to, the listed words. */
export async function loadAsked(
  db: Db,
  state: IncidentState | null,
  command: Command,
): Promise<Asked> {
  if (!state) return {};
  switch (command.type) {
    case 'movePlan':
      return { targetPlan: await findTargetPlan(db, state, command) };
    case 'submitWording':
      return { listedWords: await loadListedWords(db, state.incident.orgId) };
    case 'makeCopy': {
      const { orgId } = state.incident;
      const listedWords = await loadListedWords(db, orgId);
      return { listedWords, copyLimits: await loadCopyLimits(db, orgId) };
    }
    default:
      return {};
  }
}
