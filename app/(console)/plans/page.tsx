import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/button';
import { PageHeader, Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { Table } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { holdsPermission } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/server';
import { joinWords } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import { type DraftSummary, listAdoptedPlans, listDrafts } from '@/lib/plan/server';
import { businessNow } from '@/lib/platform/clock';
import { Offered } from './_components/offered';

/** 预案: plans in use, drafts being worked on, and what may be adopted. */
export default async function PlansPage() {
  const [actor, t, locale] = await Promise.all([
    requireActor(),
    getTranslations('plans'),
    getLocale().then(toLocale),
  ]);
  if (!holdsPermission(actor, 'plan:read')) notFound();
  const mayEdit = holdsPermission(actor, 'plan:edit');
  const [plans, drafts, now] = await Promise.all([
    listAdoptedPlans(actor),
    mayEdit ? listDrafts(actor) : [],
    businessNow(),
  ]);
  const language = locale === 'en' ? 'en' : 'zh';
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            {holdsPermission(actor, 'wording:read') && (
              <LinkButton href="/plans/wording">{t('workshop')}</LinkButton>
            )}
            {mayEdit && <LinkButton href="/plans/import">{t('importFile')}</LinkButton>}
          </>
        }
      />
      <div className="space-y-4">
        <Panel title={t('inUse')} count={plans.length} flush>
          {plans.length === 0 ? (
            <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
          ) : (
            <Table
              stacked
              caption={t('inUse')}
              columns={[
                { label: t('plan') },
                { label: t('levels') },
                { label: t('obligations'), align: 'end' },
                { label: t('version') },
                { label: t('published') },
                { label: t('incidents'), align: 'end' },
              ]}
            >
              {plans.map((one) => (
                <tr key={one.key}>
                  <td>
                    <div>
                      <Link
                        href={`/plans/${one.key}`}
                        className="font-medium text-accent hover:underline"
                      >
                        {one.plan.title[language]}
                      </Link>{' '}
                      {one.isDefault && <Badge tone="accent">{t('default')}</Badge>}
                      <p className="max-w-prose text-soft">{one.plan.summary[language]}</p>
                    </div>
                  </td>
                  <td data-label={t('levels')}>
                    {joinWords(
                      one.plan.levels.map((level) => level.label[language]),
                      locale,
                    ) || '—'}
                  </td>
                  <td data-label={t('obligations')} data-align="end" className="tabular-nums">
                    {one.plan.obligations.length}
                  </td>
                  <td data-label={t('version')}>
                    <Link
                      href={`/plans/${one.key}/versions`}
                      className="text-accent hover:underline"
                    >
                      {one.key.toUpperCase()} v{one.number}
                    </Link>
                  </td>
                  <td data-label={t('published')}>
                    <Time at={one.publishedAt} now={now} show="date" />
                  </td>
                  <td data-label={t('incidents')} data-align="end" className="tabular-nums">
                    {one.incidents}
                  </td>
                </tr>
              ))}
            </Table>
          )}
        </Panel>
        {drafts.length > 0 && <Drafts drafts={drafts} language={language} now={now} />}
        <Offered language={language} adopted={plans.map((one) => one.presetKey)} />
      </div>
    </>
  );
}

async function Drafts({
  drafts,
  language,
  now,
}: {
  drafts: readonly DraftSummary[];
  language: 'zh' | 'en';
  now: string;
}) {
  const t = await getTranslations('plans');
  return (
    <Panel title={t('drafts')} count={drafts.length}>
      <ul className="divide-y divide-line">
        {drafts.map((draft) => (
          <li key={draft.id} className="flex flex-wrap items-baseline gap-x-3 py-2 first:pt-0">
            <Link
              href={`/plans/drafts/${draft.id}`}
              className="font-medium text-accent hover:underline"
            >
              {draft.title[language]}
            </Link>
            <Badge tone={draft.state === 'submitted' ? 'amber' : 'neutral'}>
              {t(`draftState.${draft.state === 'submitted' ? 'submitted' : 'draft'}`)}
            </Badge>
            <span className="text-soft">
              {draft.updatedBy?.name} <Time at={draft.updatedAt} now={now} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
