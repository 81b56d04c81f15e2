import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Badge, type Tone } from '@/components/ui/badge';
import { PageHeader } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { PrintButton } from '@/components/ui/print-button';
import { Table } from '@/components/ui/table';
import { holdsPermission } from '@/lib/access/policy';
import { requireSignedIn } from '@/lib/access/server';
import { formatLocal } from '@/lib/calendar';
import { listRegister, type RegisteredRun } from '@/lib/incident/server';
import { businessNow } from '@/lib/platform/clock';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('workshop');
  return { title: t('register') };
}

const TONES: Partial<Record<RegisteredRun['state'], Tone>> = {
  running: 'amber',
  approved: 'green',
  released: 'red',
  returned: 'red',
};

/** 三审三校登记册: each text with its three reviews and what proofreading found. */
export default async function RegisterPage() {
  const [{ actor, org }, t, approvals, kinds, now] = await Promise.all([
    requireSignedIn(),
    getTranslations('workshop'),
    getTranslations('approvals'),
    getTranslations('commands'),
    businessNow(),
  ]);
  if (!holdsPermission(actor, 'wording:read')) notFound();
  const runs = await listRegister(actor);
  return (
    <>
      <PageHeader
        title={t('register')}
        lead={`${org.name} · ${t('asOf', { at: formatLocal(now) })}`}
        above={
          <Link href="/plans/wording" data-no-print="">
            {t('backToWording')}
          </Link>
        }
        actions={<PrintButton label={t('print')} />}
      />
      <div className="rounded-md border border-line bg-paper print:border-0">
        {runs.length === 0 ? (
          <EmptyState title={t('noRuns')}>{t('noRunsHint')}</EmptyState>
        ) : (
          <Table
            stacked
            caption={t('register')}
            columns={[
              { label: t('text') },
              { label: t('review.1') },
              { label: t('review.2') },
              { label: t('review.3') },
              { label: t('outcome') },
            ]}
          >
            {runs.map((run) => (
              <tr key={run.runId}>
                <td>
                  <div>
                    <Link
                      href={`/incidents/${run.incidentId}#wording-${run.wordingId}`}
                      className="text-accent hover:underline"
                    >
                      {run.number}
                    </Link>{' '}
                    <span className="font-medium">{run.title}</span>
                    <p className="text-xs text-faint">
                      {kinds(`option.wordingKind.${run.kind}`)} ·{' '}
                      {t('sentBy', { name: run.submittedBy })} <Moment at={run.submittedAt} />
                    </p>
                  </div>
                </td>
                {([1, 2, 3] as const).map((position) => (
                  <td key={position} data-label={t(`review.${position}`)}>
                    <Review run={run} position={position} />
                  </td>
                ))}
                <td data-label={t('outcome')}>
                  <div>
                    <Badge tone={TONES[run.state] ?? 'neutral'}>
                      {approvals(`run.${run.state}`)}
                    </Badge>
                    <p className="mt-1 text-xs text-faint">
                      {run.publishedAt ? (
                        <>
                          {t('published')} <Moment at={run.publishedAt} />
                        </>
                      ) : (
                        t('unpublished')
                      )}
                    </p>
                  </div>
                </td>
              </tr>
            ))}
          </Table>
        )}
      </div>
    </>
  );
}

async function Review({ run, position }: { run: RegisteredRun; position: number }) {
  const t = await getTranslations('workshop');
  // A chain with more steps than three has the others in its last column.
  const signed = run.reviews.filter((one) => Math.min(one.position, 3) === position && one.name);
  if (signed.length === 0) return '—';
  return signed.map(({ name, at, verdict, found }) => (
    <div key={`${name} ${at}`}>
      <p>
        {name} {verdict === 'return' && t('returned')} {at && <Moment at={at} />}
      </p>
      <p className="text-soft">{found ?? t('noProofread')}</p>
    </div>
  ));
}

/** A moment as it stands on paper: whole, and never broken over two lines. */
function Moment({ at }: { at: string }) {
  return <span className="whitespace-nowrap tabular-nums">{formatLocal(at)}</span>;
}
