import { useTranslations } from 'next-intl';
import { CommandButton } from '@/components/incident/command-button';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/layout';
import { Time } from '@/components/ui/time';
import type { ConsultationRow, InstructionRow, ReferralRow } from '@/lib/incident/model';
import { Entry, EntryList } from './entry';
import type { Making } from './sheet-initial';

const TONES = { requested: 'amber', accepted: 'green', refused: 'red' } as const;

/** What came from above, who met about it, and what was asked of others; nothing while empty. */
export function Orders({ page }: { page: Making }) {
  const t = useTranslations('incident');
  const { instructions, consultations, referrals } = page.view.state;
  const open = instructions.filter((one) => one.replyOwed && !one.answeredAt).length;
  const count = instructions.length + consultations.length + referrals.length;
  const waiting = referrals.filter((one) => one.state === 'requested').length;
  if (count === 0) return null;
  return (
    <Section
      id="orders"
      title={t('section.orders')}
      open={open + waiting > 0}
      summary={t('orderCount', {
        open,
        instructions: instructions.length,
        consultations: consultations.length,
        referrals: referrals.length,
      })}
    >
      <div className="space-y-5">
        <EntryList title={t('instructions')} count={instructions.length}>
          {instructions.map((one) => (
            <Instruction key={one.id} page={page} one={one} />
          ))}
        </EntryList>
        <EntryList title={t('consultations')} count={consultations.length}>
          {consultations.map((one) => (
            <Consultation key={one.id} page={page} one={one} />
          ))}
        </EntryList>
        <EntryList title={t('referrals')} count={referrals.length}>
          {referrals.map((one) => (
            <Referral key={one.id} page={page} one={one} />
          ))}
        </EntryList>
      </div>
    </Section>
  );
}

function Instruction({ page, one }: { page: Making; one: InstructionRow }) {
  const t = useTranslations('incident');
  const commands = useTranslations('commands');
  const { view, words, nameOf } = page;
  const isOwed = one.replyOwed && !one.answeredAt;
  return (
    <Entry
      title={`${words.option('instructionSource', one.source)}${one.number ? ` · ${one.number}` : ''}`}
      by={nameOf(one.recordedBy)}
      at={one.receivedAt}
      now={view.now}
      marks={
        <>
          {one.issuer && <Badge>{one.issuer}</Badge>}
          {one.answeredAt ? (
            <Badge tone="green">
              {t('answered')} <Time at={one.answeredAt} now={view.now} />
            </Badge>
          ) : (
            <Badge tone={isOwed ? 'amber' : 'neutral'}>
              {t(isOwed ? 'answerOwed' : 'noAnswerOwed')}
            </Badge>
          )}
        </>
      }
      actions={
        isOwed && page.may('answerInstruction') ? (
          <CommandButton command="answerInstruction" preset={{ instructionId: one.id }} size="sm">
            {commands('label.answerInstruction')}
          </CommandButton>
        ) : null
      }
    >
      {one.dueAt && (
        <p className="text-xs text-faint">
          {t('dueBy')} <Time at={one.dueAt} now={view.now} />
        </p>
      )}
      <p>{one.content ?? t('erased')}</p>
      {one.answeredAt && (
        <p className="mt-1">
          {t('answerLine', { text: one.answer ?? t('erased') })}
          {one.answerReference && `（${one.answerReference}）`}
        </p>
      )}
    </Entry>
  );
}

function Consultation({ page, one }: { page: Making; one: ConsultationRow }) {
  const t = useTranslations('incident');
  const { view, words, nameOf } = page;
  return (
    <Entry
      title={words.option('consultationMedium', one.medium)}
      by={nameOf(one.recordedBy)}
      at={one.heldAt}
      now={view.now}
      marks={one.minutesNumber && <Badge>{one.minutesNumber}</Badge>}
    >
      <p className="text-xs text-faint">{t('attendees', { text: one.attendees ?? t('erased') })}</p>
      <p>{one.decisions ?? t('erased')}</p>
    </Entry>
  );
}

function Referral({ page, one }: { page: Making; one: ReferralRow }) {
  const t = useTranslations('incident');
  const commands = useTranslations('commands');
  const { view, words, nameOf, actor } = page;
  const answering = one.toOrgId ?? view.state.incident.orgId;
  const mayAnswer =
    one.state === 'requested' && answering === actor.orgId && page.may('answerReferral');
  return (
    <Entry
      title={`${words.option('referralKind', one.kind)} · ${one.toOrgId ? t('orgAbove') : (one.recipient ?? t('erased'))}`}
      by={nameOf(one.requestedBy)}
      at={one.requestedAt}
      now={view.now}
      marks={<Badge tone={TONES[one.state]}>{t(`referralState.${one.state}`)}</Badge>}
      actions={
        mayAnswer ? (
          <CommandButton command="answerReferral" preset={{ referralId: one.id }} size="sm">
            {commands('label.answerReferral')}
          </CommandButton>
        ) : null
      }
    >
      <p>{one.content ?? t('erased')}</p>
      {one.answeredAt && (
        <p className="mt-1">{t('answerLine', { text: one.answer ?? t('erased') })}</p>
      )}
    </Entry>
  );
}
