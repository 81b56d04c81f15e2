import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { SecrecyLine } from '@/components/incident/secrecy-line';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/button';
import { Textarea } from '@/components/ui/inputs';
import { SubmitButton } from '@/components/ui/submit-button';
import { Time } from '@/components/ui/time';
import type { LogEntry } from '@/lib/shift/server';
import { logAction } from '../../actions';

/** One entry with its corrections under it. */
export function LogLine({
  entry,
  now,
  mayWrite,
  mayLog,
}: {
  entry: LogEntry;
  now: string;
  mayWrite: boolean;
  mayLog: boolean;
}) {
  const t = useTranslations('shift');
  return (
    <li className="space-y-1 px-4 py-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={entry.kind === 'call' ? 'accent' : undefined}>
          {t(`entry.${entry.kind}`)}
        </Badge>
        <Time at={entry.occurredAt} now={now} />
        {entry.caller && <span>{entry.caller}</span>}
        <span className="text-faint">{t('writtenBy', { name: entry.writtenByName })}</span>
        {entry.incidents.map(({ id, number }) => (
          <Link key={id} href={`/incidents/${id}`} className="text-accent hover:underline">
            {number}
          </Link>
        ))}
      </p>
      <p className="whitespace-pre-line">{entry.text}</p>
      {entry.toldWhom && <p className="text-soft">{t('told', { whom: entry.toldWhom })}</p>}
      {entry.followUp && <p className="text-soft">{t('followUpOf', { text: entry.followUp })}</p>}
      {entry.corrections.map((one) => (
        <p key={one.id} className="border-l-2 border-line pl-3">
          {t('correctedTo', { text: one.text })}{' '}
          <span className="text-faint">
            {one.writtenByName} <Time at={one.writtenAt} now={now} />
          </span>
        </p>
      ))}
      {mayWrite && (
        <div className="flex flex-wrap items-start gap-3 pt-1">
          {mayLog && entry.incidents.length === 0 && (
            <LinkButton size="sm" href={`/incidents/new?origin=entry-${entry.id}`}>
              {t('logIncident')}
            </LinkButton>
          )}
          <details className="grow">
            <summary className="min-h-6 cursor-pointer content-center text-soft hover:underline">
              {t('correct')}
            </summary>
            <form action={logAction} className="mt-2 max-w-xl space-y-2">
              <input type="hidden" name="kind" value="correction" />
              <input type="hidden" name="correctsId" value={entry.id} />
              <Textarea
                id={`correction-${entry.id}`}
                name="text"
                label={t('correction')}
                required
                maxLength={2000}
                rows={2}
              />
              <SecrecyLine />
              <SubmitButton size="sm">{t('appendCorrection')}</SubmitButton>
            </form>
          </details>
        </div>
      )}
    </li>
  );
}
