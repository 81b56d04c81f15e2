import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader, Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { PrintButton } from '@/components/ui/print-button';
import { Table } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { holdsPermission } from '@/lib/access/policy';
import { requireSignedIn } from '@/lib/access/server';
import { listRegister, type RegisteredRun } from '@/lib/incident/server';
import { businessNow } from '@/lib/platform/clock';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('workshop');
  return { title: t('register') };
}

/** 三审三校登记册: each text with its three reviews and what proofreading found. */
export default async function RegisterPage() {
  const [{ actor, org }, t, now] = await Promise.all([
    requireSignedIn(),
    getTranslations('workshop'),
    businessNow(),
  ]);
  if (!holdsPermission(actor, 'wording:read')) notFound();
  const runs = await listRegister(actor);
  return (
    <>
      <PageHeader
        title={t('register')}
        lead={org.name}
        above={
          <Link href="/plans/wording" data-no-print="">
            {t('backToWording')}
          </Link>
        }
        actions={<PrintButton label={t('print')} />}
      />
      <Panel title={t('register')} count={runs.length} flush>
        {runs.length === 0 ? (
          <EmptyState title={t('noRuns')}>{t('noRunsHint')}</EmptyState>
        ) : (
          <Table
            stacked
            caption={t('register')}
            columns={[
              { label: t('text') },
              { label: t('reviewNumber', { number: 1 }) },
              { label: t('reviewNumber', { number: 2 }) },
              { label: t('reviewNumber', { number: 3 }) },
              { label: t('published') },
            ]}
          >
            {runs.map((run) => (
              <tr key={run.runId}>
                <td>
                  <div>
                    <Link
                      href={`/incidents/${run.incidentId}`}
                      className="text-accent hover:underline"
                    >
                      {run.number}
                    </Link>{' '}
                    <span className="font-medium">{run.title}</span>
                    <p className="text-xs text-faint">
                      {t('sentBy', { name: run.submittedBy })}{' '}
                      <Time at={run.submittedAt} now={now} />
                    </p>
                  </div>
                </td>
                {[1, 2, 3].map((position) => (
                  <td key={position} data-label={t('reviewNumber', { number: position })}>
                    <Review run={run} position={position} now={now} />
                  </td>
                ))}
                <td data-label={t('published')}>
                  {run.publishedAt ? <Time at={run.publishedAt} now={now} /> : '—'}
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Panel>
    </>
  );
}

async function Review({
  run,
  position,
  now,
}: {
  run: RegisteredRun;
  position: number;
  now: string;
}) {
  const t = await getTranslations('workshop');
  const signed = run.reviews.filter((one) => one.position === position && one.name);
  if (signed.length === 0) return '—';
  return signed.map(({ name, at, verdict, found }) => (
    <div key={`${name} ${at}`}>
      <p>
        {name} {verdict === 'return' && t('returned')} {at && <Time at={at} now={now} />}
      </p>
      <p className="text-soft">{found ?? t('noProofread')}</p>
    </div>
  ));
}
