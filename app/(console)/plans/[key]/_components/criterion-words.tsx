import { useLocale, useTranslations } from 'next-intl';
import { toLocale } from '@/lib/i18n/locales';
import type { Criterion } from '@/lib/plan/criteria';
import { criterionText } from '@/lib/plan/criterion-text';

/** A criterion as people say it; branches as lists under 任一 or 同时. */
export function CriterionWords({ criterion }: { criterion: Criterion }) {
  const t = useTranslations('plans');
  const locale = toLocale(useLocale());
  const branches = 'all' in criterion ? criterion.all : 'any' in criterion ? criterion.any : null;
  if (!branches) return <span>{criterionText(criterion)[locale === 'en' ? 'en' : 'zh']}</span>;
  return (
    <>
      <span className="text-xs text-faint">{'all' in criterion ? t('allOf') : t('anyOf')}</span>
      <ul className="list-disc ps-5">
        {branches.map((branch) => (
          <li key={JSON.stringify(branch)}>
            <CriterionWords criterion={branch} />
          </li>
        ))}
      </ul>
    </>
  );
}
