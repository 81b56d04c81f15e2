import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/layout';
import { Table } from '@/components/ui/table';
import { joinWords } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import type { Obligation, ResponsePlan } from '@/lib/plan/schema';
import { SourceLine } from './source-line';

/** A plan or a part of one, as far as its duties need it. */
type Ruled = Pick<ResponsePlan, 'obligations' | 'levels' | 'scales'>;

/** Every duty with its clock, its start, its owner and the line of the source. */
export function Obligations({ plan }: { plan: Ruled }) {
  const t = useTranslations('plans');
  const words = useTranslations('words');
  const language = toLocale(useLocale()) === 'en' ? 'en' : 'zh';
  const amountOf = useAmount();
  const whenOf = useWhen(plan);
  return (
    <Panel title={t('obligations')} count={plan.obligations.length} flush>
      <Table
        stacked
        caption={t('obligations')}
        columns={[
          { label: t('duty') },
          { label: t('limit') },
          { label: t('start') },
          { label: t('when') },
          { label: t('owner') },
          { label: t('where') },
        ]}
      >
        {plan.obligations.map((rule) => (
          <tr key={rule.rule}>
            <td>
              <div>
                <p className="font-medium">{rule.title[language]}</p>
                <p className="text-xs text-soft">
                  {t(`target.${rule.target}`)}
                  {rule.recipient && ` · ${rule.recipient[language]}`}
                </p>
              </div>
            </td>
            <td data-label={t('limit')}>
              <div>
                <p className="font-medium tabular-nums">{amountOf(rule)}</p>
                {rule.originalWords && (
                  <p className="text-xs text-soft">
                    {t('originalWords', { words: rule.originalWords[language] })}
                  </p>
                )}
                {rule.filledByUnit && <Badge tone="amber">{t('filledByUnit')}</Badge>}
                {rule.hardMax && (
                  <p className="text-xs text-soft">
                    {t('hardMax', { amount: amountOf({ ...rule, ...rule.hardMax }) })}
                  </p>
                )}
              </div>
            </td>
            <td data-label={t('start')}>{t(`startEvent.${rule.start}`)}</td>
            <td data-label={t('when')}>{whenOf(rule)}</td>
            <td data-label={t('owner')}>{words(`role.${rule.owner}`)}</td>
            <td data-label={t('where')} className="text-xs text-faint">
              <SourceLine source={rule.source} />
            </td>
          </tr>
        ))}
      </Table>
    </Panel>
  );
}

type Amount = Pick<Obligation, 'amount' | 'unit' | 'clock' | 'at' | 'on' | 'times'>;

function useAmount() {
  const t = useTranslations('plans');
  return ({ amount, unit, clock, at, on, times }: Amount): string => {
    if (times?.length) return t('atTimes', { times: times.join(', ') });
    if (amount === null) return t('atOnce');
    const text = t(`unit.${unit}`, { count: amount });
    return [text, t(`clock.${clock}`), at ?? on].filter(Boolean).join(' · ');
  };
}

function useWhen(plan: Ruled) {
  const t = useTranslations('plans');
  const words = useTranslations('words');
  const locale = toLocale(useLocale());
  const language = locale === 'en' ? 'en' : 'zh';
  const levelName = (levels: ResponsePlan['levels'], key: string) =>
    levels.find((one) => one.key === key)?.label[language] ?? key;
  return ({ when }: Obligation): string => {
    const parts = [
      ...(when.grades ?? []).map((key) => levelName(plan.levels, key)),
      ...Object.entries(when.scales ?? {}).flatMap(([scale, keys]) => {
        const levels = plan.scales.find((one) => one.key === scale)?.levels ?? [];
        return keys.map((key) => levelName(levels, key));
      }),
      ...(when.eventGrades ?? []).map(
        (key) => `${words('gradeKind.event')} ${words(`grade.${key}`)}`,
      ),
      ...(when.categories ?? []).map((key) => words(`category.${key}`)),
      ...(when.difficulty ? [t(`difficulty.${when.difficulty}`)] : []),
      ...(when.harm?.deaths === undefined ? [] : [t('deaths', { count: when.harm.deaths })]),
      ...(when.harm?.injured === undefined ? [] : [t('injured', { count: when.harm.injured })]),
      ...(when.people ? [t('people', { count: when.people.atLeast })] : []),
      ...(when.circumstances ?? []).map((key) => t(`circumstance.${key}`)),
    ];
    return parts.length > 0 ? joinWords(parts, locale) : t('always');
  };
}
