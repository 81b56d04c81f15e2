import 'server-only';
import { authorize } from '@/lib/access/authorize';
import { Problem } from '@/lib/access/problem';
import type { Command } from '../commands';
import type { Actor, DecideContext } from '../context';
import { type DecideResult, decide } from '../decide';
import type { IncidentState } from '../model';
import { standInsOf } from '../stand-in';
import { targetOf } from '../target';
import type { AuthorKey } from './author-key';
import { prepareInput } from './prepare';

/** Who asks, and what they last saw. */
interface Asking {
  actor: Actor;
  expectedVersion?: number | undefined;
}

/**
 * Authorises a parsed command against the incident as it stands and decides it. The door and its
 * preview ask the same way; writing is the caller's.
 *
 * @throws Problem NOT_FOUND, FORBIDDEN, CONFLICT (someone was faster) or REFUSED
 */
export function decideFor(
  state: IncidentState | null,
  { actor, expectedVersion }: Asking,
  command: Command,
  context: DecideContext,
  sealing: { id: string; authors: AuthorKey },
): Extract<DecideResult, { ok: true }> {
  if (state) {
    const standIns = standInsOf(state, context);
    const target = targetOf(state, context.directory.parentOrgId, standIns);
    authorize(actor, `incident:${command.type}`, target);
    const { version } = state.incident;
    if (expectedVersion !== undefined && expectedVersion !== version) {
      throw new Problem('CONFLICT', { reason: 'stale_version', detail: { current: version } });
    }
  }
  const input = prepareInput(command.input, sealing.id, sealing.authors);
  const decided = decide(state, { type: command.type, input }, context);
  if (decided.ok) return decided;
  const { code, detail } = decided.refusal;
  throw new Problem(code === 'stale_version' ? 'CONFLICT' : 'REFUSED', { reason: code, detail });
}
