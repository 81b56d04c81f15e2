import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/layout';
import { planParts, presets } from '@/lib/plan/presets';

/** Presets an institution may adopt, and the parts the sources hold besides. */
export async function Offered({
  language,
  adopted,
}: {
  language: 'zh' | 'en';
  /** Presets in use already. */
  adopted: readonly string[];
}) {
  const t = await getTranslations('plans');
  return (
    <>
      <Panel title={t('presets')} count={presets.size}>
        <p className="mb-3 max-w-prose text-soft">{t('presetsLead')}</p>
        <ul className="grid gap-x-6 lg:grid-cols-2">
          {[...presets.values()].map((plan) => (
            <li key={plan.key} className="border-t border-line py-2">
              <p>
                <span className="inline-block w-9 text-faint tabular-nums">
                  {plan.key.toUpperCase()}
                </span>
                <Link
                  href={`/plans/${plan.key}`}
                  className="font-medium text-accent hover:underline"
                >
                  {plan.title[language]}
                </Link>{' '}
                {adopted.includes(plan.key) && <Badge tone="accent">{t('inUse')}</Badge>}
              </p>
              <p className="ps-9 text-soft">
                {plan.institution[language]} · {t('rules', { count: plan.obligations.length })} ·{' '}
                {plan.levels.map((level) => level.label[language]).join(' / ') || t('noGrades')}
              </p>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('parts')} count={planParts.size}>
        <p className="mb-3 max-w-prose text-soft">{t('partsLead')}</p>
        <ul className="grid gap-x-6 lg:grid-cols-2">
          {[...planParts.values()].map((part) => (
            <li key={part.key} className="border-t border-line py-2">
              <p>
                <Link
                  href={`/plans/${part.key}`}
                  className="font-medium text-accent hover:underline"
                >
                  {part.title[language]}
                </Link>{' '}
                <Badge>{t(`kind.${part.kind}`)}</Badge>
              </p>
              <p className="text-soft">{part.summary[language]}</p>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
