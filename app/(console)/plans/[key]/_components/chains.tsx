import { useLocale, useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/layout';
import { joinWords } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import type { ResponsePlan } from '@/lib/plan/schema';
import { SourceLine } from './source-line';

/** Who signs what, in which order. */
export function Chains({ plan }: { plan: Pick<ResponsePlan, 'chains'> }) {
  const t = useTranslations('plans');
  const locale = toLocale(useLocale());
  const language = locale === 'en' ? 'en' : 'zh';
  return (
    <Panel title={t('chains')}>
      {plan.chains.length === 0 && <p className="text-soft">{t('noChains')}</p>}
      <ul className="space-y-3">
        {plan.chains.map((chain) => (
          <li key={chain.key}>
            <p className="font-medium">{chain.label[language]}</p>
            <p className="text-xs text-soft">
              {joinWords(
                chain.objects.map((object) => t(`object.${object}`)),
                locale,
              )}
            </p>
            <ol className="mt-1 list-decimal ps-5">
              {chain.steps.map((step) => (
                <li key={step.key}>
                  {step.label[language]}
                  <span className="text-soft">
                    {step.needed === 'majority' && ` · ${t('majority')}`}
                    {typeof step.needed === 'number' &&
                      step.needed > 1 &&
                      ` · ${t('needed', { count: step.needed })}`}
                    {step.outside && ` · ${t('outside', { body: step.outside[language] })}`}
                    {step.signedMinutesAllowed && ` · ${t('minutes')}`}
                    {step.waitMinutes && ` · ${t('waitMinutes', { count: step.waitMinutes })}`}
                    {step.countersignHours &&
                      ` · ${t('countersignHours', { count: step.countersignHours })}`}
                  </span>
                </li>
              ))}
            </ol>
            {chain.register && <p className="text-xs text-soft">{t('register')}</p>}
            {chain.urgentRelease && (
              <p className="text-xs text-amber">
                {t('urgentRelease', { count: chain.urgentRelease.countersignHours })}
              </p>
            )}
            <p className="text-xs text-faint">
              <SourceLine source={chain.source} />
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
