import { getLocale, getTranslations } from 'next-intl/server';
import { LevelBadge } from '@/components/incident/level-badge';
import { stageWord } from '@/components/incident/stage-word';
import { GradeBadge } from '@/components/ui/grade-badge';
import { DefinitionList, Panel } from '@/components/ui/layout';
import { Time } from '@/components/ui/time';
import { formatFullInstant } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import { deadlineTitle } from '@/lib/incident/deadline-title';
import type { IncidentState } from '@/lib/incident/model';
import type { IncidentView, TimelineItem } from '@/lib/incident/server';
import { planNames } from '@/lib/plan/names';
import { PastSlider } from './past-slider';

/** 当时的样子: the fold of the events up to one of them. */
export async function PastPanel({
  past,
  seq,
  items,
  view,
}: {
  past: IncidentState | null;
  seq: number;
  items: readonly TimelineItem[];
  view: IncidentView;
}) {
  const [t, approvals, words, locale] = await Promise.all([
    getTranslations('audit'),
    getTranslations('approvals'),
    getTranslations('words'),
    getLocale().then(toLocale),
  ]);
  const { now, plan } = view;
  if (!past) return null;
  const { incident } = past;
  const at = items.find((item) => item.seq === seq)?.occurredAt ?? incident.updatedAt;
  const pending = past.deadlines.filter((one) => one.state === 'open' || one.state === 'breached');
  return (
    <Panel title={t('past.title')} id="past">
      <div className="space-y-3">
        <PastSlider
          path={`/audit/${incident.id}`}
          seq={seq}
          last={items.length}
          label={t('past.slider')}
          show={t('past.show')}
          moments={items.map((item) => formatFullInstant(item.occurredAt, locale))}
          of={t('past.of', { seq: '{seq}', last: items.length })}
        />
        <p className="font-medium">{incident.title ?? t('erased')}</p>
        <DefinitionList
          items={[
            {
              term: t('stage'),
              value: stageWord(words, incident.stage, plan.plan.levels.length > 0),
            },
            {
              term: words('gradeKind.opinion'),
              value: plan.plan.levels.length > 0 && (
                <LevelBadge
                  grade={incident.opinionGrade ?? incident.provisionalGrade}
                  plan={planNames(plan.plan)}
                  provisional={incident.opinionGrade === null && incident.provisionalGrade !== null}
                />
              ),
            },
            {
              term: words('gradeKind.event'),
              value: incident.eventGrade && <GradeBadge grade={incident.eventGrade} kind="event" />,
            },
            {
              term: t('past.category'),
              value: incident.category && words(`category.${incident.category}`),
            },
            { term: t('past.demand'), value: incident.demand },
            {
              term: t('past.counts'),
              value: t('past.countsText', {
                reports: past.reports.length,
                replies: past.replies.length,
                publications: past.publications.length,
              }),
            },
          ]}
        />
        {pending.length > 0 && (
          <div>
            <h3 className="text-xs text-faint">{t('past.pending')}</h3>
            <ul>
              {pending.map((one) => (
                <li key={one.id} className="flex flex-wrap justify-between gap-x-3">
                  <span>{deadlineTitle(plan.plan, one, locale)}</span>
                  <span className={one.dueAt && one.dueAt < at ? 'text-red' : 'text-soft'}>
                    {one.dueAt ? <Time at={one.dueAt} now={now} /> : t('past.atOnce')}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
        {past.wordings.map((wording) => {
          const version = past.wordingVersions.find(
            (one) => one.wordingId === wording.id && one.number === wording.currentVersion,
          );
          return (
            <details key={wording.id} className="rounded-sm border border-line">
              <summary className="flex min-h-9 flex-wrap items-center gap-x-2 px-3 py-1 hover:bg-sunken">
                <span className="min-w-0 grow font-medium">{wording.title}</span>
                <span className="text-xs text-soft">
                  {approvals('version', { version: wording.currentVersion })} ·{' '}
                  {t(`wordingState.${wording.state}`)}
                </span>
              </summary>
              <p className="border-t border-line px-3 py-2 whitespace-pre-wrap">
                {version?.body ?? t('erased')}
              </p>
            </details>
          );
        })}
      </div>
    </Panel>
  );
}
