'use client';

import { useTranslations } from 'next-intl';
import { Select } from '@/components/ui/inputs';
import type { FormPart } from './quick-log';

/** 按哪份预案: only where there is a choice; the default is taken unless somebody says otherwise. */
export function PlanField({
  part: { draft, field, set },
  plans,
}: {
  part: FormPart;
  plans: readonly { key: string; title: string }[];
}) {
  const t = useTranslations('log');
  const [first, ...others] = plans;
  if (!first || others.length === 0) return null;
  const known = others.some((one) => one.key === draft.planKey);
  return (
    <Select
      {...field('planKey')}
      label={t('planKey.label')}
      className="border-t border-line pt-4 sm:w-96"
      options={[
        { value: '', label: t('planKey.default', { plan: first.title }) },
        ...others.map(({ key, title }) => ({ value: key, label: title })),
      ]}
      value={known ? draft.planKey : ''}
      onChange={(event) => set('planKey', event.target.value)}
    />
  );
}
