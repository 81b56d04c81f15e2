import { useTranslations } from 'next-intl';
import { CommandButton } from '@/components/incident/command-button';
import type { FormCommand } from '@/components/incident/form-types';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/layout';
import { Time } from '@/components/ui/time';
import { URGENT_GROUNDS } from '@/lib/incident/guard-keys';
import type { PlatformNoticeRow, PosterActionRow } from '@/lib/incident/model';
import { Entry, EntryList, Said } from './entry';
import type { Making } from './sheet-initial';

const TONES = {
  proposed: 'amber',
  reviewed: 'amber',
  approved: 'blue',
  refused: 'neutral',
  sent: 'green',
  answered: 'green',
} as const;

/** Notices to platforms, acting against a poster, flagged words and holds; nothing where none is. */
export function Guarded({ page }: { page: Making }) {
  const t = useTranslations('guards');
  const { platformNotices, posterActions, textFlags, holds } = page.view.state;
  const count = platformNotices.length + posterActions.length + textFlags.length + holds.length;
  if (count === 0) return null;
  const { words, nameOf } = page;
  const { now } = page.view;
  return (
    <Section id="guarded" title={t('section')} open summary={t('count', { count })}>
      <div className="space-y-5">
        <EntryList title={t('notices')} count={platformNotices.length}>
          {platformNotices.map((one) => (
            <Notice key={one.id} one={one} page={page} />
          ))}
        </EntryList>
        <EntryList title={t('actions')} count={posterActions.length}>
          {posterActions.map((one) => (
            <Action key={one.id} one={one} page={page} />
          ))}
        </EntryList>
        <EntryList title={t('holds')} count={holds.length}>
          {holds.map((one) => (
            <Entry
              key={one.id}
              title={words.option('holdKind', one.kind)}
              by={nameOf(one.placedBy)}
              at={one.placedAt}
              now={now}
              marks={
                <Badge tone={one.liftedAt ? 'neutral' : 'amber'}>
                  {one.liftedAt ? t('lifted', { name: nameOf(one.liftedBy) }) : t('holding')}
                </Badge>
              }
              actions={one.liftedAt ? null : act(page, 'liftHold', { holdId: one.id })}
            >
              <Said as={t('said.reason')}>{one.reason}</Said>
              <Said as={t('said.liftReason')}>{one.liftReason}</Said>
            </Entry>
          ))}
        </EntryList>
        <EntryList title={t('flags')} count={textFlags.length}>
          {textFlags.map((one) => (
            <Entry
              key={one.id}
              title={t(`flagKind.${one.kind}`)}
              by={nameOf(one.writtenBy)}
              at={one.flaggedAt}
              now={now}
              marks={<Badge tone="amber">{t('line', { seq: one.ofSeq })}</Badge>}
            >
              {one.excerpt}
            </Entry>
          ))}
        </EntryList>
      </div>
    </Section>
  );
}

function Notice({ one, page }: { one: PlatformNoticeRow; page: Making }) {
  const t = useTranslations('guards');
  const { words, nameOf, view, actor } = page;
  const preset = { noticeId: one.id };
  const isUrgent = URGENT_GROUNDS.includes(one.ground);
  const isOthers = one.proposedBy !== actor.id;
  const owesCountersign = isUrgent && one.approvedBy !== null && one.countersignedBy === null;
  return (
    <Entry
      title={`${words.option('noticeGround', one.ground)} · ${words.option('platform', one.platform)}`}
      by={nameOf(one.proposedBy)}
      at={one.proposedAt}
      now={view.now}
      marks={
        <>
          <Badge tone={TONES[one.state]}>{t(`state.${one.state}`)}</Badge>
          {owesCountersign && <Badge tone="amber">{t('owesCountersign')}</Badge>}
          {one.answerKind && <Badge>{words.option('noticeAnswer', one.answerKind)}</Badge>}
        </>
      }
      actions={
        <>
          {one.state === 'proposed' && isOthers && act(page, 'approvePlatformNotice', preset)}
          {one.state === 'proposed' && isOthers && act(page, 'refusePlatformNotice', preset)}
          {one.state === 'approved' && act(page, 'recordPlatformNotice', preset)}
          {owesCountersign &&
            one.approvedBy !== actor.id &&
            isOthers &&
            act(page, 'countersignPlatformNotice', preset)}
          {one.state === 'sent' && act(page, 'recordNoticeAnswer', preset)}
        </>
      }
    >
      <Said as={t('said.legalBasis')}>{one.legalBasis}</Said>
      <Said as={t('said.confirmation')}>{one.confirmation}</Said>
      <Said as={t('said.refused', { name: nameOf(one.refusedBy) })}>{one.refuseReason}</Said>
      <Said as={t('said.answer')}>{one.answer}</Said>
      <span className="block text-xs text-faint">
        {t('noCriticism')}
        {one.approvedBy && ` · ${t('approvedBy', { name: nameOf(one.approvedBy) })}`}
        {one.secondBy && ` · ${t('approvedBy', { name: nameOf(one.secondBy) })}`}
        {one.countersignedBy && ` · ${t('countersignedBy', { name: nameOf(one.countersignedBy) })}`}
        {one.sentAt && (
          <>
            {' · '}
            {t('sent')} <Time at={one.sentAt} now={view.now} />
          </>
        )}
      </span>
    </Entry>
  );
}

function Action({ one, page }: { one: PosterActionRow; page: Making }) {
  const t = useTranslations('guards');
  const { words, nameOf, view, actor } = page;
  const preset = { posterActionId: one.id };
  const isPending = one.state === 'proposed' || one.state === 'reviewed';
  const mayDecide = isPending && ![one.proposedBy, one.legalBy].includes(actor.id);
  return (
    <Entry
      title={`${words.option('posterActionKind', one.kind)} · ${words.option('posterAuthority', one.authority)}`}
      by={nameOf(one.proposedBy)}
      at={one.proposedAt}
      now={view.now}
      marks={<Badge tone={TONES[one.state]}>{t(`state.${one.state}`)}</Badge>}
      actions={
        <>
          {one.state === 'proposed' && mayDecide && act(page, 'reviewPosterAction', preset)}
          {mayDecide && act(page, 'approvePosterAction', preset)}
          {mayDecide && act(page, 'refusePosterAction', preset)}
          {one.state === 'approved' && act(page, 'recordPosterAction', preset)}
        </>
      }
    >
      <Said as={t('said.statement')}>{one.statement}</Said>
      <Said as={t('said.article')}>{one.article}</Said>
      <Said as={t('said.harm')}>{one.harm}</Said>
      <Said as={t('said.legalOpinion')}>{one.legalOpinion}</Said>
      <Said as={t('said.refused', { name: nameOf(one.refusedBy) })}>{one.refuseReason}</Said>
      <span className="block text-xs text-faint">
        {[
          words.option('category', one.category),
          one.legalBy && t('reviewedBy', { name: nameOf(one.legalBy) }),
          one.approvedBy && t('approvedBy', { name: nameOf(one.approvedBy) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </Entry>
  );
}

/** The button of a command, where it is on offer to this person. */
function act(page: Making, command: FormCommand, preset: Record<string, string>) {
  return page.may(command) ? <Act command={command} preset={preset} /> : null;
}

function Act({ command, preset }: { command: FormCommand; preset: Record<string, string> }) {
  const commands = useTranslations('commands');
  return (
    <CommandButton command={command} preset={preset} size="sm">
      {commands(`label.${command}`)}
    </CommandButton>
  );
}
