import { useTranslations } from 'next-intl';
import { CommandButton } from '@/components/incident/command-button';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/layout';
import { Time } from '@/components/ui/time';
import { isAddressedTo } from '@/lib/incident/receiving';
import { reportName } from '@/lib/incident/report-names';
import { bodyLabel } from '@/lib/incident/telling';
import { Entry } from './entry';
import type { Making } from './sheet-initial';
import { isPast } from './stage-order';
import { Tellings } from './tellings';

/** Reports to the leaders, the organisation above and authorities, with their receipts. */
export function Reports({ page }: { page: Making }) {
  const t = useTranslations('incident');
  const commands = useTranslations('commands');
  const { view, words, nameOf } = page;
  const { reports, incident } = view.state;
  const language = page.locale === 'en' ? 'en' : 'zh';
  const unreceived = reports.filter((one) => !one.acknowledgedAt).length;
  return (
    <Section
      id="reports"
      title={t('section.reports')}
      open={reports.length > 0 && !isPast(incident.stage, 'reported')}
      summary={
        reports.length === 0
          ? t('noReports')
          : t('reportCount', { count: reports.length, open: unreceived })
      }
    >
      {reports.length === 0 && <p className="text-faint">{t('noReports')}</p>}
      <Tellings page={page} />
      <ul>
        {reports.map((one) => (
          <Entry
            key={one.id}
            title={reportName(one, language)}
            by={nameOf(one.sentBy)}
            at={one.sentAt}
            now={view.now}
            marks={
              <>
                <Badge>
                  {bodyLabel(view.plan.plan, one.bodyKey)?.[language] ??
                    words.option('reportTarget', one.target)}
                </Badge>
                <Badge>{words.option('reportMedium', one.medium)}</Badge>
                {one.acknowledgedAt ? (
                  <Badge tone="green">
                    {t('receivedBy', { name: nameOf(one.acknowledgedBy) })}{' '}
                    <Time at={one.acknowledgedAt} now={view.now} />
                  </Badge>
                ) : (
                  <Badge tone="amber">{t('notReceived')}</Badge>
                )}
              </>
            }
            actions={
              !one.acknowledgedAt &&
              page.may('acknowledgeReport') &&
              isAddressedTo(one, view.state, page.actor) &&
              one.sentBy !== page.actor.id ? (
                <CommandButton command="acknowledgeReport" preset={{ reportId: one.id }} size="sm">
                  {commands('label.acknowledgeReport')}
                </CommandButton>
              ) : null
            }
          >
            <details>
              <summary className="cursor-pointer text-xs text-accent hover:underline">
                {t('readReport')}
              </summary>
              {one.recipient && (
                <p className="text-xs">{t('recipient', { name: one.recipient })}</p>
              )}
              {one.contact && <p className="text-xs">{t('contactLine', { name: one.contact })}</p>}
              {one.fields?.map(({ label, value }) => (
                <p key={label} className="text-xs">{`${label}：${value}`}</p>
              ))}
              {one.content}
              {one.newRisks && `\n${commands('field.newRisks')}：${one.newRisks}`}
            </details>
            {one.nextReportAt && (
              <span className="text-xs">
                {commands('field.nextReportAt')} <Time at={one.nextReportAt} now={view.now} />
              </span>
            )}
          </Entry>
        ))}
      </ul>
    </Section>
  );
}
