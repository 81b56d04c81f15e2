import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Badge, type Tone } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button';
import { Input } from '@/components/ui/inputs';
import { Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { Time } from '@/components/ui/time';
import type { AcknowledgementRow } from '@/lib/wording/server';
import { decideAction } from '../actions';
import { Fold } from './fold';
import { ProposeForm } from './propose-form';

const TONES = {
  proposed: 'amber',
  agreed: 'green',
  ending: 'amber',
  expired: 'red',
  refused: 'neutral',
  revoked: 'neutral',
} satisfies Record<string, Tone>;

interface Rights {
  mayPropose: boolean;
  mayAgree: boolean;
  now: string;
}

/** 受理回复语: texts the officer may answer with at once, because a leader agreed to them. */
export async function AgreedTexts({
  texts,
  ...rights
}: Rights & { texts: readonly AcknowledgementRow[] }) {
  const t = await getTranslations('workshop');
  const isLive = ({ state }: AcknowledgementRow) => state === 'proposed' || state === 'agreed';
  const live = texts.filter(isLive);
  const earlier = texts.filter((one) => !isLive(one));
  return (
    <Panel id="agreed" title={t('agreed')} count={live.length} flush>
      <div className="space-y-3 border-b border-line p-4">
        <p className="max-w-prose text-soft">{t('agreedLead')}</p>
        {rights.mayPropose && (
          <Fold label={t('proposeOne')}>
            <ProposeForm inForce={live.filter((one) => one.state === 'agreed')} />
          </Fold>
        )}
      </div>
      {live.length === 0 && <EmptyState title={t('noAgreed')}>{t('noAgreedHint')}</EmptyState>}
      <ul className="divide-y divide-line">
        {live.map((one) => (
          <AgreedText key={one.id} one={one} {...rights} />
        ))}
      </ul>
      {earlier.length > 0 && (
        <details className="border-t border-line">
          <summary className="px-4 py-3 text-accent hover:underline">
            {t('earlier', { count: earlier.length })}
          </summary>
          <ul className="divide-y divide-line">
            {earlier.map((one) => (
              <AgreedText key={one.id} one={one} {...rights} />
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}

const SOON_MS = 14 * 86_400_000;

/** How a text stands now: one that was agreed to ends by itself. */
function stateOf({ state, validUntil }: AcknowledgementRow, now: string) {
  if (state !== 'agreed') return state;
  if (validUntil <= now) return 'expired';
  return Date.parse(validUntil) - Date.parse(now) < SOON_MS ? 'ending' : 'agreed';
}

async function AgreedText({
  one,
  mayPropose,
  mayAgree,
  now,
}: Rights & { one: AcknowledgementRow }) {
  const t = await getTranslations('workshop');
  const state = stateOf(one, now);
  const isOpen = one.state === 'proposed';
  const mayDecide = isOpen && mayAgree && !one.isOwn;
  // Whoever decides does not take it back for the proposer.
  const mayRevoke = mayPropose && (one.state === 'agreed' || (isOpen && !mayDecide));
  const name = one.name ?? one.key;
  return (
    <li className="px-4 py-3">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Badge tone={TONES[state]}>{t(`agreedState.${state}`)}</Badge>
        <span className="font-medium">{name}</span>
        <span className="text-xs text-faint">
          {t('proposedBy', { name: one.proposedBy })}
          {one.decidedBy && one.decidedAt && (
            <>
              {' · '}
              {t('decidedBy', { name: one.decidedBy })}{' '}
              <Time at={one.decidedAt} now={now} show="date" />
            </>
          )}
          {' · '}
          {t('validUntil')} <Time at={one.validUntil} now={now} show="date" />
        </span>
      </p>
      <p className="mt-1.5 max-w-prose break-words whitespace-pre-wrap">{one.text}</p>
      {one.refusedFor && (
        <p className="mt-1.5 text-soft">{t('refusedFor', { reason: one.refusedFor })}</p>
      )}
      <div className="mt-2 flex flex-wrap items-start gap-2 empty:hidden">
        {mayDecide && <Act id={one.id} act="agreed" label={t('agree')} name={name} isMain />}
        {mayDecide && (
          <details className="min-w-0">
            <summary className={buttonClass({ size: 'sm' })}>{t('refuseIt')}</summary>
            <Act id={one.id} act="refused" label={t('refuseNow')} name={name}>
              <Input
                name="reason"
                id={`reason-${one.id}`}
                label={t('refusalReason')}
                required
                maxLength={200}
              />
            </Act>
          </details>
        )}
        {mayRevoke && (
          <Act id={one.id} act="revoked" label={t(isOpen ? 'takeBack' : 'revoke')} name={name} />
        )}
      </div>
    </li>
  );
}

/** One decision on a text, with what it needs besides. */
function Act({
  id,
  act,
  label,
  name,
  isMain = false,
  children,
}: {
  id: string;
  act: 'agreed' | 'refused' | 'revoked';
  label: string;
  name: string;
  isMain?: boolean;
  children?: ReactNode;
}) {
  return (
    <form action={decideAction} className={children ? 'mt-2 space-y-2' : undefined}>
      <input type="hidden" name="acknowledgementId" value={id} />
      <input type="hidden" name="act" value={act} />
      {children}
      <SubmitButton
        size="sm"
        variant={isMain ? 'primary' : 'secondary'}
        aria-label={`${label} ${name}`}
      >
        {label}
      </SubmitButton>
    </form>
  );
}
