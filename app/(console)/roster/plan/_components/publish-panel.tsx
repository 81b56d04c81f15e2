import { useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TimeSpan } from '@/components/ui/time';
import { localDate } from '@/lib/calendar';
import type { Finding } from '@/lib/duty/publish-checks';
import { publishAction } from '../actions';

const MOST_SHOWN = 20;

/** What the checks found and what to do about it, and the button where publishing is allowed. */
export function PublishPanel({
  roster,
  findings,
  names,
  now,
}: {
  roster: { id: string; name: string; revision: number };
  findings: readonly Finding[];
  /** Names by id. */
  names: Readonly<Record<string, string>>;
  now: string;
}) {
  const t = useTranslations('roster');
  const blocking = findings.filter(({ blocks }) => blocks);
  const warnings = findings.filter(({ blocks }) => !blocks);
  const shared = { roster, names, now };
  return (
    <Panel id="publish" title={t('publish.title', { name: roster.name })}>
      <div className="space-y-3">
        {findings.length === 0 && <Notice tone="green">{t('publish.clean')}</Notice>}
        {blocking.length > 0 && (
          <Notice tone="red" title={t('publish.blocking', { count: blocking.length })}>
            <Findings findings={blocking} {...shared} />
          </Notice>
        )}
        {warnings.length > 0 && (
          <Notice tone="amber" title={t('publish.warnings', { count: warnings.length })}>
            <Findings findings={warnings} {...shared} />
          </Notice>
        )}
      </div>
      <form action={publishAction} className="mt-4 flex flex-wrap items-center gap-4">
        <input type="hidden" name="mark" value={`${roster.id} ${roster.revision}`} />
        <input type="hidden" name="rosterId" value={roster.id} />
        {warnings.length > 0 && blocking.length === 0 && (
          <label className="flex min-h-9 items-center gap-2">
            <input type="checkbox" name="accepted" className="size-4" />
            {t('publish.accept')}
          </label>
        )}
        <SubmitButton disabled={blocking.length > 0}>{t('publish.do')}</SubmitButton>
        {blocking.length > 0 && <span className="text-soft">{t('publish.first')}</span>}
      </form>
    </Panel>
  );
}

function Findings({
  findings,
  roster,
  names,
  now,
}: {
  findings: readonly Finding[];
  roster: { id: string };
  names: Readonly<Record<string, string>>;
  now: string;
}) {
  const t = useTranslations('roster');
  const left = findings.length - MOST_SHOWN;
  return (
    <>
      <ul className="mt-1 space-y-2">
        {findings.slice(0, MOST_SHOWN).map(({ code, startsAt, endsAt, personId }) => (
          <li key={`${code} ${startsAt} ${endsAt} ${personId}`}>
            <p className="flex flex-wrap gap-x-2">
              <span className="font-medium">
                {t(`finding.${code}`)}
                {personId && ` · ${names[personId] ?? ''}`}
              </span>
              <a
                data-soft=""
                href={`/roster/shifts?roster=${roster.id}&day=${localDate(startsAt)}`}
                className="underline"
              >
                <TimeSpan startsAt={startsAt} endsAt={endsAt} now={now} />
              </a>
            </p>
            <p className="text-ink">{t(`advice.${code}`)}</p>
          </li>
        ))}
      </ul>
      {left > 0 && <p className="mt-1">{t('publish.more', { count: left })}</p>}
    </>
  );
}
