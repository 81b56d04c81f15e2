import { useTranslations } from 'next-intl';
import { Select } from '@/components/ui/inputs';
import { PLACES } from '@/lib/duty/resolve';

/** Who stands in the three places of a shift; nobody is a choice. */
export function PlaceSelects({
  people,
  chosen,
}: {
  people: readonly { id: string; name: string }[];
  chosen: Readonly<Record<string, string | null | undefined>>;
}) {
  const t = useTranslations('roster');
  return PLACES.map((place) => (
    <Select
      key={place}
      name={`${place}Id`}
      label={t(`place.${place}`)}
      placeholder={t('shift.nobody')}
      options={people.map(({ id, name }) => ({ value: id, label: name }))}
      defaultValue={chosen[`${place}Id`] ?? ''}
    />
  ));
}
