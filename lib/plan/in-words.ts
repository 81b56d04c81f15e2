import type { Label, PlanFilter, ResponsePlan, TimeRule } from './schema';

/** Says a key of a namespace of texts. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

export interface Speech {
  /** Namespace `planWords`. */
  t: Say;
  /** Namespace `words`. */
  words: Say;
  language: 'zh' | 'en';
}

/** Words of a list, one after the other. */
export const listed = ({ language }: Pick<Speech, 'language'>, items: readonly string[]): string =>
  items.join(language === 'en' ? ', ' : '、');

/** How long: `8 小时`, `3 小时（工作时间）`, `每天 09:00`, `立即`. Nights count unless it says otherwise. */
export function figureWords({ amount, unit, clock, at, on, times }: TimeRule, speech: Speech) {
  const { t } = speech;
  if (times?.length) return t('everyDayAt', { times: listed(speech, times) });
  if (clock === 'daily_at') return t('everyDayAt', { times: at ?? '' });
  if (clock === 'yearly_on') return t('everyYearOn', { day: on ?? '' });
  if (amount === null) return t(`clockShort.${clock}`);
  const figure = t(`unit.${unit}`, { count: amount });
  if (clock === 'wall') return figure;
  if (clock === 'times_per_day' && unit !== 'times') return t('everyDay');
  return t('figureOn', { figure, clock: t(`clockShort.${clock}`) });
}

type Named = Pick<ResponsePlan, 'levels' | 'scales'>;

const nameIn = (
  levels: readonly { key: string; label: Label }[],
  key: string,
  { language }: Speech,
) => levels.find((one) => one.key === key)?.label[language] ?? key;

/** When a rule holds, condition by condition; empty = always. */
export function filterWords(filter: PlanFilter, plan: Named, speech: Speech): string[] {
  const { t, words } = speech;
  const said = (field: string, values: readonly string[]) =>
    t('filterOf', { field: t(`field.${field}`), values: listed(speech, values) });
  const parts: string[] = [];
  const grade = (key: string) => words(`grade.${key}`);
  if (filter.grades?.length) {
    parts.push(
      said(
        'grades',
        filter.grades.map((key) => nameIn(plan.levels, key, speech)),
      ),
    );
  }
  for (const [key, levels] of Object.entries(filter.scales ?? {})) {
    const scale = plan.scales.find((one) => one.key === key);
    const names = levels.map((level) => nameIn(scale?.levels ?? [], level, speech));
    const field = scale?.label[speech.language] ?? key;
    parts.push(t('filterOf', { field, values: listed(speech, names) }));
  }
  if (filter.eventGrades?.length) parts.push(said('eventGrades', filter.eventGrades.map(grade)));
  if (filter.notEventGrades?.length) {
    parts.push(said('notEventGrades', filter.notEventGrades.map(grade)));
  }
  if (filter.categories?.length) {
    parts.push(
      said(
        'categories',
        filter.categories.map((key) => words(`category.${key}`)),
      ),
    );
  }
  if (filter.difficulty) parts.push(t(`difficulty.${filter.difficulty}`));
  if (filter.harm?.deaths) parts.push(t('deathsFrom', { count: filter.harm.deaths }));
  if (filter.harm?.injured) parts.push(t('injuredFrom', { count: filter.harm.injured }));
  if (filter.people) parts.push(t('peopleFrom', { count: filter.people.atLeast }));
  for (const one of filter.circumstances ?? []) parts.push(t(`circumstance.${one}`));
  return parts;
}
