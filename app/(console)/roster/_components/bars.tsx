import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { formatLocal } from '@/lib/calendar';
import { type Instant, localDate, parseInstant } from '@/lib/calendar/instant';
import { clip } from '@/lib/duty/effective';
import type { Bar } from '@/lib/duty/page-model';
import { PLACES, type Place } from '@/lib/duty/resolve';
import type { People } from '@/lib/duty/server/view';

const HEIGHT = 30;

interface Window {
  from: Instant;
  to: Instant;
}

/** Three lanes of bars, one for each place, over a stretch of time; a bar leads to its day. */
export function Bars({
  window: shown,
  bars,
  people,
  me,
  now,
  hrefOfDay,
  days = 1,
}: {
  window: Window;
  bars: Record<Place, Bar[]>;
  people: People;
  me: string;
  now: Instant;
  hrefOfDay: (date: string) => string;
  /** How many days the stretch has; a line stands between them. */
  days?: number;
}) {
  const t = useTranslations('roster');
  const [start, end] = [parseInstant(shown.from), parseInstant(shown.to)];
  const percent = (ms: number) => `${(((ms - start) / (end - start)) * 100).toFixed(3)}%`;
  const nowMs = parseInstant(now);
  return (
    <div className="space-y-px">
      {PLACES.map((place) => (
        <div key={place} className="grid grid-cols-[3rem_1fr] items-center">
          <span className="text-xs text-faint">{t(`place.${place}`)}</span>
          <svg width="100%" height={HEIGHT} className="hatched block rounded-sm">
            <title>{t(`place.${place}`)}</title>
            {bars[place].map((bar) => {
              const span = clip(bar, shown.from, shown.to);
              if (!span) return null;
              const [from, to] = [parseInstant(span.startsAt), parseInstant(span.endsAt)];
              const name = bar.personId === null ? t('vacant') : people.get(bar.personId)?.name;
              const times = `${formatLocal(span.startsAt)} – ${formatLocal(span.endsAt)}`;
              return (
                <foreignObject
                  key={span.startsAt}
                  x={percent(from)}
                  y={0}
                  width={`${(((to - from) / (end - start)) * 100).toFixed(3)}%`}
                  height={HEIGHT}
                >
                  <a
                    data-soft=""
                    href={hrefOfDay(localDate(span.startsAt))}
                    title={`${name ?? ''} ${times}`}
                    aria-label={`${t(`place.${place}`)} ${name ?? ''} ${times}`}
                    className={classNames(
                      'block h-full truncate rounded-sm border px-1 text-xs leading-[28px] -outline-offset-2',
                      bar.personId === null
                        ? 'border-red/40 text-red'
                        : bar.personId === me
                          ? 'border-accent bg-accent-pale font-medium text-accent'
                          : 'border-line bg-paper text-ink hover:border-accent',
                    )}
                  >
                    {name}
                  </a>
                </foreignObject>
              );
            })}
            {Array.from({ length: days - 1 }, (_, index) => (
              <line
                key={percent(start + ((end - start) * (index + 1)) / days)}
                x1={percent(start + ((end - start) * (index + 1)) / days)}
                x2={percent(start + ((end - start) * (index + 1)) / days)}
                y1={0}
                y2={HEIGHT}
                className="pointer-events-none stroke-line"
              />
            ))}
            {nowMs > start && nowMs < end && (
              <line
                x1={percent(nowMs)}
                x2={percent(nowMs)}
                y1={0}
                y2={HEIGHT}
                className="pointer-events-none stroke-red stroke-2"
              />
            )}
          </svg>
        </div>
      ))}
    </div>
  );
}
