import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { DefinitionList, PageHeader, Panel } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { holdsPermission } from '@/lib/access/policy';
import { requireSignedIn } from '@/lib/access/server';
import { findCalendarGaps } from '@/lib/calendar/server';
import { toLocale } from '@/lib/i18n/locales';
import { findAdoptedPlan } from '@/lib/plan/server';
import { businessNow } from '@/lib/platform/clock';
import { CalendarInUse } from './_components/calendar-in-use';
import { Chains } from './_components/chains';
import { Levels } from './_components/levels';
import { Obligations } from './_components/obligations';
import { SourceLine } from './_components/source-line';

/** One plan in words: levels and criteria, obligations, chains, lines of report, what was left out. */
export default async function PlanPage({ params }: { params: Promise<{ key: string }> }) {
  const [{ key }, { actor, org }, t, words, locale, now] = await Promise.all([
    params,
    requireSignedIn(),
    getTranslations('plans'),
    getTranslations('words'),
    getLocale().then(toLocale),
    businessNow(),
  ]);
  if (!holdsPermission(actor, 'plan:read')) notFound();
  const pinned = await findAdoptedPlan(actor, key);
  if (!pinned) notFound();
  const { plan } = pinned;
  const language = locale === 'en' ? 'en' : 'zh';
  const gaps = await findCalendarGaps(org.id, now);
  return (
    <>
      <PageHeader
        above={
          <Link href="/plans" className="text-accent hover:underline">
            {t('back')}
          </Link>
        }
        title={plan.title[language]}
        lead={plan.summary[language]}
      />
      <div className="space-y-4">
        <p className="text-xs text-soft">
          {pinned.key.toUpperCase()} v{pinned.number} · {plan.institution[language]} ·{' '}
          <SourceLine source={plan.source} />
        </p>
        {gaps.length > 0 && (
          <Notice tone="amber" title={t('calendar.missing', { years: gaps.join(', ') })}>
            {t('calendar.missingHint')}
          </Notice>
        )}
        <Levels title={t('levels')} levels={plan.levels} />
        {plan.scales.map((scale) => (
          <Levels
            key={scale.key}
            title={scale.label[language]}
            note={scale.purpose[language]}
            levels={scale.levels}
          />
        ))}
        <Obligations plan={plan} />
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Chains plan={plan} />
          <Panel title={t('reporting')}>
            <ul className="space-y-2">
              {plan.reporting.map((line) => (
                <li key={line.key}>
                  {line.label[language]}
                  <span className="block text-xs text-faint">
                    {line.simultaneous && `${t('simultaneous')} · `}
                    <SourceLine source={line.source} />
                  </span>
                </li>
              ))}
            </ul>
          </Panel>
          <Panel title={t('categories')}>
            <DefinitionList
              items={plan.categories.map((one) => ({
                key: one.key,
                term: words(`category.${one.key}`),
                value: one.handling[language],
              }))}
            />
          </Panel>
          <Panel title={t('calm')}>
            <ul className="list-disc space-y-1 ps-5">
              {plan.calm.tests.map((test) => (
                <li key={test.key}>{test.label[language]}</li>
              ))}
            </ul>
            <p className="mt-2 text-soft">
              {plan.calm.watchHours !== null &&
                t('watch', {
                  hours: plan.calm.watchHours,
                  percent: Math.round(plan.calm.flatWithin * 100),
                })}
              {plan.calm.filledByUnit && ` ${t('filledByUnit')}`}
            </p>
            <p className="text-xs text-faint">
              <SourceLine source={plan.calm.source} />
            </p>
          </Panel>
          <CalendarInUse orgId={org.id} />
          <Panel title={t('patrols')}>
            <ul className="space-y-1">
              {plan.patrols.map((one) => (
                <li key={one.key}>
                  {one.label[language]} {one.at.length > 0 && `(${one.at.join(', ')})`}{' '}
                  <span className="text-xs text-faint">
                    <SourceLine source={one.source} />
                  </span>
                </li>
              ))}
            </ul>
          </Panel>
          <Panel title={t('flags')} count={plan.flags.length}>
            <ul className="space-y-2">
              {plan.flags.map((flag) => (
                <li key={`${flag.code}-${flag.where}`}>
                  <span className="font-medium text-amber">{t(`flag.${flag.code}`)}</span>{' '}
                  {flag.note[language]}
                </li>
              ))}
            </ul>
          </Panel>
          <Panel title={t('dropped')} count={plan.dropped.length}>
            <p className="mb-2 text-soft">{t('droppedLead')}</p>
            <ul className="list-disc space-y-1 ps-5">
              {plan.dropped.map((one) => (
                <li key={one.note.zh}>
                  {one.note[language]}{' '}
                  <span className="text-xs text-faint">
                    <SourceLine source={one.source} />
                  </span>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      </div>
    </>
  );
}
