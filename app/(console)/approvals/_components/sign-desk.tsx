import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/notice';
import { Problem } from '@/lib/access/problem';
import { toLocale } from '@/lib/i18n/locales';
import type { Actor } from '@/lib/incident/context';
import {
  type SignatureCard as Card,
  loadSignatureCard,
  type WaitingSignature,
} from '@/lib/incident/server';
import { CommandDesk } from '../../incidents/[id]/_components/command-desk';
import { loadMaking } from '../../incidents/[id]/_components/making';
import { ChainLine } from './chain-line';
import { CommentsToSign, TextToSign } from './comment-desk';
import { DecideBar, type DecideTexts } from './decide-bar';
import { Queue, QueuePager } from './queue';
import { SignatureCard } from './signature-card';

/** The text that is up for signing, the others beside it, and the bar at the thumb. */
export async function SignDesk({
  actor,
  signatures,
  chosen,
  now,
}: {
  actor: Actor;
  signatures: readonly WaitingSignature[];
  chosen: string | undefined;
  now: string;
}) {
  const t = await getTranslations('approvals');
  const locale = toLocale(await getLocale());
  const language = locale === 'en' ? 'en' : 'zh';
  const waiting = signatures.find((one) => one.stepId === chosen) ?? signatures[0];
  const card = waiting ? await loadSignatureCard(waiting) : null;
  const page = card && (await loadMaking(actor, card.incidentId).catch(noneWhereHidden));
  const outside = card?.outside?.[language] ?? null;
  const texts = await decideTexts(card, outside, language);
  const target = card && {
    stepId: card.stepId,
    incidentId: card.incidentId,
    wordingId: card.wordingId,
    contentHash: card.contentHash,
  };
  return (
    <DecideBar target={target} texts={texts}>
      {card ? (
        <div className="grid items-start gap-4 lg:grid-cols-[240px_minmax(0,1fr)] xl:grid-cols-[260px_minmax(0,1fr)_280px]">
          <div className="max-lg:hidden">
            <Queue signatures={signatures} current={card.stepId} now={now} locale={locale} />
          </div>
          <div className="min-w-0 space-y-3">
            <QueuePager signatures={signatures} current={card.stepId} />
            <SignatureCard
              card={card}
              now={now}
              {...(page && {
                text: <TextToSign page={page} wordingId={card.wordingId} />,
                comments: <CommentsToSign page={page} wordingId={card.wordingId} />,
              })}
            />
            <div className="xl:hidden">
              <ChainLine card={card} now={now} isFolded />
            </div>
          </div>
          <div className="max-xl:hidden">
            <ChainLine card={card} now={now} />
          </div>
        </div>
      ) : (
        <div className="rounded-md border border-line bg-paper">
          <EmptyState title={t('nothingToSign')}>{t('nothingToSignHint')}</EmptyState>
        </div>
      )}
      {page && card && <CommandDesk key={card.incidentId} incidentId={card.incidentId} />}
    </DecideBar>
  );
}

/** Whoever may sign and not open the incident reads the text, and comments by returning it. */
function noneWhereHidden(error: unknown): null {
  if (error instanceof Problem && error.code === 'NOT_FOUND') return null;
  throw error;
}

async function decideTexts(
  card: Card | null,
  outside: string | null,
  locale: 'zh' | 'en',
): Promise<DecideTexts> {
  const [t, words] = await Promise.all([getTranslations('approvals'), getTranslations('words')]);
  const title = card?.wordingTitle ?? '';
  const open = card?.steps.find((step) => step.state === 'open');
  const next = card?.steps.find((step) => step.state === 'waiting');
  const left = open ? open.needed - open.decisions.filter((one) => !one.isVoid).length - 1 : 0;
  const done = card?.kind === 'internal_line' ? t('thenDoneInternal') : t('thenDone');
  const roleName = (role: string) => (role === 'group' ? t('group') : words(`role.${role}`));
  const onward = next ? t('thenNext', { next: roleName(next.role) }) : done;
  const passed = (card?.steps ?? []).flatMap((step, index) =>
    step.state === 'approved'
      ? [
          {
            value: step.id,
            label: t('returnToStep', {
              position: index + 1,
              step: step.label?.[locale] ?? roleName(step.role),
            }),
          },
        ]
      : [],
  );
  return {
    approve: t('approve'),
    confirmApprove: t('confirmApprove', { version: card?.version ?? 0 }),
    afterwards: left > 0 ? t('thenMore', { count: left }) : onward,
    outside: outside && t('outside', { outside }),
    outsideHint: t('outsideHint'),
    found: card?.asksProofread ? t('proofread') : null,
    giveBack: t('return'),
    confirmReturn: t('confirmReturn'),
    returnTo: {
      label: t('returnTo'),
      options: [{ value: '', label: t('returnToDrafter') }, ...passed],
    },
    reason: t('reason'),
    reasonHint: t('reasonHint'),
    cancel: t('cancel'),
    working: t('working'),
    doneApprove: t('doneApprove', { title }),
    doneReturn: t('doneReturn', { title }),
    offline: t('refused.offline'),
    reference: t('refused.reference', { reference: '{reference}' }),
    refused: {
      content_changed: t('refused.content_changed'),
      approval_not_running: t('refused.approval_not_running'),
      not_your_step: t('refused.not_your_step'),
      not_an_earlier_step: t('refused.not_an_earlier_step'),
      already_approved_step: t('refused.already_approved_step'),
      outside_reference_needed: t('refused.outside_reference_needed'),
      proofread_needed: t('refused.proofread_needed'),
      recused: t('refused.recused'),
      drafter_may_not_approve: t('refused.drafter_may_not_approve'),
      incident_ended: t('refused.incident_ended'),
      other: t('refused.other'),
    },
  };
}
