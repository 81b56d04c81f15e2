import { getLocale, getTranslations } from 'next-intl/server';
import { Checkbox, RadioGroup } from '@/components/ui/choices';
import { toLocale } from '@/lib/i18n/locales';
import type { MessageTree } from '@/lib/i18n/messages';
import { loadMessages } from '@/lib/i18n/server';
import { HOUSE_RULES } from '@/lib/notify/house-rules';
import { ruleName } from '@/lib/notify/rule-sentence';
import { NOTICE_RULES } from '@/lib/notify/rules';
import { Fold } from './fold';

/** Which notices a group hears: all, chosen ones, or none but what others cannot deliver. */
export async function RuleFields({ rules }: { rules: readonly string[] | null }) {
  const t = await getTranslations('channels');
  const sentences = loadMessages(toLocale(await getLocale())).notices?.rule as MessageTree;
  const hears = rules === null ? 'all' : rules.length === 0 ? 'none' : 'some';
  return (
    <div className="space-y-2 sm:col-span-2">
      <RadioGroup
        name="hears"
        label={t('hears.label')}
        defaultValue={hears}
        options={(['all', 'some', 'none'] as const).map((value) => ({
          value,
          label: t(`hears.${value}`),
        }))}
      />
      <Fold title={t('hears.choose')} open={hears === 'some'}>
        <div className="grid gap-1 sm:grid-cols-2">
          {[...NOTICE_RULES, ...HOUSE_RULES].map((rule) => (
            <Checkbox
              key={rule}
              id={`rule-${rule}`}
              name="rule"
              value={rule}
              label={ruleName(sentences, rule)}
              defaultChecked={rules?.includes(rule) ?? false}
            />
          ))}
        </div>
      </Fold>
    </div>
  );
}
