import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Select } from '@/components/ui/inputs';
import { Panel } from '@/components/ui/layout';
import { SubmitButton } from '@/components/ui/submit-button';
import { Time } from '@/components/ui/time';
import { formatLocal } from '@/lib/calendar';
import type { SwapDesk } from '@/lib/duty/server';
import { answerSwapAction, askForSwapAction } from '../actions';

/** 调班: swaps under way with what there is to do, and the form that asks for one. */
export function SwapPanel({ desk: { now, turns, colleagues, swaps } }: { desk: SwapDesk }) {
  const t = useTranslations('roster');
  if (turns.length === 0 && swaps.length === 0) return null;
  return (
    <div data-no-print="">
      <Panel id="swaps" title={t('swap.title')}>
        {swaps.length > 0 && (
          <ul className="mb-4 space-y-2">
            {swaps.map((swap) => (
              <li key={swap.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span>{t('swap.line', { asker: swap.askedBy, colleague: swap.colleague })}</span>
                <span>
                  <Time at={swap.startsAt} now={now} /> – <Time at={swap.endsAt} now={now} />
                </span>
                <span className="text-faint">{t(`place.${swap.place}`)}</span>
                <Badge tone={swap.isAccepted ? 'amber' : undefined}>
                  {swap.isAccepted ? t('swap.accepted') : t('swap.asked')}
                </Badge>
                {swap.next && (
                  <form action={answerSwapAction} className="flex gap-2">
                    <input type="hidden" name="swapId" value={swap.id} />
                    <input type="hidden" name="next" value={swap.next} />
                    <SubmitButton size="sm" name="says" value="yes">
                      {swap.next === 'answer' ? t('swap.agree') : t('swap.approve')}
                    </SubmitButton>
                    <SubmitButton size="sm" variant="secondary" name="says" value="no">
                      {swap.next === 'answer' ? t('swap.decline') : t('swap.refuse')}
                    </SubmitButton>
                  </form>
                )}
              </li>
            ))}
          </ul>
        )}
        {turns.length > 0 && (
          <form action={askForSwapAction} className="flex flex-wrap items-end gap-3">
            <Select
              name="turn"
              label={t('swap.turn')}
              className="grow sm:max-w-md"
              options={turns.map(({ rosterId, place, startsAt, endsAt }) => ({
                value: [rosterId, place, startsAt, endsAt].join(' '),
                label: `${t(`place.${place}`)} ${formatLocal(startsAt)} – ${formatLocal(endsAt)}`,
              }))}
              required
            />
            <Select
              name="colleagueId"
              label={t('swap.colleague')}
              placeholder={t('swap.choose')}
              options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
              required
            />
            <SubmitButton variant="secondary">{t('swap.ask')}</SubmitButton>
          </form>
        )}
      </Panel>
    </div>
  );
}
