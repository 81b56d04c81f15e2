import { useTranslations } from 'next-intl';
import { CommandButton } from '@/components/incident/command-button';
import type { FormCommand } from '@/components/incident/form-types';
import { Badge, type Tone } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import { isOwed } from '@/lib/incident/assignment-limits';
import { isPromiseOpen, isTheirs, waitsFor } from '@/lib/incident/commands/feeding-back';
import type { AssignmentRow } from '@/lib/incident/model';
import { AssignmentFeedback } from './assignment-feedback';
import { Entry } from './entry';
import type { Making } from './sheet-initial';

const TONES: Record<AssignmentRow['state'], Tone> = {
  issued: 'amber',
  accepted: 'blue',
  refused: 'red',
  to_sign: 'amber',
  fed_back: 'amber',
  returned: 'red',
  settled: 'green',
};

/** One order to a unit: what is asked, by when, and what came of it. */
export function AssignmentEntry({ page, one }: { page: Making; one: AssignmentRow }) {
  const t = useTranslations('incident');
  const commands = useTranslations('commands');
  const { view, words, unitOf, nameOf, actor } = page;
  const isMine = isTheirs(one, actor);
  const signs = waitsFor(one, actor.id);
  const isOffice = actor.orgId === view.state.incident.orgId;
  const acts: [FormCommand, boolean][] = [
    ['signFeedback', signs],
    ['acceptAssignment', isMine && one.state === 'issued'],
    ['feedBack', isMine && isOwed(one)],
    ['refuseAssignment', isMine && one.state === 'issued'],
    ['settleAssignment', one.state === 'fed_back'],
    ['returnFeedback', signs || (one.state === 'fed_back' && isOffice)],
    ['keepPromise', isPromiseOpen(one) && (isMine || isOffice)],
    ['urge', isOwed(one)],
  ];
  const offered = acts.filter(([command, fits]) => fits && page.may(command));
  const points = one.points ?? [];
  const helpers = view.state.assignments.flatMap((other) =>
    one.isLead && !other.isLead && other.state !== 'refused' ? (unitOf(other.unitId) ?? []) : [],
  );
  return (
    <Entry
      title={`${unitOf(one.unitId) ?? ''} · ${words.option('assignmentKind', one.kind)}`}
      by={nameOf(one.issuedBy)}
      at={one.issuedAt}
      now={view.now}
      marks={
        <>
          <Badge tone={one.isLead ? 'accent' : 'neutral'}>
            {t(one.isLead ? 'leads' : 'helps')}
          </Badge>
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
        {one.acceptDueAt && one.state === 'issued' && (
          <>
            {' · '}
            {t('acceptBy')} <Time at={one.acceptDueAt} now={view.now} />
          </>
        )}
        {one.dueAt && (
          <>
            {' · '}
            {t('dueBy')} <Time at={one.dueAt} now={view.now} />
          </>
        )}
      </p>
      {(one.responsible || one.liaison) && (
        <p className="text-xs text-faint">
          {t('namesLine', {
            responsible: one.responsible ?? '—',
            liaison: one.liaison ?? '—',
          })}
        </p>
      )}
      {helpers.length > 0 && (
        <p className="text-xs text-faint">
          {t('helpers', { units: helpers.join(page.locale === 'en' ? ', ' : '、') })}
        </p>
      )}
      <p>{one.requirement ?? t('erased')}</p>
      {points.length > 0 && (
        <ol className="list-decimal ps-5">
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ol>
      )}
      {one.refusedAt && (
        <p className="text-red">
          {t('refusedBecause', {
            name: nameOf(one.refusedBy),
            reason: one.refuseReason ?? t('erased'),
          })}
        </p>
      )}
      {one.returnReason && one.state === 'returned' && (
        <p className="text-red">{t('returnedBecause', { reason: one.returnReason })}</p>
      )}
      <AssignmentFeedback page={page} one={one} />
      <PromiseLine page={page} one={one} />
    </Entry>
  );
}

/** What the citizen was promised, until when, and whether it was kept in time. */
function PromiseLine({ page, one }: { page: Making; one: AssignmentRow }) {
  const t = useTranslations('incident');
  const { now } = page.view;
  const { promiseDueAt, promiseKeptAt } = one;
  if (!promiseDueAt || one.state === 'to_sign') return null;
  const isLate = (promiseKeptAt ?? now) > promiseDueAt;
  const kept = isLate ? 'keptLate' : 'kept';
  const state = promiseKeptAt ? kept : isLate ? 'promiseLate' : 'promiseOpen';
  return (
    <p className="mt-2 flex flex-wrap items-baseline gap-x-2">
      <Badge tone={isLate ? 'red' : promiseKeptAt ? 'green' : 'amber'}>{t(state)}</Badge>
      <span>{t('promiseLine', { text: one.promise ?? t('erased') })}</span>
      <span className="text-xs text-faint">
        {t('dueBy')} <Time at={promiseDueAt} now={now} />
      </span>
      {promiseKeptAt && (
        <span className="text-xs text-faint">
          {one.promiseNote} <Time at={promiseKeptAt} now={now} />
        </span>
      )}
    </p>
  );
}
