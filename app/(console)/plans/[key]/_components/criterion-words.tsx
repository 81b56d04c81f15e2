import { useLocale, useTranslations } from 'next-intl';
import { joinWords } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import type { Criterion } from '@/lib/plan/criteria';

/** A criterion as people say it; branches as lists under 任一 or 同时. */
export function CriterionWords({ criterion }: { criterion: Criterion }) {
  const t = useTranslations('plans');
  const say = useLeaf();
  const branches = 'all' in criterion ? criterion.all : 'any' in criterion ? criterion.any : null;
  if (!branches) return <span>{say(criterion)}</span>;
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

function useLeaf() {
  const t = useTranslations('plans');
  const locale = toLocale(useLocale());
  return (one: Criterion): string => {
    if ('count' in one) {
      const what = t(`count.${one.count}`);
      if (one.atLeast === undefined) return t('atMost', { what, count: one.atMost ?? 0 });
      if (one.atMost === undefined) return t('atLeast', { what, count: one.atLeast });
      return t('between', { what, from: one.atLeast, to: one.atMost });
    }
    if ('mediaTier' in one) {
      const tiers = one.mediaTier.map((tier) => t(`tier.${tier}`));
      return t('mediaTier', { tiers: joinWords(tiers, locale) });
    }
    if ('is' in one) return t(`is.${one.is}.${one.value ? 'yes' : 'no'}`);
    if ('imageImpact' in one) return t(`impact.${one.imageImpact}`);
    if ('manual' in one) return one.manual[locale === 'en' ? 'en' : 'zh'];
    return '';
  };
}
