import { useTranslations } from 'next-intl';
import { CommandButton } from '@/components/incident/command-button';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/layout';
import { Time } from '@/components/ui/time';
import { Entry, EntryList } from './entry';
import { ReleaseBadge } from './release-badge';
import type { Making } from './sheet-initial';
import { isPast } from './stage-order';

/** What was said outside: replies, publications, the decision not to publish, the media. */
export function Speaking({ page }: { page: Making }) {
  const t = useTranslations('incident');
  const commands = useTranslations('commands');
  const { view, words, nameOf } = page;
  const { replies, publications, nonPublications, mediaEnquiries, incident, wordings } = view.state;
  const { now } = view;
  const account = (id: string | null) =>
    view.directory.accounts.find((one) => one.id === id)?.name ?? null;
  const titleOf = (id: string | null) => wordings.find((one) => one.id === id)?.title ?? null;
  const count =
    replies.length + publications.length + nonPublications.length + mediaEnquiries.length;
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
        <EntryList title={t('replies')} count={replies.length}>
          {replies.map((one) => (
            <Entry
              key={one.id}
              title={words.option('replyKind', one.kind)}
              by={nameOf(one.repliedBy)}
              at={one.repliedAt}
              now={now}
              marks={
                <>
                  <Badge>{words.option('replyChannel', one.channel)}</Badge>
                  {account(one.accountId) && <Badge>{account(one.accountId)}</Badge>}
                </>
              }
            >
              {one.content}
              {'\n'}
              <span className="text-xs text-faint">
                {t('signedBy', { name: one.signatory ?? '' })}
                {one.promisedAt && (
                  <>
                    {' · '}
                    {commands('field.promisedAt')} <Time at={one.promisedAt} now={now} />
                  </>
                )}
              </span>
            </Entry>
          ))}
        </EntryList>
        <EntryList title={t('publications')} count={publications.length}>
          {publications.map((one) => (
            <Entry
              key={one.id}
              title={titleOf(one.wordingId) ?? ''}
              by={nameOf(one.publishedBy)}
              at={one.publishedAt}
              now={now}
              marks={
                <>
                  <Badge tone="green">
                    {account(one.accountId) ?? words.option('publicationWay', one.way)}
                  </Badge>
                  <ReleaseBadge
                    run={view.state.approvalRuns.find((run) => run.id === one.approvalRunId)}
                  />
                  {one.correctsId && <Badge tone="amber">{t('correction')}</Badge>}
                </>
              }
            >
              <span className="text-xs text-faint">
                {t('signedBy', { name: one.signatory })}
                {one.nextUpdateAt && (
                  <>
                    {' · '}
                    {commands('field.nextUpdateAt')} <Time at={one.nextUpdateAt} now={now} />
                  </>
                )}
              </span>{' '}
              {one.url && (
                <a
                  href={/^https?:/.test(one.url) ? one.url : undefined}
                  target="_blank"
                  rel="noreferrer noopener"
                  className="text-xs break-all text-accent hover:underline"
                >
                  {one.url}
                </a>
              )}
            </Entry>
          ))}
        </EntryList>
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
      </div>
    </Section>
  );
}
