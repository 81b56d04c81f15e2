import { getLocale, getTranslations } from 'next-intl/server';
import { type Lane, TimeAxis } from '@/components/plan/time-axis';
import { Panel } from '@/components/ui/layout';
import { Tabs } from '@/components/ui/tabs';
import type { CalendarData } from '@/lib/calendar';
import type { Instant } from '@/lib/calendar/instant';
import { formatMoment } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import type { ResponsePlan } from '@/lib/plan/schema';
import { simulate } from '@/lib/plan/simulate';

const HOUR_MS = 3_600_000;

/**
 * The plan's limits as they would run for something found now, at one level or before any is
 * decided; whatever starts later is drawn as if it started now too.
 */
export async function TimeAxisPanel({
  plan,
  planKey,
  grade,
  calendar,
  now,
}: {
  plan: ResponsePlan;
  planKey: string;
  /** Level chosen in the address; null = none decided. */
  grade: string | null;
  calendar: CalendarData;
  now: Instant;
}) {
  const [t, locale] = await Promise.all([getTranslations('plans'), getLocale().then(toLocale)]);
  const language = locale === 'en' ? 'en' : 'zh';
  const trial = simulate(plan, { ...caseAt(now), opinionGrade: grade }, calendar);
  const hoursOf = (at: Instant) => (Date.parse(at) - Date.parse(now)) / HOUR_MS;
  const dated = trial.deadlines.flatMap((one) => (one.dueAt ? [hoursOf(one.dueAt)] : []));
  const lanes = trial.deadlines.map(
    (one): Lane => ({
      key: one.rule,
      label: one.title[language],
      due: one.dueAt
        ? formatMoment(one.dueAt, now, locale)
        : (one.originalWords?.[language] ?? t('atOnce')),
      startHours: 0,
      dueHours: one.dueAt ? hoursOf(one.dueAt) : null,
      tone: 'open',
      tells: one.tells.map((step) => hoursOf(step.at)).filter((hours) => hours >= 0),
    }),
  );
  const levels = [...plan.levels].sort((a, b) => b.rank - a.rank);
  return (
    <Panel title={t('axis')} id="axis">
      {levels.length > 0 && (
        <Tabs
          label={t('axisLevel')}
          current={grade ?? ''}
          items={[
            { key: '', href: `/plans/${planKey}#axis`, label: t('axisUndecided') },
            ...levels.map(({ key, label }) => ({
              key,
              href: `/plans/${planKey}?grade=${key}#axis`,
              label: label[language],
            })),
          ]}
        />
      )}
      <p className="my-2 text-soft">{t('axisLead')}</p>
      {lanes.length === 0 ? (
        <p className="text-soft">{t('axisEmpty')}</p>
      ) : (
        <TimeAxis
          lanes={lanes}
          maxHours={Math.max(24, ...dated) * 1.05}
          atHours={null}
          markLabel={(hours) =>
            hours < 48
              ? t('unit.hour', { count: hours })
              : t('unit.day', { count: Math.round(hours / 24) })
          }
        />
      )}
      <Signers approvals={trial.approvals} language={language} title={t('axisSigners')} />
    </Panel>
  );
}

function caseAt(now: Instant) {
  const moments = {
    discovered: now,
    known: now,
    published: now,
    event_occurred: now,
    opinion_occurred: now,
    ordered: now,
    oral_reported: now,
    graded: now,
    resolved: now,
    stable: now,
  };
  return { moments, facts: {}, scales: {}, eventGrade: null, category: null };
}

type Approvals = ReturnType<typeof simulate>['approvals'];

/** Who signs at this level, each chain once. */
function Signers({
  approvals,
  language,
  title,
}: {
  approvals: Approvals;
  language: 'zh' | 'en';
  title: string;
}) {
  const chains = approvals.filter(
    (one, index) => approvals.findIndex((each) => each.chain?.zh === one.chain?.zh) === index,
  );
  if (chains.length === 0) return null;
  return (
    <div className="mt-3 border-t border-line pt-3">
      <p className="font-medium">{title}</p>
      <ul>
        {chains.map(({ chain, steps }) => (
          <li key={chain?.zh}>{steps.map((step) => step.label[language]).join(' → ')}</li>
        ))}
      </ul>
    </div>
  );
}
