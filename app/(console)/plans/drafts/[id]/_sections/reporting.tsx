'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Checkbox } from '@/components/ui/choices';
import { Select } from '@/components/ui/inputs';
import { Panel } from '@/components/ui/layout';
import type { PlanEdit } from '@/lib/plan/edit';
import { filterWords, listed } from '@/lib/plan/in-words';
import type { ResponsePlan } from '@/lib/plan/schema';
import { useDraft } from '../_form/draft-context';
import { ElementList } from '../_form/element-list';
import { FilterFields } from '../_form/filter-fields';
import { FormFrame } from '../_form/form-frame';
import { type Fragment, IncludeParts } from '../_form/include-parts';
import type { FindingsByName, PlanScope } from '../_form/scope';
import { LabelField } from '../_form/text-fields';
import { newName } from '../_form/tidy';
import { useElementForm } from '../_form/use-element-form';
import { useSpeech } from '../_form/use-speech';

type Line = ResponsePlan['reporting'][number];
type Fields = Omit<Line, 'key' | 'source'>;

/** 报告路线: to whom the institution reports, when, and what goes at the same time. */
export function ReportingSection({
  lines,
  scope,
  findings,
  fragments,
  open,
}: {
  lines: readonly Line[];
  scope: PlanScope;
  findings: FindingsByName;
  fragments: readonly Fragment[];
  open?: string | undefined;
}) {
  const t = useTranslations('planEditor');
  const speech = useSpeech();
  const { save } = useDraft();
  return (
    <Panel title={t('part.reporting')} count={lines.length} flush>
      <ElementList
        open={open}
        addLabel={t('reporting.add')}
        emptyText={t('reporting.none')}
        onMove={(name, to) => save({ do: 'move', list: 'reporting', name, to })}
        items={lines.map((line) => ({
          name: line.key,
          title: line.label[scope.language],
          badges: line.modifiedByUnit && <Badge tone="accent">{t('modified')}</Badge>,
          summary: listed(speech, [
            speech.t(`target.${line.target}`),
            ...filterWords(line.when, scope.named, speech),
            ...(line.simultaneous ? [t('reporting.simultaneous')] : []),
          ]),
          findings: findings[line.key],
        }))}
        renderForm={(name, close) => (
          <LineForm
            line={lines.find((one) => one.key === name) ?? null}
            taken={lines.map((one) => one.key)}
            {...{ scope, close }}
          />
        )}
      />
      <IncludeParts list="reporting" fragments={fragments} taken={lines.map((one) => one.key)} />
    </Panel>
  );
}

function LineForm({
  line,
  taken,
  scope,
  close,
}: {
  line: Line | null;
  taken: readonly string[];
  scope: PlanScope;
  close: (goTo?: string) => void;
}) {
  const t = useTranslations('planEditor');
  const words = useTranslations('planWords');
  const name = line?.key ?? newName(taken);
  const form = useElementForm<Fields>(
    line ?? { label: { zh: '', en: '' }, target: 'superior', when: {}, simultaneous: false },
    (value, changed): PlanEdit | null => {
      if (!line) return { do: 'add', list: 'reporting', value: { ...value, key: name } };
      if (Object.keys(changed).length === 0) return null;
      return { do: 'change', list: 'reporting', name, fields: changed };
    },
    () => close(name),
  );
  const { value, set, id, errorOf } = form;
  return (
    <FormFrame
      form={form}
      name={line?.label[scope.language]}
      onCancel={() => close()}
      onRemove={
        line
          ? () => form.run({ do: 'remove', list: 'reporting', name }, () => close(''))
          : undefined
      }
      saveLabel={line ? undefined : t('reporting.add')}
    >
      <LabelField
        id={id('label')}
        label={t('reporting.label')}
        required
        error={errorOf('label')}
        value={value.label}
        onChange={(label) => set('label', label)}
      />
      <Select
        id={id('target')}
        name={id('target')}
        label={t('reporting.target')}
        options={(['leader', 'superior', 'authority'] as const).map((one) => ({
          value: one,
          label: words(`target.${one}`),
        }))}
        value={value.target}
        onChange={({ target }) => set('target', target.value as Line['target'])}
      />
      <Checkbox
        id={id('simultaneous')}
        name={id('simultaneous')}
        label={t('reporting.simultaneous')}
        checked={value.simultaneous}
        onChange={({ target }) => set('simultaneous', target.checked)}
      />
      <FilterFields
        id={id}
        scope={scope}
        value={value.when}
        onChange={(when) => set('when', when)}
      />
    </FormFrame>
  );
}
