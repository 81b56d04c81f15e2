import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/inputs';
import { AUDIT_SCOPES, type AuditFilters } from '@/lib/audit/server/pages';

/** Filters as an address; what is not set is left out. */
export function auditHref(filters: Partial<AuditFilters>): string {
  const entries = Object.entries(filters).filter(([, value]) => value);
  const query = new URLSearchParams(entries.map(([key, value]) => [key, String(value)]));
  return query.size > 0 ? `/audit?${query}` : '/audit';
}

/** A plain form: the filters stand in the address, and work without script. */
export function AuditFilterForm({ filters }: { filters: AuditFilters }) {
  const t = useTranslations('audit');
  return (
    <form action="/audit" className="grid grow grid-cols-2 items-end gap-2 sm:flex sm:flex-wrap">
      <Select
        name="scope"
        label={t('filter.scope')}
        defaultValue={filters.scope}
        options={AUDIT_SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))}
      />
      <Input
        name="q"
        type="search"
        label={t('filter.q')}
        defaultValue={filters.q}
        className="sm:w-44"
      />
      <Input name="from" type="date" label={t('filter.from')} defaultValue={filters.from} />
      <Input name="to" type="date" label={t('filter.to')} defaultValue={filters.to} />
      {filters.mark && <input type="hidden" name="mark" value={filters.mark} />}
      <Button type="submit">{t('filter.apply')}</Button>
    </form>
  );
}
