import { isUnderWay } from './approval-steps';
import type { ApprovalDecisionRow, ApprovalRunRow, DeadlineRow, IncidentState } from './model';

/** The person named countersigns what was agreed on the phone; the signature is the origin. */
export const PHONE_LIMIT = 'phone_countersign';
/** Words went out under a signature that its person says was never given; the group decides. */
export const DENIAL_LIMIT = 'consent_denied';

/** The steps left of a run that was let out early countersign it; the run is the origin. */
export const RELEASE_LIMIT = 'release_countersign';

/** Whether words have gone out under a run: published, answered to a citizen or to the press. */
export function hasGoneOut(state: IncidentState, run: ApprovalRunRow): boolean {
  const { publications, replies, mediaEnquiries } = state;
  const since = run.submittedAt;
  return (
    publications.some((one) => one.approvalRunId === run.id) ||
    replies.some(
      (one) =>
        one.wordingId === run.wordingId &&
        one.contentHash === run.contentHash &&
        one.repliedAt >= since,
    ) ||
    mediaEnquiries.some((one) => one.wordingId === run.wordingId && (one.answeredAt ?? '') >= since)
  );
}

/**
 * Whether a consent by phone still waits for the person named: neither countersigned nor denied,
 * not void since, and its run is under way, was approved, or had words go out under it.
 */
export function isConsentOwed(state: IncidentState, one: ApprovalDecisionRow): boolean {
  const isOpen = one.how === 'phone' && !one.confirmedAt && !one.deniedAt && !one.voidedAt;
  const run = state.approvalRuns.find(({ id }) => id === one.runId);
  if (!isOpen || !run) return false;
  return isUnderWay(run) || run.state === 'approved' || hasGoneOut(state, run);
}

/** Consents by phone that wait for this person. */
export const consentsOwedBy = (state: IncidentState, personId: string): ApprovalDecisionRow[] =>
  state.approvalDecisions.filter((one) => one.personId === personId && isConsentOwed(state, one));

const isPending = ({ state }: DeadlineRow) => state === 'open' || state === 'breached';

/** Denials after words had gone out that nobody of the group has dealt with. */
export const openDenials = (state: IncidentState): ApprovalDecisionRow[] =>
  state.approvalDecisions.filter((one) =>
    state.deadlines.some(
      (limit) => limit.key === DENIAL_LIMIT && limit.refId === one.id && isPending(limit),
    ),
  );

/** Limits for countersigning that nobody owes any more: the text was edited, sent back, withdrawn. */
export const lapsedConsentLimits = (state: IncidentState): DeadlineRow[] =>
  state.deadlines.filter((limit) => {
    if (!isPending(limit)) return false;
    if (limit.key === RELEASE_LIMIT) {
      const run = state.approvalRuns.find((one) => one.id === limit.refId);
      return !run || (run.state !== 'released' && !hasGoneOut(state, run));
    }
    if (limit.key !== PHONE_LIMIT) return false;
    const signed = state.approvalDecisions.find((one) => one.id === limit.refId);
    return !signed || !isConsentOwed(state, signed);
  });

/** Early releases that every step left has countersigned by now, and since when; or that came back. */
export const countersignedReleases = (
  state: IncidentState,
): { deadline: DeadlineRow; at: string }[] =>
  state.deadlines.flatMap((deadline) => {
    if (deadline.key !== RELEASE_LIMIT || !isPending(deadline)) return [];
    const run = state.approvalRuns.find((one) => one.id === deadline.refId);
    const isAnswered =
      run?.state === 'approved' || (run?.state === 'returned' && hasGoneOut(state, run));
    return run?.endedAt && isAnswered ? [{ deadline, at: run.endedAt }] : [];
  });
