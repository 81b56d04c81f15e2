import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { Time } from '@/components/ui/time';
import type { JsonObject } from '@/lib/audit/canonical';
import type { Lane } from '@/lib/audit/lanes';
import { formatSpan } from '@/lib/i18n/format-span';
import { toLocale } from '@/lib/i18n/locales';
import type { IncidentState } from '@/lib/incident/model';
import type { TimelineItem } from '@/lib/incident/server';

/** From this difference on, the time of recording is told beside the time of the act. */
const NOTABLE_MS = 5 * 60_000;

/** One event: a line that opens to its words, its number and its hash. */
export function LaneEntry({
  item,
  lane,
  column,
  actorName,
  titleOf,
  incidentId,
  state,
  now,
}: {
  item: TimelineItem;
  lane: Lane;
  column: string;
  actorName: string | null;
  titleOf: (deadlineId: string) => string;
  incidentId: string;
  state: IncidentState;
  now: string;
}) {
  const t = useTranslations('audit');
  const labels = useTranslations('timeline');
  const about = useAbout(item, titleOf, state);
  const apart = Date.parse(item.recordedAt) - Date.parse(item.occurredAt);
  const locale = toLocale(useLocale());
  const texts = textsOf(item.payload);
  const isLow = lane === 'system';
  return (
    <>
      <p className="pt-0.5 text-xs text-soft max-lg:flex max-lg:gap-2">
        <Time at={item.occurredAt} now={now} show="clock" />
        <span className="text-faint lg:hidden">{t(`lane.${lane}`)}</span>
      </p>
      <details className={classNames('group/entry min-w-0 lg:row-start-1', column)}>
        <summary className="rounded-sm hover:bg-sunken">
          <span className={isLow ? 'text-soft' : 'font-medium'}>
            {labels.has(item.type) ? labels(item.type) : item.type}
          </span>{' '}
          {about && <span className="text-soft">{about}</span>}{' '}
          {!isLow && actorName && <span className="text-xs text-faint">{actorName}</span>}
          {Math.abs(apart) >= NOTABLE_MS && (
            <span className="block text-xs text-faint">
              {t('recorded')} <Time at={item.recordedAt} now={now} />
              {apart > 0 && ` (${t('recordedLater', { span: formatSpan(apart, locale) })})`}
            </span>
          )}
        </summary>
        <div className="my-1 space-y-1 rounded-sm bg-sunken px-2 py-1.5 text-xs">
          {texts.map((text) => (
            <p key={text} className="whitespace-pre-wrap">
              {text}
            </p>
          ))}
          <p className="break-all text-faint">
            #{item.seq} · {actorName ?? item.actor.id} · {item.hash.slice(0, 16)}…
          </p>
          <Link
            href={`/audit/${incidentId}?at=${item.seq}#past`}
            className="inline-block py-0.5 text-accent hover:underline"
          >
            {t('past.link')}
          </Link>
        </div>
      </details>
    </>
  );
}

/** What the event is about, in a few words beside its name. */
function useAbout(
  { type, payload }: TimelineItem,
  titleOf: (deadlineId: string) => string,
  state: IncidentState,
): string {
  const words = useTranslations('words');
  const field = (name: string) => (typeof payload[name] === 'string' ? payload[name] : '');
  if (type === 'stage.reached') return words(`stage.${field('stage')}`);
  if (type.startsWith('deadline.')) return titleOf(field('id'));
  if (type === 'escalation.fired') return titleOf(field('deadlineId'));
  if (type === 'escalation.acknowledged') return titleOf(field('id'));
  if (type.startsWith('grade.')) {
    const grade = field('opinionGrade');
    return words.has(`grade.${grade}`) ? words(`grade.${grade}`) : grade;
  }
  if (type.startsWith('category.')) return words(`category.${field('category')}`);
  if (type.startsWith('wording.') || type.startsWith('approval.')) {
    const ids = [field('wordingId'), field('id')];
    const title = state.wordings.find((one) => ids.includes(one.id))?.title;
    if (title) return title;
  }
  const first = textsOf(payload)[0] ?? '';
  return first.length > 40 ? `${first.slice(0, 40)}…` : first;
}

/** Everything people wrote in this event, in the order of the form. */
function textsOf(payload: JsonObject): string[] {
  const { text } = payload;
  if (text === null || typeof text !== 'object' || Array.isArray(text)) return [];
  const parts = Object.values(text).flatMap((value) => (Array.isArray(value) ? value : [value]));
  return [...new Set(parts.filter((one): one is string => typeof one === 'string' && one !== ''))];
}
