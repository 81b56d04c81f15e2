import type { ChainStep } from '@/components/incident/approval-chain';
import { objectionsTo, planStepOf } from '@/lib/incident/approval-steps';
import type { Making } from './sheet-initial';

/** The steps of the newest approval run of a wording, with who decided what. */
export function chainModel(
  { view, words, nameOf, locale }: Making,
  wordingId: string,
): ChainStep[] {
  const { state, plan } = view;
  const run = state.approvalRuns.filter((one) => one.wordingId === wordingId).at(-1);
  if (!run) return [];
  const standsFor = (id: string) => {
    const mark = state.standIns.find((one) => one.refId === id);
    return mark && { kind: mark.kind, name: nameOf(mark.forId) };
  };
  return state.approvalSteps
    .filter((step) => step.runId === run.id)
    .sort((a, b) => a.position - b.position)
    .map((step) => {
      const signed = state.approvalDecisions
        .filter((one) => one.stepId === step.id && one.voidedAt === null)
        .map((one) => one.personId);
      const label = planStepOf(state, plan.plan, step)?.label;
      return {
        id: step.id,
        title: label ? (locale === 'en' ? label.en : label.zh) : words.role(step.role),
        state: run.state === 'voided' || run.state === 'withdrawn' ? 'void' : step.state,
        needed: step.needed - signed.length,
        waitingFor:
          step.state === 'open'
            ? step.candidateIds.filter((one) => !signed.includes(one)).map(nameOf)
            : [],
        decisions: state.approvalDecisions
          .filter((one) => one.stepId === step.id)
          .map((one) => ({
            id: one.id,
            name: nameOf(one.personId),
            standsFor: standsFor(one.id),
            verdict: one.decision,
            isVoid: one.voidedAt !== null,
            reason: one.reason,
            at: one.decidedAt,
            recorded: one.how && {
              how: one.how,
              by: nameOf(one.recordedBy),
              answer: one.deniedAt ? 'denied' : one.confirmedAt ? 'confirmed' : 'open',
              denyReason: one.denyReason,
            },
          })),
        objections: objectionsTo(state, step.id).map((one) => ({
          id: one.id,
          name: nameOf(one.writtenBy),
          reason: one.content,
          at: one.writtenAt,
        })),
      };
    });
}
