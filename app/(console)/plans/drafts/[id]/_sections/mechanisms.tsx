'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/layout';
import type { PlanEdit } from '@/lib/plan/edit';
import type { Plain } from '@/lib/plan/elements';
import { listed } from '@/lib/plan/in-words';
import type { Mechanism, ResponsePlan } from '@/lib/plan/schema';
import { ElementList } from '../_form/element-list';
import { FormFrame } from '../_form/form-frame';
import { type Fragment, IncludeParts } from '../_form/include-parts';
import type { FindingsByName, PlanScope } from '../_form/scope';
import { LabelField, LinesField } from '../_form/text-fields';
import { newName } from '../_form/tidy';
import { useElementForm } from '../_form/use-element-form';
import { useSpeech } from '../_form/use-speech';
import { MechanismForm } from './mechanism-form';

type Paper = ResponsePlan['documents'][number];

/** 其他机制: what is more than a time limit, and the papers the plan names. */
export function MechanismsSection({
  mechanisms,
  documents,
  rules,
  scope,
  findings,
  fragments,
  open,
}: {
  mechanisms: readonly Mechanism[];
  documents: readonly Paper[];
  rules: readonly { value: string; label: string }[];
  scope: PlanScope;
  findings: FindingsByName;
  fragments: readonly Fragment[];
  open?: string | undefined;
}) {
  const t = useTranslations('planEditor');
  const words = useTranslations('planWords');
  const speech = useSpeech();
  const taken = mechanisms.map((one) => one.key);
  const papers = documents.map((one) => one.key);
  return (
    <>
      <Panel title={t('part.mechanisms')} count={mechanisms.length} flush>
        <ElementList
          open={open && taken.includes(open) ? open : undefined}
          addLabel={t('mechanism.add')}
          emptyText={t('mechanism.none')}
          items={mechanisms.map((one) => ({
            name: one.key,
            title: one.label[scope.language],
            badges: <Badge>{words(`mechanism.${one.kind}`)}</Badge>,
            findings: findings[one.key],
          }))}
          renderForm={(name, close) => (
            <MechanismForm
              mechanism={mechanisms.find((one) => one.key === name) ?? null}
              {...{ taken, rules, scope, close }}
            />
          )}
        />
        <IncludeParts list="mechanisms" fragments={fragments} taken={taken} />
      </Panel>
      <Panel title={t('document.title')} count={documents.length} flush>
        <ElementList
          open={open && papers.includes(open) ? open : undefined}
          addLabel={t('document.add')}
          emptyText={t('document.none')}
          items={documents.map((one) => ({
            name: one.key,
            title: one.label[scope.language],
            summary: listed(
              speech,
              one.fields.map((field) => field[scope.language]),
            ),
          }))}
          renderForm={(name, close) => (
            <DocumentForm
              document={documents.find((one) => one.key === name) ?? null}
              taken={papers}
              {...{ scope, close }}
            />
          )}
        />
      </Panel>
    </>
  );
}

type PaperFields = Pick<Paper, 'label' | 'fields'>;

function DocumentForm({
  document,
  taken,
  scope,
  close,
}: {
  document: Paper | null;
  taken: readonly string[];
  scope: PlanScope;
  close: (goTo?: string) => void;
}) {
  const t = useTranslations('planEditor');
  const name = document?.key ?? newName(taken);
  const form = useElementForm<PaperFields>(
    document ?? { label: { zh: '', en: '' }, fields: [] },
    (value, changed: Plain): PlanEdit | null => {
      if (!document) return { do: 'add', list: 'documents', value: { ...value, key: name } };
      if (Object.keys(changed).length === 0) return null;
      return { do: 'change', list: 'documents', name, fields: changed };
    },
    () => close(name),
  );
  const { value, set, id, errorOf } = form;
  return (
    <FormFrame
      form={form}
      name={document?.label[scope.language]}
      onCancel={() => close()}
      onRemove={
        document
          ? () => form.run({ do: 'remove', list: 'documents', name }, () => close(''))
          : undefined
      }
      saveLabel={document ? undefined : t('document.add')}
    >
      <LabelField
        id={id('label')}
        label={t('document.label')}
        required
        error={errorOf('label')}
        value={value.label}
        onChange={(label) => set('label', label)}
      />
      <LinesField
        id={id('fields')}
        label={t('document.fields')}
        hint={t('onePerLine')}
        error={errorOf('fields')}
        value={value.fields}
        onChange={(fields) => set('fields', fields)}
      />
    </FormFrame>
  );
}
