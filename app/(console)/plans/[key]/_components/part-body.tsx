import { getLocale, getTranslations } from 'next-intl/server';
import { DefinitionList, Panel } from '@/components/ui/layout';
import type { PlanPart } from '@/lib/plan/schema';
import { Chains } from './chains';
import { Obligations } from './obligations';
import { PlainLists } from './plain-lists';
import { SourceLine } from './source-line';

/** Rules to use in a plan, a risk register, or the outline of a report. */
export async function PartBody({ part }: { part: PlanPart }) {
  const locale = await getLocale();
  const t = await getTranslations('plans');
  const language = locale === 'en' ? 'en' : 'zh';
  const whole = { ...part, scales: [] };
  return (
    <>
      {part.obligations.length > 0 && <Obligations plan={whole} />}
      <div className="gap-4 *:mb-4 *:break-inside-avoid lg:columns-2">
        {part.headings.length > 0 && (
          <Panel title={t('headings')} count={part.headings.length}>
            <Headings headings={part.headings} under={undefined} language={language} />
          </Panel>
        )}
        {part.risks.map((risk) => (
          <Panel key={risk.key} title={risk.label[language]}>
            <DefinitionList
              items={[
                { term: t('measures'), value: risk.measures[language] },
                { term: t('lead_unit'), value: risk.lead?.[language] ?? t('toFill') },
                { term: t('responsible'), value: risk.responsible?.[language] ?? t('toFill') },
                { term: t('riskLimit'), value: risk.limit?.[language] ?? t('toFill') },
              ]}
            />
            <p className="mt-2 text-xs text-faint">
              <SourceLine source={risk.source} />
            </p>
          </Panel>
        ))}
        {part.chains.length > 0 && <Chains plan={part} />}
        <PlainLists plan={part} />
      </div>
    </>
  );
}

function Headings({
  headings,
  under,
  language,
}: {
  headings: PlanPart['headings'];
  under: string | undefined;
  language: 'zh' | 'en';
}) {
  const own = headings.filter((one) => one.under === under);
  if (own.length === 0) return null;
  return (
    <ul className="list-disc ps-5">
      {own.map((one) => (
        <li key={one.key}>
          {one.label[language]}
          <Headings headings={headings} under={one.key} language={language} />
        </li>
      ))}
    </ul>
  );
}
