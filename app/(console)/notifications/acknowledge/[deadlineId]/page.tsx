import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { Countdown } from '@/components/ui/countdown';
import { DefinitionList, PageHeader, Panel } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { Time } from '@/components/ui/time';
import { Problem } from '@/lib/access/problem';
import { requireActor } from '@/lib/access/server';
import { formatMoment } from '@/lib/i18n/format';
import { type Locale, toLocale } from '@/lib/i18n/locales';
import { getOwed, type Owed } from '@/lib/notify/server';
import { acknowledgeOwedAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('owed');
  return { title: t('title') };
}

/** Where the link of an escalation leads: what is owed, and the one button. */
export default async function AcknowledgePage({
  params,
}: {
  params: Promise<{ deadlineId: string }>;
}) {
  const actor = await requireActor();
  const [{ deadlineId }, t] = await Promise.all([params, getTranslations('owed')]);
  const locale = toLocale(await getLocale());
  const owed = await getOwed(actor, deadlineId, locale).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'NOT_FOUND') return notFound();
    throw error;
  });
  const { incident, title, startedAt, dueAt, metAt, now } = owed;
  const isMine = owed.state === 'open' && owed.mayAcknowledge;
  return (
    <div className="mx-auto max-w-xl space-y-4">
      <PageHeader
        above={<Link href="/notifications">{t('toNotices')}</Link>}
        title={t('title')}
        lead={isMine ? t('lead') : undefined}
      />
      <Panel title={t('owed')}>
        <div className="space-y-4">
          <p className="text-lg font-semibold text-balance">{title}</p>
          <DefinitionList
            items={[
              {
                term: t('remaining'),
                value: dueAt && <Countdown {...{ dueAt, startAt: startedAt, metAt }} size="lg" />,
              },
              { term: t('due'), value: dueAt ? <Time at={dueAt} now={now} /> : t('immediately') },
              {
                term: t('incident'),
                value: [incident.number, incident.title].filter(Boolean).join(' '),
              },
            ]}
          />
          {isMine ? (
            <form action={acknowledgeOwedAction}>
              <input type="hidden" name="deadlineId" value={deadlineId} />
              <SubmitButton className="w-full">{t('button')}</SubmitButton>
            </form>
          ) : (
            <Outcome owed={owed} locale={locale} />
          )}
        </div>
      </Panel>
    </div>
  );
}

async function Outcome({ owed, locale }: { owed: Owed; locale: Locale }) {
  const t = await getTranslations('owed');
  const { incident, title, state, isMine, acknowledgedAt, acknowledgedByName, now } = owed;
  const name = acknowledgedByName ?? t('someone');
  const at = acknowledgedAt ? formatMoment(acknowledgedAt, now, locale) : '';
  const told =
    state === 'taken' && isMine
      ? { tone: 'green' as const, head: t('mineTitle'), text: t('mine', { title }) }
      : state === 'taken'
        ? { tone: 'blue' as const, head: t('takenTitle', { name }), text: t('taken', { at }) }
        : state === 'settled'
          ? { tone: 'neutral' as const, head: t('settledTitle'), text: t('settled') }
          : state === 'early'
            ? { tone: 'neutral' as const, head: t('earlyTitle'), text: t('early') }
            : { tone: 'amber' as const, head: t('noRightTitle'), text: t('noRight') };
  return (
    <div className="space-y-3">
      <Notice tone={told.tone} title={told.head}>
        {told.text}
      </Notice>
      <LinkButton
        href={`/incidents/${incident.id}`}
        variant={isMine ? 'primary' : 'secondary'}
        className="w-full"
      >
        {t('toIncident')}
      </LinkButton>
    </div>
  );
}
