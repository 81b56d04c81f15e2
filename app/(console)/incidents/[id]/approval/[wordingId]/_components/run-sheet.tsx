import { useTranslations } from 'next-intl';
import { formatLocal } from '@/lib/calendar';
import { objectionsTo, planStepOf } from '@/lib/incident/approval-steps';
import type { ApprovalDecisionRow, ApprovalRunRow, ApprovalStepRow } from '@/lib/incident/model';
import type { Making } from '../../../_components/sheet-initial';

const cell = 'border border-control px-2 py-1 text-start align-top break-words';

/** One run: its steps in order, each signature with the way it was given, its time and its reason. */
export function RunSheet({
  page,
  run,
  number,
}: {
  page: Making;
  run: ApprovalRunRow;
  number: number;
}) {
  const t = useTranslations('approvals');
  const { state } = page.view;
  const steps = state.approvalSteps
    .filter((one) => one.runId === run.id)
    .sort((a, b) => a.position - b.position);
  const isDenied =
    run.state === 'voided' &&
    state.approvalDecisions.some((one) => one.runId === run.id && one.deniedAt !== null);
  const columns = ['step', 'signer', 'opinion', 'how', 'time'] as const;
  return (
    <section className="mt-4 break-inside-avoid-page">
      <h2 className="mb-1 font-semibold">
        {t('sheet.run', { number })} · {isDenied ? t('sheet.voidByDenial') : t(`run.${run.state}`)}
        {run.endedAt && ` ${formatLocal(run.endedAt)}`}
      </h2>
      <p className="text-xs text-soft">
        {t('sheet.sent', { name: page.nameOf(run.submittedBy), at: formatLocal(run.submittedAt) })}
      </p>
      <p className="text-xs break-all text-soft">SHA-256 {run.contentHash}</p>
      {run.releasedAt && (
        <p className="my-1 font-medium">
          {t('sheet.released', {
            name: page.nameOf(run.releasedBy),
            at: formatLocal(run.releasedAt),
            reason: run.releaseReason ?? '',
          })}
        </p>
      )}
      <section
        aria-label={t('sheet.run', { number })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="mt-1 overflow-x-auto print:overflow-visible"
      >
        <table className="w-full min-w-[560px] border-collapse text-xs print:min-w-0 print:text-[9pt]">
          <caption className="sr-only">{t('sheet.run', { number })}</caption>
          <thead>
            <tr className="bg-sunken">
              {columns.map((column) => (
                <th key={column} scope="col" className={`${cell} font-semibold`}>
                  {t(`sheet.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <StepRows key={step.id} page={page} step={step} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function StepRows({ page, step }: { page: Making; step: ApprovalStepRow }) {
  const t = useTranslations('approvals');
  const { view, words, locale, nameOf } = page;
  const label = planStepOf(view.state, view.plan.plan, step)?.label;
  const named = label ? label[locale === 'en' ? 'en' : 'zh'] : words.role(step.role);
  const title = `${step.position + 1} ${named}`;
  const given = view.state.approvalDecisions.filter((one) => one.stepId === step.id);
  const counting = given.filter((one) => one.voidedAt === null).length;
  const pending = (given.length === 0 || step.state === 'open') && (
    <tr key="pending">
      <td className={cell}>{title}</td>
      <td className={cell}>—</td>
      <td className={cell}>
        {step.state === 'open' && step.needed - counting > 1
          ? t('sheet.pending', { count: step.needed - counting })
          : t(`step.${step.state}`)}
      </td>
      <td className={cell}>{step.note}</td>
      <td className={cell} />
    </tr>
  );
  const signatures = given.map((one) => (
    <tr key={one.id}>
      <td className={cell}>{title}</td>
      <td className={cell}>{nameOf(one.personId)}</td>
      <td className={cell}>
        {t(`decision.${one.decision}`)}
        {one.voidedAt && one.decision === 'approve' && `（${t(voidKey(one))}）`}
        {one.reason && <span className="block">{one.reason}</span>}
        <Found page={page} step={step} one={one} />
      </td>
      <td className={cell}>
        <How page={page} one={one} />
      </td>
      <td className={`${cell} tabular-nums`}>{formatLocal(one.decidedAt)}</td>
    </tr>
  ));
  const objections = objectionsTo(view.state, step.id).map((one) => (
    <tr key={one.id}>
      <td className={cell}>{title}</td>
      <td className={cell}>{nameOf(one.writtenBy)}</td>
      <td className={cell} colSpan={2}>
        {t('sheet.objected', { reason: one.content ?? '' })}
      </td>
      <td className={`${cell} tabular-nums`}>{formatLocal(one.writtenAt)}</td>
    </tr>
  ));
  return [...signatures, ...objections, pending];
}

/** What proofreading found at this signature, where the chain asks for it. */
function Found({
  page,
  step,
  one,
}: {
  page: Making;
  step: ApprovalStepRow;
  one: ApprovalDecisionRow;
}) {
  const t = useTranslations('approvals');
  const found = page.view.state.wordingRemarks.findLast(
    (each) =>
      each.kind === 'proofread' &&
      each.runId === step.runId &&
      each.round === step.position + 1 &&
      each.writtenBy === one.personId,
  );
  return found && <span className="block">{t('sheet.found', { found: found.content ?? '' })}</span>;
}

const voidKey = ({ deniedAt }: ApprovalDecisionRow) =>
  deniedAt ? 'sheet.denied' : 'voidSignature';

/** 本人, 代签, 代行, 电话同意 or 会议纪要, with who recorded it and what its person answered. */
function How({ page, one }: { page: Making; one: ApprovalDecisionRow }) {
  const t = useTranslations('approvals');
  const { view, nameOf } = page;
  const mark = view.state.standIns.find((each) => each.refId === one.id);
  const standIn =
    mark?.kind === 'acting'
      ? t('sheet.acting')
      : mark && t('sheet.delegate', { name: nameOf(mark.forId) });
  if (!one.how) return standIn ?? t('sheet.inPerson');
  const at = formatLocal(one.agreedAt ?? one.decidedAt);
  const evidence = view.state.evidence.find((each) => each.id === one.evidenceId);
  return (
    <>
      {t(`sheet.${one.how}`, { name: nameOf(one.recordedBy), at })}
      {standIn && <span className="block">{standIn}</span>}
      {evidence && <span className="block">{evidence.fileName}</span>}
      {one.how === 'phone' && !one.deniedAt && (
        <span className="block">
          {one.confirmedAt
            ? t('sheet.confirmed', { at: formatLocal(one.confirmedAt) })
            : t('consentOpen')}
        </span>
      )}
      {one.deniedAt && (
        <span className="block">
          {t('sheet.deniedBecause', {
            reason: one.denyReason ?? '',
            at: formatLocal(one.deniedAt),
          })}
        </span>
      )}
    </>
  );
}
