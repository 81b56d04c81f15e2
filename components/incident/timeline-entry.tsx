import { useTranslations } from 'next-intl';
import { Badge } from '../ui/badge';
import { classNames } from '../ui/class-names';
import { Time } from '../ui/time';

/** One event on one line; opened it shows its texts, when it was written down, and its hash. */
export function TimelineEntry({
  seq,
  now,
  at,
  who,
  isSystem,
  what,
  detail,
  texts,
  recordedAt,
  isBackdated,
  isLate,
  hash,
}: {
  seq: number;
  now: string;
  /** Business time, ISO UTC. */
  at: string;
  who: string;
  isSystem: boolean;
  what: string;
  detail: string;
  texts: readonly { label: string; text: string }[];
  /** Real time of recording, ISO UTC. */
  recordedAt: string;
  /** Entered after later acts had been recorded. */
  isBackdated: boolean;
  isLate: boolean;
  hash: string;
}) {
  const t = useTranslations('incident');
  return (
    <li id={`event-${seq}`} className="border-b border-line last:border-b-0">
      <details>
        <summary
          className={classNames(
            'grid cursor-pointer grid-cols-[6.5rem_minmax(0,1fr)] items-baseline gap-x-3 px-4 py-1.5 hover:bg-sunken sm:grid-cols-[6.5rem_5rem_minmax(0,1fr)]',
            isLate && 'bg-red-pale/50',
          )}
        >
          <span className="text-xs text-faint tabular-nums">
            <Time at={at} now={now} />
          </span>
          <span
            className={classNames(
              'truncate text-xs max-sm:hidden',
              isSystem ? 'text-faint' : 'text-soft',
            )}
          >
            {who}
          </span>
          <span className="min-w-0 truncate">
            <span className={isSystem ? 'text-soft' : 'font-medium'}>{what}</span>
            {isLate && (
              <>
                {' '}
                <Badge tone="red">{t('late')}</Badge>
              </>
            )}
            {isBackdated && (
              <>
                {' '}
                <Badge tone="amber">{t('backdated')}</Badge>
              </>
            )}
            <span className="text-xs text-faint sm:hidden"> {who}</span>
            {detail && <span className="text-soft"> {detail}</span>}
          </span>
        </summary>
        <div className="space-y-2 bg-sunken px-4 py-3 sm:ps-[8.5rem]">
          {texts.map(({ label, text }) => (
            <div key={label}>
              <p className="text-xs text-faint">{label}</p>
              <p className="max-w-prose break-words whitespace-pre-line">{text}</p>
            </div>
          ))}
          <p className="flex flex-wrap gap-x-4 text-xs break-all text-faint tabular-nums">
            <span>{t('line', { seq })}</span>
            <span>
              {t('recordedAt')} <Time at={recordedAt} now={now} />
            </span>
            <span title={hash}>
              {t('hash')} {hash.slice(0, 12)}…
            </span>
          </p>
        </div>
      </details>
    </li>
  );
}
