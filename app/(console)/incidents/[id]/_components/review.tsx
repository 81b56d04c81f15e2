import { useTranslations } from 'next-intl';
import { CommandButton } from '@/components/incident/command-button';
import { Badge } from '@/components/ui/badge';
import { DefinitionList, Section } from '@/components/ui/layout';
import { Time } from '@/components/ui/time';
import type { ReviewRow } from '@/lib/incident/model';
import { Entry, EntryList } from './entry';
import type { Making } from './sheet-initial';
import { hasBegun, isPast } from './stage-order';

/** Looking back: the review, and what is to be put right. */
export function Review({ page }: { page: Making }) {
  const t = useTranslations('incident');
  const commands = useTranslations('commands');
  const { view, nameOf, unitOf } = page;
  const { reviews, correctiveActions, incident } = view.state;
  const newest = reviews.at(-1);
  const isReviewing = incident.stage === 'reviewing';
  return (
    <Section
      id="review"
      title={t('section.review')}
      open={hasBegun(incident.stage, 'reviewing') && !isPast(incident.stage, 'reviewing')}
      summary={newest ? t(`reviewState.${newest.state}`) : t('noReview')}
    >
      <div className="space-y-5">
        {isReviewing && view.missingForClosing.length > 0 && (
          <div className="text-amber">
            <p className="font-medium">{commands('notice.missingForClosing')}</p>
            <ul className="list-disc ps-5">
              {view.missingForClosing.map((fact) => (
                <li key={fact}>{t(`missing.${fact}`)}</li>
              ))}
            </ul>
          </div>
        )}
        {reviews.length === 0 && <p className="text-faint">{t('noReview')}</p>}
        {reviews.map((one) => (
          <OneReview key={one.id} page={page} one={one} />
        ))}
        <EntryList title={t('correctiveActions')} count={correctiveActions.length}>
          {correctiveActions.map((one) => (
            <Entry
              key={one.id}
              title={one.content ?? ''}
              by={[one.owner, unitOf(one.unitId)].filter(Boolean).join(' · ')}
              at={one.dueAt}
              now={view.now}
              marks={
                <Badge tone={one.doneAt ? 'green' : 'amber'}>
                  {t(one.doneAt ? 'actionDone' : 'actionOpen')}
                </Badge>
              }
              actions={
                !one.doneAt && page.may('completeCorrectiveAction') ? (
                  <CommandButton
                    command="completeCorrectiveAction"
                    preset={{ actionId: one.id }}
                    size="sm"
                  >
                    {commands('label.completeCorrectiveAction')}
                  </CommandButton>
                ) : null
              }
            >
              {one.doneNote}
            </Entry>
          ))}
        </EntryList>
        {incident.closedAt && (
          <p className="text-soft">
            {t('closedBy', { name: nameOf(incident.closedBy) })}{' '}
            <Time at={incident.closedAt} now={view.now} />
          </p>
        )}
      </div>
    </Section>
  );
}

function OneReview({ page, one }: { page: Making; one: ReviewRow }) {
  const t = useTranslations('incident');
  const commands = useTranslations('commands');
  const { view, nameOf, words } = page;
  return (
    <article>
      <header className="mb-2 flex flex-wrap items-baseline gap-x-3">
        <Badge
          tone={one.state === 'approved' ? 'green' : one.state === 'draft' ? 'amber' : 'neutral'}
        >
          {t(`reviewState.${one.state}`)}
        </Badge>
        <span className="text-xs text-faint">
          {nameOf(one.writtenBy)} <Time at={one.writtenAt} now={view.now} />
          {one.approvedAt && (
            <>
              {' · '}
              {t('approvedBy', { name: nameOf(one.approvedBy) })}{' '}
              <Time at={one.approvedAt} now={view.now} />
            </>
          )}
        </span>
      </header>
      <DefinitionList
        items={[
          { term: commands('fieldOf.writeReview.course'), value: one.course },
          { term: commands('field.timeliness'), value: one.timeliness },
          {
            term: commands('field.causes'),
            value: one.causes.map((cause) => words.option('cause', cause)).join(' · '),
          },
          { term: commands('field.causeNote'), value: one.causeNote },
          { term: commands('field.effect'), value: one.effect },
          { term: commands('field.lessons'), value: one.lessons },
          { term: commands('field.planChanges'), value: one.planChanges },
        ]}
      />
      {one.state === 'draft' && page.may('approveReview') && one.writtenBy !== page.actor.id && (
        <CommandButton
          command="approveReview"
          preset={{ reviewId: one.id, contentHash: one.contentHash }}
          variant="primary"
          className="mt-3"
        >
          {commands('label.approveReview')}
        </CommandButton>
      )}
    </article>
  );
}
