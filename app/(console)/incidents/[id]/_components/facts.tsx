import { useTranslations } from 'next-intl';
import { CommandButton } from '@/components/incident/command-button';
import { Badge } from '@/components/ui/badge';
import { DefinitionList, Section } from '@/components/ui/layout';
import { Time } from '@/components/ui/time';
import { mayReadAuthor } from '@/lib/access/policy';
import { Entry, EntryList } from './entry';
import { Assessments, Gradings } from './grading-history';
import { Mentions } from './mentions';
import type { Making } from './sheet-initial';
import { isPast } from './stage-order';

/** What happened, where it was found, how grave it is. */
export function Facts({ page }: { page: Making }) {
  const t = useTranslations('incident');
  const commands = useTranslations('commands');
  const { view, nameOf, unitOf, gradeOf, words } = page;
  const { incident, categorisations, mentions, matterReports } = view.state;
  const { now } = view;
  const moment = (at: string | null) => (at ? <Time at={at} now={now} /> : null);
  const grade = incident.opinionGrade ? gradeOf(incident.opinionGrade) : null;
  return (
    <Section
      id="facts"
      title={t(page.hasLevels ? 'section.facts' : 'section.judged')}
      open={!isPast(incident.stage, 'responding')}
      summary={[t('mentionCount', { count: mentions.length }), grade].filter(Boolean).join(' · ')}
    >
      <div className="space-y-5">
        <DefinitionList
          items={[
            { term: t('field.summary'), value: incident.summary },
            { term: t('field.demand'), value: incident.demand },
            { term: t('field.unit'), value: unitOf(incident.unitId) ?? incident.unitName },
            { term: t('field.discoveredAt'), value: moment(incident.discoveredAt) },
            { term: t('field.discoveredReason'), value: incident.discoveredReason },
            { term: t('field.knownAt'), value: moment(incident.knownAt) },
            { term: t('field.publishedAt'), value: moment(incident.publishedAt) },
            { term: t('field.eventOccurredAt'), value: moment(incident.eventOccurredAt) },
            { term: t('field.opinionOccurredAt'), value: moment(incident.opinionOccurredAt) },
          ]}
        />
        <Mentions page={page} mayReadAuthor={mayReadAuthor(page.actor, view.target)} />
        <Assessments page={page} />
        <Gradings page={page} />
        <EntryList title={t('categories')} count={categorisations.length}>
          {categorisations.map((one) => (
            <Entry
              key={one.id}
              title={words.option('category', one.category)}
              by={nameOf(one.proposedBy)}
              at={one.proposedAt}
              now={now}
              marks={
                one.state === 'proposed' && <Badge tone="amber">{t('needsConfirmation')}</Badge>
              }
              actions={
                one.state === 'proposed' &&
                page.may('confirmCategory') &&
                one.proposedBy !== page.actor.id ? (
                  <CommandButton
                    command="confirmCategory"
                    preset={{ categorisationId: one.id }}
                    size="sm"
                  >
                    {commands('label.confirmCategory')}
                  </CommandButton>
                ) : null
              }
            >
              {one.reason}
            </Entry>
          ))}
        </EntryList>
        <EntryList title={t('matterReports')} count={matterReports.length}>
          {matterReports.map((one) => (
            <Entry
              key={one.id}
              title={words.option('authority', one.authority)}
              by={nameOf(one.reportedBy)}
              at={one.reportedAt}
              now={now}
              marks={
                one.countersignedBy ? (
                  <Badge tone="green">
                    {t('countersigned', { name: nameOf(one.countersignedBy) })}
                  </Badge>
                ) : (
                  <Badge tone="amber">{t('needsCountersign')}</Badge>
                )
              }
              actions={
                !one.countersignedAt && page.may('countersignMatter') ? (
                  <CommandButton
                    command="countersignMatter"
                    preset={{ matterReportId: one.id }}
                    size="sm"
                  >
                    {commands('label.countersignMatter')}
                  </CommandButton>
                ) : null
              }
            >
              {one.content}
            </Entry>
          ))}
        </EntryList>
      </div>
    </Section>
  );
}
