import type { PersonalDataKind } from '@/lib/mention/personal-data';

/** Words of the hint what will be masked; `item` has places for `{kind}` and `{count}`. */
export interface MaskTexts {
  title: string;
  item: string;
  kinds: Record<PersonalDataKind, string>;
}

/** The hint's words, by a translator over all namespaces. */
export function maskTexts(t: (key: string, values?: Record<string, string>) => string): MaskTexts {
  return {
    title: t('guards.mask.title'),
    item: t('guards.mask.item', { kind: '{kind}', count: '{count}' }),
    kinds: {
      email: t('guards.mask.kind.email'),
      id_number: t('guards.mask.kind.id_number'),
      bank_card: t('guards.mask.kind.bank_card'),
      phone: t('guards.mask.kind.phone'),
      landline: t('guards.mask.kind.landline'),
      plate: t('guards.mask.kind.plate'),
      child_name: t('guards.mask.kind.child_name'),
      patient_name: t('guards.mask.kind.patient_name'),
    },
  };
}
