import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/layout';
import { SubmitButton } from '@/components/ui/submit-button';
import { TimeSpan } from '@/components/ui/time';
import { formatLocal } from '@/lib/calendar';
import type { OpenSwap, OwnTurn, SwapDesk } from '@/lib/duty/server';
import { toDateTimeLocal } from '@/lib/i18n/format';
import { answerSwapAction } from '../actions';
import { SwapForm, type TurnChoice } from './swap-form';

/** 调班: swaps under way with what there is to do, and the form that asks for one. */
export function SwapPanel({
  desk: { now, turns, colleagues, swaps },
  search,
}: {
  desk: SwapDesk;
  search: Readonly<Record<string, string | undefined>>;
}) {
  const t = useTranslations('roster');
  if (turns.length === 0 && swaps.length === 0) return null;
  const labelOf = ({ place, startsAt, endsAt }: OwnTurn) =>
    `${t(`place.${place}`)} ${formatLocal(startsAt)} – ${formatLocal(endsAt).slice(5)}`;
  const choiceOf = (turn: OwnTurn, value: readonly string[]): TurnChoice => ({
    value: value.join(' '),
    label: labelOf(turn),
    rosterId: turn.rosterId,
    place: turn.place,
    from: toDateTimeLocal(turn.startsAt),
    to: toDateTimeLocal(turn.endsAt),
  });
  return (
    <div data-no-print="">
      <Panel id="swaps" title={t('swap.title')} count={swaps.length}>
        {swaps.length > 0 && (
          <ul className="mb-4 divide-y divide-line">
            {swaps.map((swap) => (
              <SwapLine key={swap.id} swap={swap} now={now} />
            ))}
          </ul>
        )}
        {turns.length > 0 && (
          <SwapForm
            key={`${search.turn} ${search.done}`}
            turns={turns.map((turn) =>
              choiceOf(turn, [turn.rosterId, turn.place, turn.startsAt, turn.endsAt]),
            )}
            colleagues={colleagues.map(({ id, name, turns: theirs }) => ({
              id,
              name,
              turns: theirs.map((turn) => choiceOf(turn, [turn.startsAt, turn.endsAt])),
            }))}
            kept={{ turn: search.turn, colleagueId: search.colleagueId }}
            texts={{
              turn: t('swap.turn'),
              colleague: t('swap.colleague'),
              choose: t('swap.choose'),
              inReturn: t('swap.inReturn'),
              nothing: t('swap.nothing'),
              part: t('swap.part'),
              partHint: t('swap.partHint'),
              from: t('from'),
              to: t('to'),
              ask: t('swap.ask'),
            }}
          />
        )}
      </Panel>
    </div>
  );
}

function SwapLine({ swap, now }: { swap: OpenSwap; now: string }) {
  const t = useTranslations('roster');
  const hidden = (next: string) => (
    <>
      <input type="hidden" name="swapId" value={swap.id} />
      <input type="hidden" name="next" value={next} />
    </>
  );
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <span className="font-medium">
        {t('swap.line', { asker: swap.askedBy, colleague: swap.colleague })}
      </span>
      <span>
        <TimeSpan startsAt={swap.startsAt} endsAt={swap.endsAt} now={now} />
      </span>
      <span className="text-faint">{t(`place.${swap.place}`)}</span>
      {swap.inReturn && (
        <span>
          {t('swap.back')}{' '}
          <TimeSpan startsAt={swap.inReturn.startsAt} endsAt={swap.inReturn.endsAt} now={now} />
        </span>
      )}
      <Badge tone={swap.isAccepted ? 'amber' : undefined}>
        {swap.isAccepted ? t('swap.accepted') : t('swap.asked')}
      </Badge>
      {swap.next && (
        <form action={answerSwapAction} className="flex gap-2">
          {hidden(swap.next)}
          <SubmitButton size="sm" name="says" value="yes">
            {swap.next === 'answer' ? t('swap.agree') : t('swap.approve')}
          </SubmitButton>
          <SubmitButton size="sm" variant="secondary" name="says" value="no">
            {swap.next === 'answer' ? t('swap.decline') : t('swap.refuse')}
          </SubmitButton>
        </form>
      )}
      {swap.isMine && (
        <form action={answerSwapAction}>
          {hidden('withdraw')}
          <SubmitButton size="sm" variant="secondary" name="says" value="no">
            {t('swap.withdraw')}
          </SubmitButton>
        </form>
      )}
    </li>
  );
}
