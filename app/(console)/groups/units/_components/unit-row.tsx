import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Dialog } from '@/components/ui/dialog';
import { Select } from '@/components/ui/inputs';
import { SubmitButton } from '@/components/ui/submit-button';
import type { loadPrincipalChoices, UnitLine } from '@/lib/org/server';
import { namePrincipalAction } from '../actions';

type Choices = Awaited<ReturnType<typeof loadPrincipalChoices>>;

/** One unit, who signs for it, and for who may: the way to name another. */
export function UnitRow({ unit, choices }: { unit: UnitLine; choices: Choices | null }) {
  const t = useTranslations('units');
  const { principal } = unit;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-40 grow">
        <h3 className="font-medium">{unit.name}</h3>
        <p className="text-xs text-faint">{t('people', { count: unit.people })}</p>
      </div>
      <p className="min-w-48 grow">
        {principal ? (
          <>
            <span className="font-medium">{principal.name}</span>{' '}
            <span className="text-soft">{principal.title}</span>{' '}
            {!principal.isActive && <Badge tone="amber">{t('left')}</Badge>}
          </>
        ) : (
          <span className="text-soft">{t('nobody')}</span>
        )}
      </p>
      {choices && <NamePrincipal unit={unit} choices={choices} />}
    </li>
  );
}

function NamePrincipal({ unit, choices }: { unit: UnitLine; choices: Choices }) {
  const t = useTranslations('units');
  const ui = useTranslations('ui');
  const isOf = (own: boolean) => choices.filter((one) => (one.unit === unit.name) === own);
  const name = t('name');
  return (
    <Dialog
      trigger={
        <>
          {unit.principal ? t('change') : name}
          <span className="sr-only"> {unit.name}</span>
        </>
      }
      title={`${name} · ${unit.name}`}
      closeLabel={ui('close')}
      size="sm"
    >
      <form action={namePrincipalAction} className="space-y-3">
        <p className="text-soft">{t('hint')}</p>
        <input type="hidden" name="unitId" value={unit.id} />
        <input type="hidden" name="beforeId" value={unit.principal?.id ?? ''} />
        <Select
          id={`principal-${unit.id}`}
          name="personId"
          label={t('person')}
          defaultValue={unit.principal?.isActive ? unit.principal.id : ''}
          options={[
            { value: '', label: t('nobody') },
            ...[...isOf(true), ...isOf(false)].map((one) => ({
              value: one.id,
              label: [one.name, one.title, one.unit].filter(Boolean).join(' · '),
            })),
          ]}
        />
        <SubmitButton>{t('save')}</SubmitButton>
      </form>
    </Dialog>
  );
}
