import { useLocale, useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Countdown } from '@/components/ui/countdown';
import { PageHeader, Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { toLocale } from '@/lib/i18n/locales';
import type { Actor } from '@/lib/incident/context';
import { firstReportFacts, firstReportText } from '@/lib/incident/first-report-text';
import type { DeadlineRow } from '@/lib/incident/model';
import { getIncident, type IncidentView } from '@/lib/incident/server';
import { findRule } from '@/lib/plan/obligations';
import { orNotFound } from '../../../or-not-found';

/** What was logged: number, time limits now running, the text for the work chat. */
export async function Logged({
  actor,
  id,
  reporter,
}: {
  actor: Actor;
  id: string;
  reporter: { name: string; phone: string | null };
}) {
  const view = await getIncident(actor, id).catch(orNotFound);
  const { plan } = view.plan;
  const text = firstReportText(
    firstReportFacts(view.state, {
      now: view.now,
      grade: (key) => plan.levels.find((level) => level.key === key)?.label.zh ?? key,
      hasLevels: plan.levels.length > 0,
      unit: (unitId) => view.directory.units.find((unit) => unit.id === unitId)?.name ?? null,
      reporter,
    }),
  );
  return <Result view={view} text={text} />;
}

function Result({ view, text }: { view: IncidentView; text: string }) {
  const t = useTranslations('log');
  const { incident, deadlines, reports } = view.state;
  const running = deadlines
    .filter(({ state }) => state === 'open' || state === 'breached')
    .sort((a, b) => (a.dueAt ?? a.startedAt).localeCompare(b.dueAt ?? b.startedAt));
  return (
    <>
      <PageHeader
        title={t('done.title', { number: incident.number })}
        lead={incident.title}
        actions={
          <>
            <LinkButton href={`/incidents/${incident.id}`} variant="primary">
              {t('done.open')}
            </LinkButton>
            <LinkButton href="/incidents/new">{t('done.another')}</LinkButton>
          </>
        }
      />
      <div className="grid max-w-5xl gap-4 lg:grid-cols-2">
        <Panel title={t('done.running')} count={running.length} flush>
          {running.length === 0 ? (
            <EmptyState title={t('done.none')} />
          ) : (
            <ul className="divide-y divide-line">
              {running.map((deadline) => (
                <Running key={deadline.id} deadline={deadline} view={view} />
              ))}
            </ul>
          )}
          {reports.length > 0 && (
            <p className="border-t border-line px-4 py-2 text-green">{t('done.reported')}</p>
          )}
        </Panel>
        <Panel
          title={t('done.text')}
          actions={
            <CopyButton
              text={text}
              texts={{
                label: t('done.copy'),
                done: t('done.copied'),
                failed: t('done.copyFailed'),
              }}
            />
          }
        >
          <p lang="zh-CN" className="whitespace-pre-wrap">
            {text}
          </p>
          <p className="mt-3 text-xs text-faint">{t('done.textHint')}</p>
        </Panel>
      </div>
    </>
  );
}

function Running({ deadline, view }: { deadline: DeadlineRow; view: IncidentView }) {
  const t = useTranslations('log');
  const words = useTranslations('words');
  const locale = toLocale(useLocale());
  const rule = findRule(view.plan.plan, deadline.rule);
  const label = locale === 'en' ? rule?.title.en : rule?.title.zh;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 px-4 py-2">
      <span>
        {label ?? deadline.key}
        <span className="ms-2 text-xs text-faint">{words(`role.${deadline.ownerRole}`)}</span>
      </span>
      {deadline.dueAt ? (
        <Countdown dueAt={deadline.dueAt} startAt={deadline.startedAt} size="md" />
      ) : (
        <span className="font-semibold text-amber">{t('done.atOnce')}</span>
      )}
    </li>
  );
}
