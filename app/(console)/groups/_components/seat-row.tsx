import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Badge } from '@/components/ui/badge';
import type { GroupSeat } from '@/lib/group/server';
import { SeatForm } from './seat-form';

/** A seat in one line that opens into its form; one without a person stands open. */
export function SeatRow({
  seat,
  ...form
}: Omit<ComponentProps<typeof SeatForm>, 'seat' | 'action'> & { seat: GroupSeat }) {
  const t = useTranslations('groups');
  const isHeld = seat.state === 'held';
  const phones = [seat.officePhone, seat.mobile].filter(Boolean).join(' · ');
  return (
    <li>
      <details open={!isHeld} className="group/seat">
        <summary className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 rounded-md py-2 hover:bg-sunken">
          <svg
            viewBox="0 0 12 12"
            aria-hidden="true"
            className="size-3 shrink-0 fill-none stroke-faint stroke-2 transition-transform group-open/seat:rotate-90"
          >
            <path d="m4 2 4 4-4 4" />
          </svg>
          <span className="w-24 text-soft max-sm:w-auto">{t(`duty.${seat.duty}`)}</span>
          {isHeld ? (
            <>
              <span className="font-medium">{seat.name}</span>
              <span className="text-xs text-faint">
                {[seat.title, seat.org].filter(Boolean).join(' · ')}
              </span>
            </>
          ) : (
            <Badge tone="red">
              {seat.name ? t('leftSeat', { name: seat.name }) : t('vacantSeat')}
            </Badge>
          )}
          <span className="ms-auto flex flex-wrap gap-x-3 text-xs text-faint">
            {seat.votes && <span>{t('votes')}</span>}
            {isHeld && <span className="tabular-nums max-sm:hidden">{phones}</span>}
          </span>
        </summary>
        <div className="pt-1 pb-4">
          <SeatForm seat={seat} {...form} />
        </div>
      </details>
    </li>
  );
}
