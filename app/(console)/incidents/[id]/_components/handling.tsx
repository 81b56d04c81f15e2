import { useTranslations } from 'next-intl';
import { CommandButton } from '@/components/incident/command-button';
import type { FormCommand } from '@/components/incident/form-types';
import { Badge, type Tone } from '@/components/ui/badge';
import { DefinitionList, Section } from '@/components/ui/layout';
import { Time } from '@/components/ui/time';
import type { AssignmentRow } from '@/lib/incident/model';
import { Entry, EntryList } from './entry';
import type { Making } from './sheet-initial';
import { hasBegun, isPast } from './stage-order';

const TONES: Record<AssignmentRow['state'], Tone> = {
  issued: 'amber',
  accepted: 'blue',
  fed_back: 'amber',
  returned: 'red',
  settled: 'green',
};

/** Orders to units with their feedback, and what was done about the matter. */
export function Handling({ page }: { page: Making }) {
  const t = useTranslations('incident');
  const { view, nameOf, unitOf } = page;
  const { assignments, measures, incident } = view.state;
  const settled = assignments.filter((one) => one.state === 'settled').length;
  return (
    <Section
      id="handling"
      title={t('section.handling')}
      open={
        (assignments.length > 0 || hasBegun(incident.stage, 'graded')) &&
        !isPast(incident.stage, 'responding')
      }
      summary={
        assignments.length === 0
          ? t('noAssignments')
          : t('assignmentCount', { count: assignments.length, settled, measures: measures.length })
      }
    >
      <div className="space-y-5">
        {assignments.length === 0 && <p className="text-faint">{t('noAssignments')}</p>}
        <EntryList title={t('assignments')} count={assignments.length}>
          {assignments.map((one) => (
            <Assignment key={one.id} page={page} one={one} />
          ))}
        </EntryList>
        <EntryList title={t('measures')} count={measures.length}>
          {measures.map((one) => (
            <Entry
              key={one.id}
              title={unitOf(one.unitId) ?? t('measure')}
              by={nameOf(one.recordedBy)}
              at={one.takenAt}
              now={view.now}
            >
              {one.content}
            </Entry>
          ))}
        </EntryList>
      </div>
    </Section>
  );
}

function Assignment({ page, one }: { page: Making; one: AssignmentRow }) {
  const t = useTranslations('incident');
  const commands = useTranslations('commands');
  const { view, words, unitOf, nameOf, actor } = page;
  const isMine = one.unitId === actor.unitId;
  const isDue = one.state === 'issued' || one.state === 'accepted' || one.state === 'returned';
  const acts: [FormCommand, boolean][] = [
    ['acceptAssignment', isMine && one.state === 'issued'],
    ['feedBack', isMine && isDue],
    ['settleAssignment', one.state === 'fed_back'],
    ['returnFeedback', one.state === 'fed_back'],
    ['urge', isDue],
  ];
  const offered = acts.filter(([command, fits]) => fits && page.may(command));
  return (
    <Entry
      title={`${unitOf(one.unitId) ?? ''} · ${words.option('assignmentKind', one.kind)}`}
      by={nameOf(one.issuedBy)}
      at={one.issuedAt}
      now={view.now}
      marks={
        <>
          {one.isLead && <Badge tone="accent">{t('leads')}</Badge>}
          <Badge tone={TONES[one.state]}>{t(`assignmentState.${one.state}`)}</Badge>
          {one.urgency !== 'normal' && <Badge>{words.option('urgency', one.urgency)}</Badge>}
          {one.urgedCount > 0 && (
            <Badge tone="amber">{t('urged', { count: one.urgedCount })}</Badge>
          )}
          {one.finding && <Badge tone="blue">{words.option('finding', one.finding)}</Badge>}
        </>
      }
      actions={offered.map(([command], index) => (
        <CommandButton
          key={command}
          command={command}
          preset={{ assignmentId: one.id }}
          size="sm"
          variant={index === 0 ? 'primary' : 'secondary'}
        >
          {commands(`label.${command}`)}
        </CommandButton>
      ))}
    >
      <p className="text-xs text-faint tabular-nums">
        {one.number}
        {one.dueAt && (
          <>
            {' · '}
            {t('dueBy')} <Time at={one.dueAt} now={view.now} />
          </>
        )}
      </p>
      <p>{one.requirement}</p>
      {one.points.length > 0 && (
        <ol className="list-decimal ps-5">
          {one.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ol>
      )}
      {one.returnReason && one.state === 'returned' && (
        <p className="text-red">{t('returnedBecause', { reason: one.returnReason })}</p>
      )}
      {one.fedBackAt && (
        <details open={one.state === 'fed_back'} className="mt-2">
          <summary className="text-xs text-accent hover:underline">
            {t('feedbackBy', { name: nameOf(one.fedBackBy) })}{' '}
            <Time at={one.fedBackAt} now={view.now} />
          </summary>
          <div className="mt-2 rounded-md bg-sunken p-3">
            <DefinitionList
              items={[
                { term: commands('fieldOf.feedBack.course'), value: one.course },
                { term: commands('field.cause'), value: one.cause },
                { term: commands('field.measuresTaken'), value: one.measuresTaken },
                { term: commands('field.proposedAnswer'), value: one.proposedAnswer },
                { term: commands('field.signedByPrincipal'), value: one.signedByPrincipal },
              ]}
            />
          </div>
        </details>
      )}
    </Entry>
  );
}
