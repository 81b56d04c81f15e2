import { getLocale, getTranslations } from 'next-intl/server';
import { Panel } from '@/components/ui/layout';
import { Table } from '@/components/ui/table';
import type { CalendarData } from '@/lib/calendar';
import type { Instant } from '@/lib/calendar/instant';
import type { ResponsePlan } from '@/lib/plan/schema';
import { CalendarInUse } from './calendar-in-use';
import { Chains } from './chains';
import { Levels } from './levels';
import { Obligations } from './obligations';
import { PlainLists } from './plain-lists';
import { SourceLine } from './source-line';
import { TimeAxisPanel } from './time-axis-panel';

/** A whole plan in words and on the time axis. */
export async function PlanBody({
  plan,
  planKey,
  grade,
  calendar,
  orgId,
  now,
}: {
  plan: ResponsePlan;
  planKey: string;
  grade: string | null;
  calendar: CalendarData;
  orgId: string;
  now: Instant;
}) {
  const locale = await getLocale();
  const t = await getTranslations('plans');
  const language = locale === 'en' ? 'en' : 'zh';
  return (
    <>
      <TimeAxisPanel {...{ plan, planKey, grade, calendar, now }} />
      {plan.levels.length > 0 ? (
        <Levels title={t('levels')} levels={plan.levels} />
      ) : (
        <Panel title={t('levels')}>
          <p className="text-soft">{t('noLevels')}</p>
        </Panel>
      )}
      {plan.scales.map((scale) => (
        <Levels
          key={scale.key}
          title={scale.label[language]}
          note={scale.purpose[language]}
          levels={scale.levels}
        />
      ))}
      <Obligations plan={plan} />
      <Norms norms={plan.norms} />
      <div className="gap-4 *:mb-4 *:break-inside-avoid lg:columns-2">
        <Chains plan={plan} />
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
          <p className="mt-2">
            {t('closing', { text: plan.closing.label[language] })}{' '}
            {t('review', { text: plan.review.label[language] })}
          </p>
          <p className="text-xs text-faint">
            <SourceLine source={plan.calm.source} /> · <SourceLine source={plan.review.source} />
          </p>
        </Panel>
        <PlainLists plan={plan} />
        <CalendarInUse orgId={orgId} />
      </div>
    </>
  );
}

async function Norms({ norms }: Pick<ResponsePlan, 'norms'>) {
  const locale = await getLocale();
  const t = await getTranslations('plans');
  const language = locale === 'en' ? 'en' : 'zh';
  if (norms.length === 0) return null;
  return (
    <Panel title={t('norms')} flush>
      <p className="px-4 pt-3 text-soft">{t('normsLead')}</p>
      <Table
        stacked
        caption={t('norms')}
        columns={[{ label: t('norm') }, { label: t('duty') }, { label: t('limit') }]}
      >
        {norms.flatMap((norm) =>
          norm.rules.map((rule) => (
            <tr key={rule.rule}>
              <td>{norm.title[language]}</td>
              <td data-label={t('duty')}>{rule.title[language]}</td>
              <td data-label={t('limit')}>
                {rule.amount !== null && t(`unit.${rule.unit}`, { count: rule.amount })}
                {' · '}
                {rule.when.eventGrades ? t('normGrave') : t('normOther')}
              </td>
            </tr>
          )),
        )}
      </Table>
    </Panel>
  );
}
