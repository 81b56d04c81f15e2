import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { PrintButton } from '@/components/ui/print-button';
import { can } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/server';
import { formatLocal } from '@/lib/calendar';
import { permissionFor } from '@/lib/document/server';
import { orNotFound } from '../../../../or-not-found';
import { loadMaking } from '../../_components/making';
import { RunSheet } from './_components/run-sheet';
import { SheetHead } from './_components/sheet-head';

interface Props {
  params: Promise<{ id: string; wordingId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('approvals');
  return { title: t('sheet.title') };
}

/** 审批单 on A4: the text as it was sent, and every step of every run with how it was signed. */
export default async function ApprovalSheetPage({ params }: Props) {
  const [{ id, wordingId }, actor, t] = await Promise.all([
    params,
    requireActor(),
    getTranslations('approvals'),
  ]);
  const page = await loadMaking(actor, id).catch(orNotFound);
  const { state, target, now } = page.view;
  const wording = state.wordings.find((one) => one.id === wordingId);
  if (!wording || !can(page.actor, permissionFor('approval_sheet'), target)) notFound();
  const runs = state.approvalRuns
    .filter((one) => one.wordingId === wording.id)
    .sort((a, b) => b.submittedAt.localeCompare(a.submittedAt));
  return (
    <>
      <div data-no-print="" className="mb-4 flex flex-wrap gap-2">
        <LinkButton href={`/incidents/${id}#wording-${wording.id}`}>{t('sheet.back')}</LinkButton>
        <PrintButton label={t('sheet.print')} />
      </div>
      <article className="mx-auto max-w-[190mm] bg-paper p-4 text-ink max-sm:p-0 print:max-w-none print:p-0 print:text-[10pt]">
        <SheetHead page={page} wording={wording} run={runs[0] ?? null} />
        {runs.length === 0 && <p className="mt-4 text-soft">{t('sheet.none')}</p>}
        {runs.map((run, index) => (
          <RunSheet key={run.id} page={page} run={run} number={runs.length - index} />
        ))}
        <p className="mt-3 text-end text-xs text-soft">
          {t('sheet.made', { at: formatLocal(now) })}
        </p>
      </article>
    </>
  );
}
