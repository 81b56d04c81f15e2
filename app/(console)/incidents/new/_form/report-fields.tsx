'use client';

import { useTranslations } from 'next-intl';
import { Input, Select } from '@/components/ui/inputs';
import { REPORT_TARGETS } from './draft';
import type { FormPart } from './quick-log';

/** Who has been told, and how 记下并报告 reports. */
export function ReportFields({
  part: { draft, field, set },
  recipients,
  hasSuperior,
}: {
  part: FormPart;
  recipients: readonly string[];
  hasSuperior: boolean;
}) {
  const t = useTranslations('log');
  const targets = REPORT_TARGETS.filter((target) => hasSuperior || target !== 'superior');
  return (
    <fieldset className="border-t border-line pt-4">
      <legend className="sr-only">{t('report.legend')}</legend>
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)]">
        <div className="max-sm:col-span-2">
          <Input
            {...field('recipient')}
            label={draft.medium === 'oral' ? t('report.recipient') : t('report.addressee')}
            hint={draft.medium === 'oral' ? t('report.oralHint') : t('report.writtenHint')}
            maxLength={120}
            list="log-recipients"
            value={draft.recipient}
            onChange={(event) => set('recipient', event.target.value)}
          />
          <datalist id="log-recipients">
            {recipients.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </div>
        <Select
          {...field('target')}
          label={t('report.target')}
          options={targets.map((value) => ({ value, label: t(`report.to.${value}`) }))}
          value={draft.target}
          onChange={(event) => set('target', event.target.value)}
        />
        <Select
          {...field('medium')}
          label={t('report.medium')}
          options={[
            { value: 'oral', label: t('report.oral') },
            { value: 'written', label: t('report.written') },
          ]}
          value={draft.medium}
          onChange={(event) => set('medium', event.target.value)}
        />
      </div>
    </fieldset>
  );
}
