import { voiceFault } from '@/lib/org/official-voice';
import { maySign, signingUnits } from '@/lib/org/signing-units';
import { coversGrade } from '@/lib/plan/obligations';
import type { Decision } from '../decision';
import { situationNow } from '../facts';
import type { WordingRow } from '../model';
import { refuse } from '../refusal';
import { isPublicKind } from '../stages';
import { currentVersion, liveRun } from './wording';

/** What everything that leaves the house has to have: an official voice, and approved words. */

/**
 * The registered account of a publication, in use, verified, and this person named for it; an
 * official way needs none (guard 1).
 */
export function requireAccount(
  decision: Decision,
  accountId: string | null,
  needed: boolean,
): void {
  if (accountId === null && !needed) return;
  const { directory, actor } = decision.context;
  const account = directory.accounts.find((one) => one.id === accountId);
  const fault = account ? voiceFault(account, actor) : 'no_official_account';
  if (fault) refuse(fault);
}

/**
 * 署名单位: the institution itself, or what its register names for the account; without an account,
 * for any account in use.
 */
export function requireSignatory(
  decision: Decision,
  signatory: string,
  accountId: string | null,
): void {
  const { orgName, accounts } = decision.context.directory;
  const asked = accounts.filter((one) => (accountId ? one.id === accountId : one.active));
  decision.refuseIf(!maySign(signatory, signingUnits(orgName, asked)), 'signatory_not_registered');
}

/** The wording with its approving run, as approved and unchanged since. */
export function requireApproved(decision: Decision, wordingId: string, orReleased = false) {
  const { plan } = decision.context;
  const wording = decision.find('wordings', wordingId);
  decision.refuseIf(!isPublicKind(wording.kind), 'internal_line_not_public');
  const run = liveRun(decision.state, wordingId);
  const version = currentVersion(decision.state, wording);
  const isFree = run?.state === 'approved' || (orReleased && run?.state === 'released');
  if (!isFree || run?.contentHash !== version.contentHash) {
    return decision.refuseIf(true, 'wording_not_approved', { state: wording.state });
  }
  // A grade raised since then asks for the chain of the higher grade.
  const outgrown = !coversGrade(plan, run.chainKey, situationNow(plan, decision.state).grade);
  decision.refuseIf(outgrown, 'wording_not_approved', { state: 'graded_higher' });
  return { wording, run, version } as {
    wording: WordingRow;
    run: typeof run;
    version: typeof version;
  };
}

/** Words went out after they were approved, whatever moment is stated. */
export function requireAfterApproval(
  decision: Decision,
  endedAt: string | null,
  moment: string,
): void {
  const before = endedAt !== null && moment < endedAt;
  decision.refuseIf(before, 'wording_not_approved', { state: 'submitted' });
}

/**
 * A moment somebody named lies after the act it was named in. By the time that act is entered it may
 * have passed already: then its limit is late from the beginning, and shown so.
 */
export function requireAhead(decision: Decision, named: string | null, actAt: string): void {
  decision.refuseIf(named !== null && named <= actAt, 'extension_not_later');
}
