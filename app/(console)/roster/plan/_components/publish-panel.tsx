import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/layout';
import { SubmitButton } from '@/components/ui/submit-button';
import { Time } from '@/components/ui/time';
import type { Finding } from '@/lib/duty/publish-checks';
import { publishAction } from '../actions';

const MOST_SHOWN = 20;

/** What the checks found, and the button that publishes all the same where that is allowed. */
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
  const left = findings.length - MOST_SHOWN;
  return (
    <Panel title={t('publish.title', { name: roster.name })}>
      {findings.length === 0 ? (
        <p>{t('publish.clean')}</p>
      ) : (
        <>
          <p className="font-medium">{t('publish.found', { count: findings.length })}</p>
          <ul className="my-2 space-y-1">
            {findings.slice(0, MOST_SHOWN).map(({ code, startsAt, endsAt, personId, blocks }) => (
              <li
                key={`${code} ${startsAt} ${endsAt} ${personId}`}
                className="flex flex-wrap gap-2"
              >
                <span>
                  <Time at={startsAt} now={now} /> – <Time at={endsAt} now={now} />
                </span>
                <span>{t(`finding.${code}`)}</span>
                {personId && <span className="text-soft">{names[personId]}</span>}
                {blocks && <Badge tone="red">{t('publish.blocks')}</Badge>}
              </li>
            ))}
          </ul>
          {left > 0 && <p className="text-faint">{t('publish.more', { count: left })}</p>}
        </>
      )}
      <form action={publishAction} className="mt-3 flex flex-wrap items-center gap-4">
        <input type="hidden" name="rosterId" value={roster.id} />
        <input type="hidden" name="revision" value={roster.revision} />
        {findings.length > 0 && (
          <label className="flex min-h-9 items-center gap-2">
            <input type="checkbox" name="accepted" />
            {t('publish.accept')}
          </label>
        )}
        <SubmitButton>{t('publish.do')}</SubmitButton>
      </form>
    </Panel>
  );
}
