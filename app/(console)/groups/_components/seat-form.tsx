import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/choices';
import { Input, Select } from '@/components/ui/inputs';
import { SubmitButton } from '@/components/ui/submit-button';
import { DUTIES } from '@/lib/group/duties';
import type { Group, GroupSeat } from '@/lib/group/server';
import { changeSeatAction } from '../actions';
import { Mark } from './mark';

/** One seat, or a new one: duty, person or vacancy, vote, numbers, place in the order. */
export function SeatForm({
  group,
  seat,
  people,
  action = changeSeatAction,
  isFirst = true,
  isLast = true,
}: {
  group: Group;
  seat: GroupSeat | null;
  people: { value: string; label: string }[];
  action?: (data: FormData) => Promise<void>;
  isFirst?: boolean;
  isLast?: boolean;
}) {
  const t = useTranslations('groups');
  const key = seat?.id ?? 'new';
  const holder = seat?.state === 'held' ? (seat.personId ?? '') : '';
  return (
    <form action={action} className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-12">
      <Mark group={group} />
      {seat && <input type="hidden" name="seatId" value={seat.id} />}
      <div className="lg:col-span-2">
        <Select
          id={`duty-${key}`}
          name="duty"
          label={t('dutyLabel')}
          defaultValue={seat?.duty ?? 'member'}
          options={DUTIES.map((duty) => ({ value: duty, label: t(`duty.${duty}`) }))}
        />
      </div>
      <div className="lg:col-span-3">
        <Select
          id={`person-${key}`}
          name="userId"
          label={t('person')}
          defaultValue={holder}
          options={[{ value: '', label: t('vacantOption') }, ...people]}
        />
      </div>
      <div className="lg:col-span-2">
        <Input
          id={`office-${key}`}
          name="officePhone"
          type="tel"
          label={t('officePhone')}
          defaultValue={seat?.officePhone ?? ''}
          maxLength={30}
        />
      </div>
      <div className="lg:col-span-2">
        <Input
          id={`mobile-${key}`}
          name="mobile"
          type="tel"
          label={t('mobile')}
          defaultValue={seat?.ownMobile ?? ''}
          placeholder={seat?.mobile ?? ''}
          maxLength={30}
        />
      </div>
      <div className="lg:col-span-3">
        <Checkbox
          id={`votes-${key}`}
          name="votes"
          label={t('votes')}
          defaultChecked={seat?.votes ?? false}
        />
      </div>
      <div className="flex flex-wrap gap-2 sm:col-span-2 lg:col-span-12">
        <SubmitButton name="act" value="save" variant={seat ? 'secondary' : 'primary'}>
          {seat ? t('save') : t('addSeat')}
        </SubmitButton>
        {seat && !isFirst && (
          <Button type="submit" name="act" value="up" variant="quiet">
            {t('up')}
          </Button>
        )}
        {seat && !isLast && (
          <Button type="submit" name="act" value="down" variant="quiet">
            {t('down')}
          </Button>
        )}
        {seat && (
          <Button type="submit" name="act" value="remove" variant="quiet">
            {t('remove')}
          </Button>
        )}
      </div>
    </form>
  );
}
