import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { Table } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { countNotices, countPosterActions, listFlags } from '@/lib/audit/server/guards';
import type { Actor } from '@/lib/incident/context';
import { NOTICE_GROUNDS } from '@/lib/incident/guard-keys';
import { businessNow } from '@/lib/platform/clock';
import { listErasures } from '@/lib/retention/server';

/** What the guards watch: notices to platforms by ground, flagged words, names that wait or went. */
export async function GuardAudit({ actor }: { actor: Actor }) {
  const [t, commands, now, notices, actions, flags, erasures] = await Promise.all([
    getTranslations('guards'),
    getTranslations('commands'),
    businessNow(),
    countNotices(actor),
    countPosterActions(actor),
    listFlags(actor),
    listErasures(actor),
  ]);
  const counts = [
    ...NOTICE_GROUNDS.map((ground) => ({
      key: ground as string,
      label: commands(`option.noticeGround.${ground}`),
      ...notices[ground],
    })),
    { key: 'poster', label: t('actions'), ...actions },
  ];
  return (
    <div className="space-y-4">
      <Panel title={t('audit.counts')} flush>
        <ul className="grid grid-cols-2 gap-px bg-line lg:grid-cols-5">
          {counts.map(({ key, label, proposed, sent }) => (
            <li key={key} className="bg-paper px-4 py-2.5 max-lg:last:col-span-2">
              <span className="block text-lg font-semibold tabular-nums">{proposed}</span>
              <span className="block text-xs text-soft">{label}</span>
              <span className="text-xs text-faint">{t('audit.sentOf', { count: sent })}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('audit.flags')} count={flags.length} flush>
        {flags.length === 0 ? (
          <EmptyState title={t('audit.noFlags')}>{t('audit.noFlagsHint')}</EmptyState>
        ) : (
          <Table
            stacked
            caption={t('audit.flags')}
            columns={[
              { label: t('audit.words') },
              { label: t('audit.incident') },
              { label: t('audit.writer') },
              { label: t('audit.at') },
            ]}
          >
            {flags.map((one) => (
              <tr key={one.id}>
                <td>
                  <div>
                    <Badge tone="amber">{t(`flagKind.${one.kind}`)}</Badge>
                    <span className="mt-1 block">{one.excerpt}</span>
                  </div>
                </td>
                <td data-label={t('audit.incident')}>
                  <span>
                    <Link
                      href={`/audit/${one.incidentId}#seq-${one.seq}`}
                      className="block py-1 text-accent tabular-nums hover:underline"
                    >
                      {one.number} · {t('line', { seq: one.seq })}
                    </Link>
                    {one.title}
                  </span>
                </td>
                <td data-label={t('audit.writer')}>{one.writer ?? '—'}</td>
                <td data-label={t('audit.at')}>
                  <Time at={one.flaggedAt} now={now} />
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Panel>
      <Panel title={t('audit.erasure')} count={erasures.waiting.length} flush>
        <p className="border-b border-line px-4 py-2 text-xs text-faint">
          {t('audit.erasureLead', { days: erasures.days })}
        </p>
        {erasures.waiting.length === 0 && erasures.erased.length === 0 ? (
          <EmptyState title={t('audit.noErasure')} />
        ) : (
          <Table
            stacked
            caption={t('audit.erasure')}
            columns={[
              { label: t('audit.incident') },
              { label: t('audit.state') },
              { label: t('audit.when') },
            ]}
          >
            {erasures.waiting.map((one) => (
              <tr key={one.id}>
                <td>
                  <Incident {...one} />
                </td>
                <td data-label={t('audit.state')}>
                  {one.holds.length > 0 ? (
                    <Badge tone="amber">
                      {one.holds.map((kind) => commands(`option.holdKind.${kind}`)).join(' · ')}
                    </Badge>
                  ) : (
                    <Badge>{t('audit.waiting')}</Badge>
                  )}
                </td>
                <td data-label={t('audit.when')}>
                  <Time at={one.dueAt} now={now} />
                </td>
              </tr>
            ))}
            {erasures.erased.map((one) => (
              <tr key={`erased-${one.id}`}>
                <td>
                  <Incident {...one} />
                </td>
                <td data-label={t('audit.state')}>
                  <Badge tone="green">{t('audit.gone')}</Badge>
                </td>
                <td data-label={t('audit.when')}>
                  <Time at={one.erasedAt} now={now} />
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Panel>
    </div>
  );
}

function Incident({ id, number, title }: { id: string; number: string; title: string | null }) {
  return (
    <span>
      <Link href={`/audit/${id}`} className="block py-1 text-accent tabular-nums hover:underline">
        {number}
      </Link>
      {title}
    </span>
  );
}
