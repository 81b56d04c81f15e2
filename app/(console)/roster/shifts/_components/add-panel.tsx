import { useTranslations } from 'next-intl';
import { Input, Select } from '@/components/ui/inputs';
import { Panel } from '@/components/ui/layout';
import { SubmitButton } from '@/components/ui/submit-button';
import { PlaceSelects } from '../../_components/place-selects';
import { RosterSelect } from '../../_components/roster-select';
import { addShiftsAction } from '../actions';

/** The form that adds a shift, once, every day or every week. */
export function AddPanel({
  rosters,
  people,
  search,
  firstDay,
}: {
  rosters: readonly { id: string; name: string; revision: number }[];
  people: readonly { id: string; name: string }[];
  search: Readonly<Record<string, string | undefined>>;
  firstDay: string;
}) {
  const t = useTranslations('roster');
  return (
    <Panel id="add" title={t('shift.add')}>
      <p className="mb-3 text-faint">{t('shift.addHint')}</p>
      <form
        action={addShiftsAction}
        className="grid gap-3 sm:grid-cols-3 lg:grid-cols-5 lg:items-start"
      >
        <RosterSelect rosters={rosters} label={t('plan.roster')} chosen={search.mark} />
        <Input
          type="date"
          name="firstDay"
          label={t('plan.firstDay')}
          defaultValue={search.firstDay ?? firstDay}
          required
        />
        <Input
          type="time"
          name="start"
          label={t('plan.start')}
          defaultValue={search.start ?? '08:30'}
          required
        />
        <Input
          type="time"
          name="end"
          label={t('plan.end')}
          hint={t('plan.endHint')}
          defaultValue={search.end ?? '08:30'}
          required
        />
        <PlaceSelects people={people} chosen={search} />
        <Select
          name="every"
          label={t('shift.every')}
          options={[
            { value: 'once', label: t('shift.once') },
            { value: 'day', label: t('shift.daily') },
            { value: 'week', label: t('shift.weekly') },
          ]}
          defaultValue={search.every ?? 'once'}
        />
        <Input
          type="date"
          name="until"
          label={t('shift.until')}
          hint={t('shift.untilOnce')}
          defaultValue={search.until}
        />
        <SubmitButton variant="secondary" className="sm:mt-6">
          {t('shift.addDo')}
        </SubmitButton>
      </form>
    </Panel>
  );
}
