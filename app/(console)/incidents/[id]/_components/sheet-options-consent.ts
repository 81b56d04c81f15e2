import type { FormCommand } from '@/components/incident/form-types';
import type { Sheet, SheetOption } from '@/components/incident/sheet';
import { delegatesOf } from '@/lib/group/delegates';
import { formatMoment } from '@/lib/i18n/format';
import { isDelegable, isUnderWay, planStepOf } from '@/lib/incident/approval-steps';
import { minutedSteps } from '@/lib/incident/commands/minuting';
import { urgentReleaseOf } from '@/lib/incident/commands/releasing';
import { consentsOwedBy, openDenials } from '@/lib/incident/consent';
import type { ApprovalDecisionRow, ApprovalStepRow } from '@/lib/incident/model';
import { consentHours } from '@/lib/plan/approval-wait';
import type { Making } from './sheet-options';

/** Choices among signatures that others put on record, and whose signature is waited for. */
export const consentOptions = {
  consentsOwed: (making: Making) =>
    consentsOwedBy(making.view.state, making.actor.id).map((one) => agreed(making, one)),
  denialsOpen: (making: Making) => openDenials(making.view.state).map((one) => agreed(making, one)),
  minutedSteps: (making: Making) =>
    minutedSteps(making.view.state, making.actor.id).map((step) => ({
      value: step.id,
      label: titleOf(making, step.runId),
    })),
  stepSigners: (making: Making) => people(making, true),
  stepVoters: (making: Making) => people(making, false),
};

/** What follows from a signature put on record: how many it takes, and how soon it is answered. */
export function recordNotices(
  type: FormCommand,
  { stepId }: Record<string, string>,
  { view: { state, plan } }: Making,
  t: (key: string, values: Record<string, number>) => string,
): Sheet['notices'] {
  const step = state.approvalSteps.find((one) => one.id === stepId);
  const run = state.approvalRuns.find((one) => one.id === step?.runId);
  if (!step || !run) return [];
  const said = (title: string): Sheet['notices'] => [{ tone: 'blue', title, lines: [] }];
  const hours = consentHours(planStepOf(state, plan.plan, step));
  if (type === 'recordConsent') return said(t('notice.countersign', { hours }));
  if (type === 'releaseUrgently') {
    const release = urgentReleaseOf(plan.plan, run);
    return release ? said(t('notice.release', { hours: release.countersignHours })) : [];
  }
  if (type !== 'recordMinutes') return [];
  const given = state.approvalDecisions.filter(
    (one) => one.stepId === step.id && one.decision === 'approve' && one.voidedAt === null,
  );
  const voters = step.candidateIds.length - given.length;
  const count = Math.max(1, step.needed - given.length);
  return said(t('notice.quorum', { count, voters, hours }));
}

const titleOf = ({ view: { state } }: Making, runId: string): string => {
  const run = state.approvalRuns.find((one) => one.id === runId);
  return state.wordings.find((one) => one.id === run?.wordingId)?.title ?? '—';
};

function agreed(making: Making, one: ApprovalDecisionRow): SheetOption {
  const { view, nameOf, locale } = making;
  const at = formatMoment(one.agreedAt ?? one.decidedAt, view.now, locale);
  return {
    value: one.id,
    label: `${titleOf(making, one.runId)} · ${nameOf(one.personId)} ${at}`,
  };
}

/** Who may still sign an open step: its candidates, and who holds an authority of one of them. */
function people(making: Making, withDelegates: boolean): SheetOption[] {
  const { view, nameOf, actor } = making;
  const { state, directory, now } = view;
  const open = state.approvalSteps.filter(
    (step) =>
      step.state === 'open' &&
      state.approvalRuns.some((run) => run.id === step.runId && isUnderWay(run)),
  );
  const signersOf = (step: ApprovalStepRow) => [
    ...step.candidateIds,
    ...(withDelegates && isDelegable(step)
      ? step.candidateIds.flatMap((id) => delegatesOf(directory.delegations, id, 'approve', now))
      : []),
  ];
  const signed = state.approvalDecisions.flatMap((one) =>
    one.voidedAt === null && open.some((step) => step.runId === one.runId) ? [one.personId] : [],
  );
  return [...new Set(open.flatMap(signersOf))]
    .filter((id) => id !== actor.id && !signed.includes(id))
    .map((id) => ({ value: id, label: nameOf(id) }));
}
