import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { stageWord } from '@/components/incident/stage-word';
import { classNames } from '@/components/ui/class-names';
import type { JsonObject } from '@/lib/audit/canonical';
import type { IncidentState } from '@/lib/incident/model';
import type { TimelineItem } from '@/lib/incident/server';

/** One event: a line that opens to its words, its number and its hash. */
export function LaneEntry({
  item,
  isQuiet,
  isChosen,
  actorName,
  titleOf,
  gradeOf,
  hasLevels,
  state,
}: {
  item: TimelineItem;
  /** Followed by itself from an act: told, not pointed at. */
  isQuiet: boolean;
  /** The event up to which the past is shown. */
  isChosen: boolean;
  actorName: string | null;
  titleOf: (deadlineId: string) => string;
  /** A grade as the incident's plan calls it. */
  gradeOf: (grade: string) => string;
  /** False where the plan knows no grades. */
  hasLevels: boolean;
  state: IncidentState;
}) {
  const t = useTranslations('audit');
  const labels = useTranslations('timeline');
  const about = useAbout(item, { titleOf, gradeOf, hasLevels, state });
  return (
    <details
      id={`seq-${item.seq}`}
      className={classNames(
        'scroll-mt-20 rounded-sm target:bg-accent-pale',
        isChosen && 'bg-accent-pale',
      )}
    >
      <summary className="min-h-6 rounded-sm hover:bg-sunken">
        <span className={isQuiet ? 'text-xs text-soft' : 'font-medium'}>
          {labels.has(item.type) ? labels(item.type) : item.type}
        </span>{' '}
        {about && <span className={isQuiet ? 'text-xs text-soft' : 'text-soft'}>{about}</span>}{' '}
        {!isQuiet && actorName && <span className="text-xs text-faint">{actorName}</span>}
      </summary>
      <div className="my-1 space-y-1 rounded-sm bg-sunken px-2 py-1.5 text-xs">
        {textsOf(item.payload).map((text) => (
          <p key={text} className="whitespace-pre-wrap">
            {text}
          </p>
        ))}
        <p className="break-all text-soft">
          #{item.seq} · {actorName ?? item.actor.id} · {item.hash.slice(0, 16)}…
        </p>
        <Link
          href={`/audit/${state.incident.id}?at=${item.seq}#past`}
          className="inline-block py-0.5 text-accent hover:underline"
        >
          {t('past.link')}
        </Link>
      </div>
    </details>
  );
}

/** What the event is about, in a few words beside its name. */
function useAbout(
  { type, payload }: TimelineItem,
  {
    titleOf,
    gradeOf,
    hasLevels,
    state,
  }: {
    titleOf: (deadlineId: string) => string;
    gradeOf: (grade: string) => string;
    hasLevels: boolean;
    state: IncidentState;
  },
): string {
  const words = useTranslations('words');
  const field = (name: string) => (typeof payload[name] === 'string' ? payload[name] : '');
  if (type === 'stage.reached') return stageWord(words, field('stage'), hasLevels);
  if (type.startsWith('deadline.')) return titleOf(field('id'));
  if (type === 'escalation.fired') return titleOf(field('deadlineId'));
  if (type === 'escalation.acknowledged') return titleOf(field('id'));
  if (type.startsWith('grade.')) return gradeOf(field('opinionGrade'));
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
