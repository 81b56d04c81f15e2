import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/inputs';
import { toDateTimeLocal } from '@/lib/i18n/format';
import type { ResponsePlan } from '@/lib/plan/schema';
import { type TriedCase, triedRules } from './read-case';

/** Which limit, which grade, from when: asked by address, so that a case can be passed on. */
export function CaseForm({
  plan,
  tried,
  language,
}: {
  plan: ResponsePlan;
  tried: TriedCase;
  language: 'zh' | 'en';
}) {
  const t = useTranslations('alerts');
  const levels = [...plan.levels].sort((a, b) => b.rank - a.rank);
  const rules = triedRules(plan).map((rule) => ({ value: rule.rule, label: rule.title[language] }));
  return (
    <form method="get" className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      <Select name="limit" label={t('limit')} options={rules} defaultValue={tried.rule?.rule} />
      <Select
        name="grade"
        label={t('grade')}
        options={[
          { value: '', label: t('noGrade') },
          ...levels.map(({ key, label }) => ({ value: key, label: label[language] })),
        ]}
        defaultValue={tried.grade ?? ''}
      />
      <Input
        name="startedAt"
        type="datetime-local"
        label={t('startedAt')}
        defaultValue={toDateTimeLocal(tried.startedAt)}
      />
      <Input
        name="dueAt"
        type="datetime-local"
        label={t('dueAt')}
        hint={t('dueHint')}
        defaultValue={tried.isDueGiven && tried.dueAt ? toDateTimeLocal(tried.dueAt) : ''}
      />
      <div className="sm:col-span-2 lg:col-span-4">
        <Button type="submit" variant="primary">
          {t('show')}
        </Button>
      </div>
    </form>
  );
}
