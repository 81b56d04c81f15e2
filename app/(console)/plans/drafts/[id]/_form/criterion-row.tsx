'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Input, Select } from '@/components/ui/inputs';
import { CATEGORIES, MEDIA_TIERS } from '@/lib/incident/keys';
import type { FactCount, FactYesNo } from '@/lib/plan/criteria';
import { criterionText, factText } from '@/lib/plan/criterion-text';
import type { Label } from '@/lib/plan/schema';
import { CheckGroup } from './checks';
import { FACT_COUNTS, FACTS_YES_NO } from './choices';
import type { Leaf } from './criterion-tree';

export const EMPTY_LEAF: Leaf = { count: 'reposts', atLeast: 100 };

/** Which fact a condition looks at, as the list of facts names it. */
function factOf(leaf: Leaf): string {
  if ('count' in leaf) return leaf.count;
  if ('is' in leaf) return leaf.is;
  return Object.keys(leaf).find((key) => key !== 'key') ?? 'manual';
}

function leafFor(fact: string): Leaf {
  if ((FACT_COUNTS as readonly string[]).includes(fact)) {
    return { count: fact as FactCount, atLeast: 100 };
  }
  if ((FACTS_YES_NO as readonly string[]).includes(fact))
    return { is: fact as FactYesNo, value: true };
  if (fact === 'mediaTier') return { mediaTier: ['province', 'national'] };
  if (fact === 'imageImpact') return { imageImpact: 'large' };
  if (fact === 'category') return { category: ['inquiry'] };
  return { manual: { zh: '', en: '' } };
}

/** One condition: the fact, how it compares, and with what. */
export function CriterionRow({
  id,
  node,
  leaf,
  onChange,
}: {
  id: string;
  node: number;
  leaf: Leaf;
  onChange: (leaf: Leaf) => void;
}) {
  const t = useTranslations('planEditor');
  const locale = useLocale();
  const say = ({ zh, en }: Label) =>
    locale === 'en' ? en.charAt(0).toUpperCase() + en.slice(1) : zh;
  const facts = [
    ...FACT_COUNTS.map((value) => ({ value, label: say(factText({ count: value, atLeast: 0 })) })),
    ...FACTS_YES_NO.map((value) => ({ value, label: say(factText({ is: value, value: true })) })),
    { value: 'mediaTier', label: say(factText({ mediaTier: [] })) },
    { value: 'imageImpact', label: say(factText({ imageImpact: 'large' })) },
    { value: 'category', label: say(factText({ category: [] })) },
    { value: 'manual', label: t('criteria.manual') },
  ];
  return (
    <div data-node={node} className="grid gap-2 sm:grid-cols-[12rem_1fr]">
      <Select
        id={id}
        name={id}
        aria-label={t('criteria.fact')}
        options={facts}
        value={factOf(leaf)}
        onChange={({ target }) => onChange(leafFor(target.value))}
      />
      <Comparison id={`${id}-with`} leaf={leaf} say={say} onChange={onChange} />
    </div>
  );
}

function Comparison({
  id,
  leaf,
  say,
  onChange,
}: {
  id: string;
  leaf: Leaf;
  say: (label: Label) => string;
  onChange: (leaf: Leaf) => void;
}) {
  const t = useTranslations('planEditor');
  const words = useTranslations('words');
  const said = useTranslations('planWords');
  if ('count' in leaf) return <CountComparison id={id} leaf={leaf} onChange={onChange} />;
  if ('is' in leaf) {
    const options = [true, false].map((value) => ({
      value: String(value),
      label: said(value ? 'yes' : 'no'),
    }));
    return (
      <Select
        id={id}
        name={id}
        aria-label={t('criteria.value')}
        options={options}
        value={String(leaf.value)}
        onChange={({ target }) => onChange({ ...leaf, value: target.value === 'true' })}
      />
    );
  }
  if ('mediaTier' in leaf) {
    return (
      <CheckGroup
        id={id}
        label={t('criteria.oneOf')}
        options={MEDIA_TIERS.map((value) => ({ value, label: said(`tier.${value}`) }))}
        value={leaf.mediaTier}
        onChange={(mediaTier) => onChange({ mediaTier })}
      />
    );
  }
  if ('imageImpact' in leaf) {
    return (
      <Select
        id={id}
        name={id}
        aria-label={t('criteria.value')}
        options={(['small', 'large'] as const).map((value) => ({
          value,
          label: say(criterionText({ imageImpact: value })),
        }))}
        value={leaf.imageImpact}
        onChange={({ target }) => onChange({ imageImpact: target.value as 'small' | 'large' })}
      />
    );
  }
  if ('category' in leaf) {
    return (
      <CheckGroup
        id={id}
        label={t('criteria.oneOf')}
        options={CATEGORIES.map((value) => ({ value, label: words(`category.${value}`) }))}
        value={leaf.category}
        onChange={(category) => onChange({ category })}
      />
    );
  }
  return <ManualText id={id} leaf={leaf} onChange={onChange} />;
}

function ManualText({
  id,
  leaf,
  onChange,
}: {
  id: string;
  leaf: Extract<Leaf, { manual: Label }>;
  onChange: (leaf: Leaf) => void;
}) {
  const t = useTranslations('planEditor');
  const [own, other] = useLocale() === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const);
  const { manual } = leaf;
  const change = (text: string) => {
    const follows = manual[other] === '' || manual[other] === manual[own];
    onChange({
      ...leaf,
      manual: { ...manual, [own]: text, ...(follows ? { [other]: text } : {}) },
    });
  };
  return (
    <Input
      id={id}
      name={id}
      aria-label={t('criteria.manualText')}
      placeholder={t('criteria.manualHint')}
      maxLength={200}
      value={manual[own]}
      onChange={({ target }) => change(target.value)}
    />
  );
}

const HOW = ['atLeast', 'atMost', 'between'] as const;

function CountComparison({
  id,
  leaf,
  onChange,
}: {
  id: string;
  leaf: Extract<Leaf, { count: FactCount }>;
  onChange: (leaf: Leaf) => void;
}) {
  const t = useTranslations('planEditor');
  const { count, atLeast, atMost } = leaf;
  const how = atLeast === undefined ? 'atMost' : atMost === undefined ? 'atLeast' : 'between';
  const first = atLeast ?? atMost ?? 0;
  const takeHow = (wanted: string) => {
    if (wanted === 'atLeast') onChange({ count, atLeast: first });
    else if (wanted === 'atMost') onChange({ count, atMost: atMost ?? first });
    else onChange({ count, atLeast: first, atMost: atMost ?? first });
  };
  const field = (name: 'atLeast' | 'atMost', value: number) => (
    <Input
      id={`${id}-${name}`}
      name={`${id}-${name}`}
      aria-label={t(`criteria.${name}`)}
      type="number"
      min={0}
      step={1}
      className="w-28"
      value={value}
      onChange={({ target }) =>
        onChange({ ...leaf, [name]: Math.max(0, Math.trunc(Number(target.value))) })
      }
    />
  );
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        id={id}
        name={id}
        aria-label={t('criteria.how')}
        className="w-28"
        options={HOW.map((value) => ({ value, label: t(`criteria.${value}`) }))}
        value={how}
        onChange={({ target }) => takeHow(target.value)}
      />
      {atLeast !== undefined && field('atLeast', atLeast)}
      {how === 'between' && <span aria-hidden="true">–</span>}
      {atMost !== undefined && field('atMost', atMost)}
    </div>
  );
}
