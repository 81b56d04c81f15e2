'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/choices';
import { Input } from '@/components/ui/inputs';
import { Panel } from '@/components/ui/layout';
import type { PlanEdit } from '@/lib/plan/edit';
import type { Plain } from '@/lib/plan/elements';
import type { ResponsePlan } from '@/lib/plan/schema';
import { CheckGroup } from '../_form/checks';
import { type FindingLine, FindingLines } from '../_form/finding-lines';
import { FormFrame } from '../_form/form-frame';
import { LabelField } from '../_form/text-fields';
import { useElementForm } from '../_form/use-element-form';

const TESTS = ['handled', 'media_gone', 'mood_calm', 'counts_flat'] as const;

const part = (name: 'calm' | 'closing' | 'review', value: object): PlanEdit => ({
  do: 'setPart',
  part: name,
  value: value as Plain,
});

/** 平稳判断与办结: when opinion counts as calm, what closing needs, whether a review is written. */
export function CalmSection({
  calm,
  closing,
  review,
  findings,
}: Pick<ResponsePlan, 'calm' | 'closing' | 'review'> & { findings: readonly FindingLine[] }) {
  const t = useTranslations('planEditor');
  return (
    <>
      <Panel title={t('calm.title')}>
        <FindingLines findings={findings} />
        <CalmForm calm={calm} />
      </Panel>
      <Panel title={t('calm.ending')}>
        <EndingForm closing={closing} />
      </Panel>
      <Panel title={t('calm.review')}>
        <ReviewForm review={review} />
      </Panel>
    </>
  );
}

const nothing = () => undefined;

function CalmForm({ calm }: { calm: ResponsePlan['calm'] }) {
  const t = useTranslations('planEditor');
  const form = useElementForm(
    calm,
    (value, changed) => (Object.keys(changed).length === 0 ? null : part('calm', value)),
    nothing,
  );
  const { value, set, id, errorOf } = form;
  const takeTests = (keys: (typeof TESTS)[number][]) =>
    set(
      'tests',
      keys.map(
        (key) =>
          value.tests.find((one) => one.key === key) ?? {
            key,
            label: { zh: t(`calm.test.${key}`), en: t(`calm.test.${key}`) },
          },
      ),
    );
  return (
    <FormFrame form={form}>
      <CheckGroup
        id={id('tests')}
        label={t('calm.tests')}
        error={errorOf('tests')}
        options={TESTS.map((key) => ({ value: key, label: t(`calm.test.${key}`) }))}
        value={value.tests.map((one) => one.key)}
        onChange={takeTests}
      />
      {value.tests.map((test) => (
        <LabelField
          key={test.key}
          id={id(`test-${test.key}`)}
          label={t('calm.wording', { test: t(`calm.test.${test.key}`) })}
          value={test.label}
          onChange={(label) =>
            set(
              'tests',
              value.tests.map((one) => (one.key === test.key ? { ...one, label } : one)),
            )
          }
        />
      ))}
      <div className="grid gap-4 sm:grid-cols-2">
        <Input
          id={id('watchHours')}
          name={id('watchHours')}
          label={t('calm.hours')}
          hint={t('calm.hoursHint')}
          error={errorOf('watchHours')}
          type="number"
          min={1}
          value={value.watchHours ?? ''}
          onChange={({ target }) =>
            set('watchHours', target.value === '' ? null : Number(target.value))
          }
        />
        <Input
          id={id('flatWithin')}
          name={id('flatWithin')}
          label={t('calm.percent')}
          hint={t('calm.percentHint')}
          error={errorOf('flatWithin')}
          type="number"
          min={0}
          max={100}
          value={Math.round(value.flatWithin * 1000) / 10}
          onChange={({ target }) => set('flatWithin', Number(target.value) / 100)}
        />
      </div>
    </FormFrame>
  );
}

function EndingForm({ closing }: { closing: ResponsePlan['closing'] }) {
  const t = useTranslations('planEditor');
  const form = useElementForm(
    closing,
    (value, changed) => (Object.keys(changed).length === 0 ? null : part('closing', value)),
    nothing,
  );
  const { value, set, id, errorOf } = form;
  return (
    <FormFrame form={form}>
      <LabelField
        id={id('label')}
        label={t('calm.closing')}
        hint={t('calm.closingHint')}
        required
        isLong
        error={errorOf('label')}
        value={value.label}
        onChange={(label) => set('label', label)}
      />
    </FormFrame>
  );
}

function ReviewForm({ review }: { review: ResponsePlan['review'] }) {
  const t = useTranslations('planEditor');
  const form = useElementForm(
    review,
    (value, changed) => (Object.keys(changed).length === 0 ? null : part('review', value)),
    nothing,
  );
  const { value, set, id, errorOf } = form;
  return (
    <FormFrame form={form}>
      <Checkbox
        id={id('required')}
        name={id('required')}
        label={t('calm.reviewRequired')}
        checked={value.required}
        onChange={({ target }) => set('required', target.checked)}
      />
      <LabelField
        id={id('label')}
        label={t('calm.reviewHow')}
        required
        isLong
        error={errorOf('label')}
        value={value.label}
        onChange={(label) => set('label', label)}
      />
    </FormFrame>
  );
}
