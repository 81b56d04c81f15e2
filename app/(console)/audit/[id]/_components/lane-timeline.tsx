import { getLocale, getTranslations } from 'next-intl/server';
import { classNames } from '@/components/ui/class-names';
import { Time } from '@/components/ui/time';
import { LANES, type Lane, layTimeline } from '@/lib/audit/lanes';
import { formatDate } from '@/lib/i18n/format';
import { formatSpan } from '@/lib/i18n/format-span';
import { toLocale } from '@/lib/i18n/locales';
import { deadlineTitle } from '@/lib/incident/deadline-title';
import { type IncidentView, namesOf, type TimelineItem } from '@/lib/incident/server';
import { planNames } from '@/lib/plan/names';
import { LaneEntry } from './lane-entry';

const COLUMNS: Record<Lane, string> = {
  system: 'lg:col-start-2',
  office: 'lg:col-start-3',
  handler: 'lg:col-start-4',
  leader: 'lg:col-start-5',
};

const GRID = 'lg:grid lg:grid-cols-[5.5rem_repeat(4,minmax(0,1fr))] lg:gap-x-3';

/** From this difference on, the time of recording is told beside the time of the act. */
const NOTABLE_MS = 5 * 60_000;

/** Events in four lanes, time down the page, pauses named, lateness where it arose. */
export async function LaneTimeline({
  items,
  view,
  at,
}: {
  items: readonly TimelineItem[];
  view: IncidentView;
  at: number | null;
}) {
  const [t, locale, names] = await Promise.all([
    getTranslations('audit'),
    getLocale().then(toLocale),
    namesOf(items.flatMap(({ actor }) => (actor.kind === 'person' ? [actor.id] : []))),
  ]);
  const { state, plan, now } = view;
  const rows = layTimeline(items, state.deadlines, now);
  const { levels, hasLevels } = planNames(plan.plan);
  const gradeOf = (grade: string) => levels[grade]?.label[locale === 'en' ? 'en' : 'zh'] ?? grade;
  const titleOf = (id: string) => {
    const deadline = state.deadlines.find((one) => one.id === id);
    return deadline ? deadlineTitle(plan.plan, deadline, locale) : '';
  };
  let day = '';
  return (
    <div>
      <div
        aria-hidden="true"
        className={classNames(
          GRID,
          'sticky top-12 z-10 hidden border-b border-line bg-paper px-4 py-1.5 text-xs font-medium text-faint',
        )}
      >
        <span>{t('lane.time')}</span>
        {LANES.map((lane) => (
          <span key={lane}>{t(`lane.${lane}`)}</span>
        ))}
      </div>
      <ol className="px-4 py-2">
        {rows.map((row) => {
          if (row.kind === 'gap') {
            const span = formatSpan(row.ms, locale);
            return (
              <li key={row.key} className="my-2 flex items-center gap-3 text-xs text-faint">
                <span className="h-px grow bg-line" />
                {row.isNight ? t('gap.night', { span }) : t('gap.pause', { span })}
                <span className="h-px grow bg-line" />
              </li>
            );
          }
          if (row.kind === 'late') {
            const taken = row.metAt ? Date.parse(row.metAt) - Date.parse(row.at) : 0;
            return (
              <li
                key={row.key}
                className="my-1 rounded-sm border-s-2 border-red-mark bg-red-pale px-3 py-1 text-red"
              >
                <span className="font-medium">
                  {t('late.here', { title: titleOf(row.deadlineId) })}
                </span>{' '}
                {row.metAt
                  ? t('late.metAfter', { span: formatSpan(taken, locale) })
                  : t('late.neverMet')}
              </li>
            );
          }
          const date = formatDate(row.at, now, locale);
          const isNewDay = date !== day;
          day = date;
          const recordedAt = LANES.flatMap((lane) => row.lanes[lane].map((one) => one.recordedAt))
            .sort()
            .at(-1);
          return (
            <li key={row.key}>
              {isNewDay && <p className="mt-3 mb-1 text-xs font-semibold">{date}</p>}
              <div className={classNames(GRID, 'py-1')}>
                <p className="text-xs text-soft max-lg:flex max-lg:gap-2 lg:pt-0.5">
                  <Time at={row.at} now={now} show="clock" />
                  {recordedAt && Date.parse(recordedAt) - Date.parse(row.at) >= NOTABLE_MS && (
                    <span className="text-faint lg:block">
                      {t('recorded')} <Time at={recordedAt} now={now} />
                    </span>
                  )}
                </p>
                {LANES.filter((lane) => row.lanes[lane].length > 0).map((lane) => (
                  <div key={lane} className={classNames('min-w-0 lg:row-start-1', COLUMNS[lane])}>
                    <p className="mt-0.5 text-xs text-faint lg:hidden">{t(`lane.${lane}`)}</p>
                    {row.lanes[lane].map((item) => (
                      <LaneEntry
                        key={item.seq}
                        item={item}
                        isQuiet={lane === 'system'}
                        isChosen={item.seq === at}
                        actorName={names.get(item.actor.id)?.name ?? null}
                        titleOf={titleOf}
                        gradeOf={gradeOf}
                        hasLevels={hasLevels}
                        state={state}
                      />
                    ))}
                  </div>
                ))}
              </div>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
