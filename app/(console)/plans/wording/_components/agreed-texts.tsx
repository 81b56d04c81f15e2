import { getTranslations } from 'next-intl/server';
import { Badge, type Tone } from '@/components/ui/badge';
import { Input } from '@/components/ui/inputs';
import { Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { Time } from '@/components/ui/time';
import type { AcknowledgementRow } from '@/lib/wording/server';
import { decideAction } from '../actions';
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
          <ProposeForm inForce={live.filter((one) => one.state === 'agreed')} />
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
  const acts = [
    ...(one.state === 'proposed' && mayAgree && !one.isOwn ? (['agreed', 'refused'] as const) : []),
    ...(mayPropose && (one.state === 'proposed' || one.state === 'agreed')
      ? (['revoked'] as const)
      : []),
  ];
  const labels = { agreed: t('agree'), refused: t('refuseIt'), revoked: t('revoke') };
  return (
    <li className="px-4 py-3">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Badge tone={TONES[state]}>{t(`agreedState.${state}`)}</Badge>
        <span className="font-medium">{one.name ?? one.key}</span>
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
      {acts.length > 0 && (
        <div className="mt-2 flex flex-wrap items-end gap-2">
          {acts.map((act) => (
            <form key={act} action={decideAction} className="flex flex-wrap items-end gap-2">
              <input type="hidden" name="acknowledgementId" value={one.id} />
              <input type="hidden" name="act" value={act} />
              {act === 'refused' && (
                <Input
                  name="reason"
                  id={`reason-${one.id}`}
                  label={t('refusalReason')}
                  required
                  maxLength={200}
                />
              )}
              <SubmitButton
                size="sm"
                variant={act === 'agreed' ? 'primary' : 'secondary'}
                aria-label={`${labels[act]} ${one.name ?? one.key}`}
              >
                {labels[act]}
              </SubmitButton>
            </form>
          ))}
        </div>
      )}
    </li>
  );
}
