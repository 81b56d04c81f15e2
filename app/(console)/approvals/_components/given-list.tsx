import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Badge, type Tone } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { Table } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { Actor } from '@/lib/incident/context';
import { listGivenSignatures } from '@/lib/incident/server';

const RUN_TONES: Record<string, Tone> = { approved: 'green', running: 'amber', returned: 'red' };

/** What this person approved and returned, and what became of it. */
export async function GivenList({
  actor,
  before,
  now,
}: {
  actor: Actor;
  before: string | null;
  now: string;
}) {
  const [t, { items, nextCursor }] = await Promise.all([
    getTranslations('approvals'),
    listGivenSignatures(actor, before),
  ]);
  return (
    <div className="rounded-md border border-line bg-paper">
      {items.length === 0 ? (
        <EmptyState title={t('nothingGiven')}>{t('nothingGivenHint')}</EmptyState>
      ) : (
        <Table
          stacked
          caption={t('givenTable')}
          columns={[
            { label: t('text') },
            { label: t('incident') },
            { label: t('mine') },
            { label: t('at') },
            { label: t('outcome') },
          ]}
        >
          {items.map((one) => (
            <tr key={one.id}>
              <td className="font-medium">{one.wordingTitle}</td>
              <td data-label={t('incident')}>
                <Link
                  href={`/incidents/${one.incidentId}`}
                  className="text-accent tabular-nums hover:underline"
                >
                  {one.number}
                </Link>
                <span className="min-w-0 text-soft max-sm:truncate sm:block">
                  {one.incidentTitle}
                </span>
              </td>
              <td data-label={t('mine')}>
                <span>
                  <Badge tone={one.decision === 'approve' ? 'green' : 'red'}>
                    {t(`decision.${one.decision}`)}
                  </Badge>
                  {one.reason && <span className="block text-soft">{one.reason}</span>}
                </span>
              </td>
              <td data-label={t('at')}>
                <Time at={one.decidedAt} now={now} />
              </td>
              <td data-label={t('outcome')}>
                <Badge tone={RUN_TONES[one.runState]}>{t(`run.${one.runState}`)}</Badge>
              </td>
            </tr>
          ))}
        </Table>
      )}
      <Pagination
        prevHref={before ? '/approvals?tab=given' : null}
        nextHref={nextCursor ? `/approvals?tab=given&before=${nextCursor}` : null}
      />
    </div>
  );
}
