import { useLocale, useTranslations } from 'next-intl';
import { Button, LinkButton } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/inputs';
import { fill } from '@/lib/i18n/fill';
import { CATEGORIES, GRADES, STAGES } from '@/lib/incident/keys';
import type { Label } from '@/lib/plan/schema';
import type { GivenFilters } from './filters';

/** Filters as a plain form that changes the address; works without scripts. */
export function FilterForm({
  given,
  active,
  levels,
}: {
  given: GivenFilters;
  active: number;
  /** Levels of the plans in use. */
  levels: readonly { key: string; label: Label }[];
}) {
  const t = useTranslations('list');
  const words = useTranslations('words');
  const options = (group: string, keys: readonly string[]) =>
    keys.map((value) => ({ value, label: words(`${group}.${value}`) }));
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const own = levels.filter(({ key }) => !GRADES.some((one) => one === key));
  const grades = [
    ...options('grade', GRADES),
    ...own.map(({ key, label }) => ({ value: key, label: label[language] })),
  ];
  const chosen = (name: 'stage' | 'grade' | 'category') => ({
    name,
    id: `filter-${name}`,
    label: t(`filter.${name}`),
    placeholder: t('filter.any'),
    defaultValue: given[name] ?? '',
  });
  const isFolded = active - (given.q ? 1 : 0) === 0;
  return (
    <search>
      <form action="/incidents" className="rounded-md border border-line bg-paper p-3">
        {given.overdue && <input type="hidden" name="overdue" value={given.overdue} />}
        {given.open && <input type="hidden" name="open" value={given.open} />}
        {given.limit && <input type="hidden" name="limit" value={given.limit} />}
        <div className="flex gap-2">
          <Input
            name="q"
            id="filter-q"
            type="search"
            aria-label={t('filter.q')}
            placeholder={t('filter.qPlaceholder')}
            defaultValue={given.q}
            maxLength={200}
            enterKeyHint="search"
            data-page-search=""
            className="grow"
          />
          <Button type="submit" variant="primary" className="shrink-0">
            {t('filter.apply')}
          </Button>
        </div>
        <details open={!isFolded} className="group/filter mt-2">
          <summary className="w-fit rounded-sm py-0.5 text-accent hover:underline">
            {t('filter.title')}
            {active > 0 && (
              <span className="ms-2 text-xs text-faint">
                {fill(t.raw('filter.active'), { count: active })}
              </span>
            )}
          </summary>
          <div className="mt-2 grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-6">
            <Select {...chosen('stage')} options={options('stage', STAGES)} />
            <Select {...chosen('grade')} options={grades} />
            <Select {...chosen('category')} options={options('category', CATEGORIES)} />
            <Input
              name="unit"
              id="filter-unit"
              label={t('filter.unit')}
              defaultValue={given.unit}
              maxLength={120}
            />
            <Input
              name="from"
              id="filter-from"
              type="date"
              label={t('filter.from')}
              defaultValue={given.from}
            />
            <Input
              name="to"
              id="filter-to"
              type="date"
              label={t('filter.to')}
              defaultValue={given.to}
            />
          </div>
          {active > 0 && (
            <div className="mt-3">
              <LinkButton href="/incidents" size="sm" variant="quiet">
                {t('filter.clear')}
              </LinkButton>
            </div>
          )}
        </details>
      </form>
    </search>
  );
}
