import { useTranslations } from 'next-intl';
import { CommandButton } from '@/components/incident/command-button';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/layout';
import { Time } from '@/components/ui/time';
import { Entry, EntryList } from './entry';
import { Letters } from './letters';
import { Releases } from './releases';
import { Replies } from './replies';
import type { Making } from './sheet-initial';
import { isPast } from './stage-order';

/** What was said outside: replies, publications, the decision not to publish, the media. */
export function Speaking({ page }: { page: Making }) {
  const t = useTranslations('incident');
  const commands = useTranslations('commands');
  const { view, words, nameOf } = page;
  const { replies, publications, nonPublications, mediaEnquiries, correctionLetters, incident } =
    view.state;
  const { now } = view;
  const count =
    replies.length +
    publications.length +
    nonPublications.length +
    mediaEnquiries.length +
    correctionLetters.length;
  return (
    <Section
      id="speaking"
      title={t('section.speaking')}
      open={count > 0 && !isPast(incident.stage, 'following')}
      summary={
        count === 0
          ? t('nothingSaid')
          : t('spokenCount', { replies: replies.length, publications: publications.length })
      }
    >
      <div className="space-y-5">
        {count === 0 && <p className="text-faint">{t('nothingSaid')}</p>}
        <Replies page={page} />
        <Releases page={page} />
        <EntryList title={t('nonPublications')} count={nonPublications.length}>
          {nonPublications.map((one) => (
            <Entry
              key={one.id}
              title={words.option('nonPublicationReason', one.reason)}
              by={nameOf(one.proposedBy)}
              at={one.proposedAt}
              now={now}
              marks={
                <Badge tone={one.state === 'approved' ? 'green' : 'amber'}>
                  {one.state === 'approved'
                    ? t('approvedBy', { name: nameOf(one.approvedBy) })
                    : t('needsApproval')}
                </Badge>
              }
              actions={
                one.state === 'proposed' &&
                page.may('approveNonPublication') &&
                one.proposedBy !== page.actor.id ? (
                  <CommandButton
                    command="approveNonPublication"
                    preset={{ nonPublicationId: one.id }}
                    size="sm"
                    variant="primary"
                  >
                    {commands('label.approveNonPublication')}
                  </CommandButton>
                ) : null
              }
            >
              {one.explanation}
              {'\n'}
              <span className="text-xs text-faint">
                {commands('field.expiresAt')} <Time at={one.expiresAt} now={now} />
              </span>
            </Entry>
          ))}
        </EntryList>
        <EntryList title={t('mediaEnquiries')} count={mediaEnquiries.length}>
          {mediaEnquiries.map((one) => (
            <Entry
              key={one.id}
              title={one.outlet ?? ''}
              by={nameOf(one.receivedBy)}
              at={one.receivedAt}
              now={now}
              marks={
                one.answeredAt ? (
                  <Badge tone="green">{t('answeredBy', { name: nameOf(one.answeredBy) })}</Badge>
                ) : (
                  one.pressDeadlineAt && (
                    <Badge tone="amber">
                      {commands('field.pressDeadlineAt')}{' '}
                      <Time at={one.pressDeadlineAt} now={now} />
                    </Badge>
                  )
                )
              }
              actions={
                !one.answeredAt && page.may('answerMediaEnquiry') ? (
                  <CommandButton
                    command="answerMediaEnquiry"
                    preset={{ enquiryId: one.id }}
                    size="sm"
                  >
                    {commands('label.answerMediaEnquiry')}
                  </CommandButton>
                ) : null
              }
            >
              {[one.question, one.answer].filter(Boolean).join('\n— ')}
            </Entry>
          ))}
        </EntryList>
        <Letters page={page} />
      </div>
    </Section>
  );
}
