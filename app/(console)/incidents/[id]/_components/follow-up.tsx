import { useTranslations } from 'next-intl';
import { LineChart } from '@/components/charts/line-chart';
import { CommandButton } from '@/components/incident/command-button';
import { Section } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import { calmFinding } from '@/lib/followup/calm';
import { formatMoment } from '@/lib/i18n/format';
import type { Making } from './sheet-initial';
import { hasBegun, isPast } from './stage-order';

const COUNTS = ['views', 'reposts', 'comments', 'likes', 'items'] as const;

/** Counts over time until it is calm; posts that vanished are named. */
export function FollowUp({ page }: { page: Making }) {
  const t = useTranslations('incident');
  const commands = useTranslations('commands');
  const { view, nameOf, locale } = page;
  const { samples, incident } = view.state;
  const rule = view.plan.plan.calm;
  const finding = calmFinding(rule, samples, view.now);
  const sorted = [...samples].sort((a, b) => a.sampledAt.localeCompare(b.sampledAt));
  const visible = sorted.filter((one) => one.isVisible);
  const gone = sorted.filter((one) => !one.isVisible);
  const series = COUNTS.flatMap((name) => {
    const points = visible.map((one) => ({
      label: formatMoment(one.sampledAt, view.now, locale),
      value: one[name],
    }));
    return points.some((point) => point.value !== null)
      ? [{ label: commands(`field.${name}`), points }]
      : [];
  });
  return (
    <Section
      id="follow-up"
      title={t('section.followUp')}
      open={hasBegun(incident.stage, 'following') && !isPast(incident.stage, 'following')}
      summary={
        incident.calmAt
          ? t('calmConfirmed', { name: nameOf(incident.calmBy) })
          : t('sampleCount', { count: samples.length })
      }
    >
      <div className="space-y-4">
        {incident.calmAt ? (
          <Notice tone="green" title={t('calmConfirmed', { name: nameOf(incident.calmBy) })}>
            <Time at={incident.calmAt} now={view.now} /> {incident.calmNote}
          </Notice>
        ) : (
          <Notice
            tone={finding.isFlat ? 'green' : 'amber'}
            title={commands(finding.isFlat ? 'notice.calmFlat' : 'notice.calmOpen')}
            actions={
              <div className="flex flex-wrap gap-2">
                {page.may('recordSample') && (
                  <CommandButton command="recordSample" size="sm">
                    {commands('label.recordSample')}
                  </CommandButton>
                )}
                {page.may('confirmCalm') && (
                  <CommandButton command="confirmCalm" size="sm">
                    {commands('label.confirmCalm')}
                  </CommandButton>
                )}
              </div>
            }
          >
            {commands(`notice.${finding.reason}`, { hours: rule.watchHours ?? 24 })}
          </Notice>
        )}
        {series.length > 0 && visible.length > 1 && (
          <LineChart title={t('chartTitle')} series={series} />
        )}
        {visible.length === 1 && visible[0] && (
          <p className="text-soft tabular-nums">
            <Time at={visible[0].sampledAt} now={view.now} />{' '}
            {COUNTS.flatMap((name) =>
              visible[0]?.[name] == null
                ? []
                : [`${commands(`field.${name}`)} ${visible[0][name]}`],
            ).join(' · ')}
          </p>
        )}
        {gone.length > 0 && (
          <div className="rounded-md bg-sunken px-3 py-2">
            <p className="font-medium">{t('gonePosts', { count: gone.length })}</p>
            <ul className="list-disc ps-5 text-soft">
              {gone.map((one) => (
                <li key={one.id}>
                  <Time at={one.sampledAt} now={view.now} /> {nameOf(one.recordedBy)} {one.note}
                </li>
              ))}
            </ul>
          </div>
        )}
        {incident.resolvedAt && (
          <p className="text-soft">
            {t('resolved', { name: nameOf(incident.resolvedBy) })}{' '}
            <Time at={incident.resolvedAt} now={view.now} />
          </p>
        )}
      </div>
    </Section>
  );
}
