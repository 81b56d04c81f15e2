'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Checkbox } from '@/components/ui/choices';
import { Input } from '@/components/ui/inputs';
import { Panel } from '@/components/ui/layout';
import type { PlanEdit } from '@/lib/plan/edit';
import { filterWords, listed } from '@/lib/plan/in-words';
import type { ResponsePlan } from '@/lib/plan/schema';
import { ElementList } from '../_form/element-list';
import { TimesInput } from '../_form/figure-fields';
import { FormFrame } from '../_form/form-frame';
import { type Fragment, IncludeParts } from '../_form/include-parts';
import type { FindingsByName, PlanScope } from '../_form/scope';
import { LabelField } from '../_form/text-fields';
import { newName } from '../_form/tidy';
import { useElementForm } from '../_form/use-element-form';
import { useSpeech } from '../_form/use-speech';

type Patrol = ResponsePlan['patrols'][number];
type Fields = Omit<Patrol, 'key' | 'source'>;

/** 巡查: who looks at the sources how often, and when. */
export function PatrolsSection({
  patrols,
  scope,
  findings,
  fragments,
  open,
}: {
  patrols: readonly Patrol[];
  scope: PlanScope;
  findings: FindingsByName;
  fragments: readonly Fragment[];
  open?: string | undefined;
}) {
  const t = useTranslations('planEditor');
  const speech = useSpeech();
  const taken = patrols.map((one) => one.key);
  return (
    <Panel title={t('part.patrols')} count={patrols.length} flush>
      <ElementList
        open={open}
        addLabel={t('patrol.add')}
        emptyText={t('patrol.none')}
        items={patrols.map((one) => ({
          name: one.key,
          title: one.label[scope.language],
          badges: one.modifiedByUnit && <Badge tone="accent">{t('modified')}</Badge>,
          summary: listed(speech, [
            one.continuous ? t('patrol.continuous') : t('patrol.times', { count: one.timesPerDay }),
            ...one.at,
            ...filterWords(one.when ?? {}, scope.named, speech),
          ]),
          findings: findings[one.key],
        }))}
        renderForm={(name, close) => (
          <PatrolForm
            patrol={patrols.find((one) => one.key === name) ?? null}
            {...{ taken, scope, close }}
          />
        )}
      />
      <IncludeParts list="patrols" fragments={fragments} taken={taken} />
    </Panel>
  );
}

function PatrolForm({
  patrol,
  taken,
  scope,
  close,
}: {
  patrol: Patrol | null;
  taken: readonly string[];
  scope: PlanScope;
  close: (goTo?: string) => void;
}) {
  const t = useTranslations('planEditor');
  const name = patrol?.key ?? newName(taken);
  const form = useElementForm<Fields>(
    patrol ?? {
      label: { zh: '', en: '' },
      timesPerDay: 2,
      at: ['09:00', '17:00'],
      continuous: false,
    },
    (value, changed): PlanEdit | null => {
      if (!patrol) return { do: 'add', list: 'patrols', value: { ...value, key: name } };
      if (Object.keys(changed).length === 0) return null;
      return { do: 'change', list: 'patrols', name, fields: changed };
    },
    () => close(name),
  );
  const { value, set, id, errorOf } = form;
  return (
    <FormFrame
      form={form}
      name={patrol?.label[scope.language]}
      onCancel={() => close()}
      onRemove={
        patrol
          ? () => form.run({ do: 'remove', list: 'patrols', name }, () => close(''))
          : undefined
      }
      saveLabel={patrol ? undefined : t('patrol.add')}
    >
      <LabelField
        id={id('label')}
        label={t('patrol.label')}
        required
        error={errorOf('label')}
        value={value.label}
        onChange={(label) => set('label', label)}
      />
      <Checkbox
        id={id('continuous')}
        name={id('continuous')}
        label={t('patrol.continuous')}
        checked={value.continuous}
        onChange={({ target }) => set('continuous', target.checked)}
      />
      <div className="grid gap-4 sm:grid-cols-[8rem_1fr]">
        <Input
          id={id('timesPerDay')}
          name={id('timesPerDay')}
          label={t('patrol.perDay')}
          error={errorOf('timesPerDay')}
          type="number"
          min={1}
          max={96}
          step={1}
          value={value.timesPerDay}
          onChange={({ target }) => set('timesPerDay', Math.trunc(Number(target.value)))}
        />
        <TimesInput
          id={id('at')}
          error={errorOf('at')}
          value={value.at}
          onChange={(at) => {
            set('at', at);
            if (at.length > 0) set('timesPerDay', at.length);
          }}
        />
      </div>
    </FormFrame>
  );
}
