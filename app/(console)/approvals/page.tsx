import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/ui/layout';
import { Tabs } from '@/components/ui/tabs';
import { holdsPermission } from '@/lib/access/policy';
import { mayOpen, requireActor } from '@/lib/access/server';
import {
  listGivenSignatures,
  listWaitingDecisions,
  listWaitingSignatures,
} from '@/lib/incident/server';
import { businessNow } from '@/lib/platform/clock';
import { BatchDesk, BatchLinks } from './_components/batch-desk';
import { DecisionList } from './_components/decision-list';
import { GivenList } from './_components/given-list';
import { SignDesk } from './_components/sign-desk';
import { SubmittedList } from './_components/submitted-list';

const TABS = ['sign', 'decide', 'sent', 'given'] as const;

/** 审批: what waits for this person, what it sent, what it signed. */
export default async function ApprovalsPage({
  searchParams,
}: {
  searchParams: Promise<{ tab?: string; step?: string; before?: string; batch?: string }>;
}) {
  const [{ tab, step, before, batch }, actor, t] = await Promise.all([
    searchParams,
    requireActor(),
    getTranslations('approvals'),
  ]);
  const [signatures, decisions, now] = await Promise.all([
    listWaitingSignatures(actor),
    listWaitingDecisions(actor),
    businessNow(),
  ]);
  // An authority, or being leader on duty, opens it to somebody whose roles do not.
  const isGuest = !mayOpen(actor, 'approvals');
  if (isGuest && signatures.length === 0) {
    const { items } = await listGivenSignatures(actor, null);
    if (items.length === 0) notFound();
  }
  const isSigner = isGuest || holdsPermission(actor, 'incident:approve');
  const isSender = holdsPermission(actor, 'incident:submitWording');
  const shown = TABS.filter(
    (key) => (isSigner || (key !== 'sign' && key !== 'given')) && (isSender || key !== 'sent'),
  );
  const first = signatures.length > 0 || decisions.length === 0 ? shown[0] : 'decide';
  const current = shown.find((key) => key === tab) ?? first ?? 'decide';
  const counts = { sign: signatures.length, decide: decisions.length };
  return (
    <>
      <PageHeader title={t('title')} lead={isSigner ? t('lead') : undefined} />
      <div className="mb-4">
        <Tabs
          label={t('tabs.label')}
          current={current}
          items={shown.map((key) => ({
            key,
            href: `/approvals?tab=${key}`,
            label: t(`tabs.${key}`),
            count: key === 'sign' || key === 'decide' ? counts[key] : undefined,
          }))}
        />
      </div>
      {current === 'sign' &&
        (batch ? (
          <BatchDesk signatures={signatures} kind={batch} now={now} />
        ) : (
          <>
            <BatchLinks signatures={signatures} />
            <SignDesk actor={actor} signatures={signatures} chosen={step} now={now} />
          </>
        ))}
      {current === 'decide' && <DecisionList decisions={decisions} now={now} />}
      {current === 'sent' && <SubmittedList actor={actor} now={now} />}
      {current === 'given' && <GivenList actor={actor} before={before ?? null} now={now} />}
    </>
  );
}
