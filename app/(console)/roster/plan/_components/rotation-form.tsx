import { useTranslations } from 'next-intl';
import { Input, Select } from '@/components/ui/inputs';
import { Panel } from '@/components/ui/layout';
import { SubmitButton } from '@/components/ui/submit-button';
import { PLACES } from '@/lib/duty/resolve';
import { type Candidate, PATTERNS } from '@/lib/duty/server';

/** What a rotation is asked for with; its answer is the same page with a preview. */
export function RotationForm({
  rosters,
  rosterId,
  candidates,
  search,
  firstDay,
}: {
  rosters: readonly { id: string; name: string }[];
  rosterId: string;
  candidates: readonly Candidate[];
  search: Readonly<Record<string, string | string[] | undefined>>;
  firstDay: string;
}) {
  const t = useTranslations('roster');
  const typed = (name: string) => {
    const value = search[name];
    return typeof value === 'string' ? value : undefined;
  };
  return (
    <Panel title={t('plan.form')}>
      <form method="get" className="space-y-4">
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4 lg:items-start">
          <Select
            name="rosterId"
            label={t('plan.roster')}
            options={rosters.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={rosterId}
          />
          <Input
            type="date"
            name="firstDay"
            label={t('plan.firstDay')}
            defaultValue={typed('firstDay') ?? firstDay}
            required
          />
          <Input
            type="number"
            name="days"
            label={t('plan.days')}
            min={1}
            max={92}
            defaultValue={typed('days') ?? '31'}
            required
          />
          <Input
            type="number"
            name="restHours"
            label={t('plan.rest')}
            hint={t('plan.restHint')}
            min={0}
            max={72}
            defaultValue={typed('restHours')}
          />
          <Select
            name="pattern"
            label={t('plan.pattern')}
            options={PATTERNS.map((one) => ({ value: one, label: t(`pattern.${one}`) }))}
            defaultValue={typed('pattern') ?? 'whole'}
          />
          <Input
            type="time"
            name="start"
            label={t('plan.start')}
            defaultValue={typed('start') ?? '08:30'}
            required
          />
          <Input
            type="time"
            name="end"
            label={t('plan.end')}
            hint={t('plan.endOwn')}
            defaultValue={typed('end') ?? '17:30'}
            required
          />
        </div>
        <details>
          <summary className="min-h-9 py-1 text-accent">{t('plan.people')}</summary>
          <div className="mt-1 grid gap-4 sm:grid-cols-3">
            {PLACES.map((place) => {
              const value = search[place];
              const chosen = typeof value === 'string' ? [value] : value;
              return (
                <fieldset key={place} className="min-w-0">
                  <legend className="mb-1 font-medium text-soft">{t(`place.${place}`)}</legend>
                  <input type="hidden" name={place} value="" />
                  {candidates.map(({ id, name, fits }) => (
                    <label key={id} className="flex min-h-6 items-center gap-2 max-sm:min-h-9">
                      <input
                        type="checkbox"
                        name={place}
                        value={id}
                        defaultChecked={chosen ? chosen.includes(id) : fits.includes(place)}
                        className="size-4 shrink-0"
                      />
                      {name}
                    </label>
                  ))}
                </fieldset>
              );
            })}
          </div>
        </details>
        <SubmitButton variant="secondary">{t('plan.try')}</SubmitButton>
      </form>
    </Panel>
  );
}
