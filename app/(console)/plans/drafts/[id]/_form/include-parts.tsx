'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import type { PlanEdit } from '@/lib/plan/edit';
import { CheckGroup } from './checks';
import { type SaveFailure, useDraft } from './draft-context';
import { SaveFailureNote } from './form-frame';

type IncludedList = Extract<PlanEdit, { do: 'include' }>['list'];

/** Elements of one collection of rules that may be taken into the plan. */
export interface Fragment {
  key: string;
  title: string;
  elements: { name: string; label: string; note: string }[];
}

/** Ready-made rules from other texts, ticked and taken over with where they come from. */
export function IncludeParts({
  list,
  fragments,
  taken,
}: {
  list: IncludedList;
  fragments: readonly Fragment[];
  taken: readonly string[];
}) {
  const t = useTranslations('planEditor');
  const { mayEdit } = useDraft();
  if (!mayEdit || fragments.length === 0) return null;
  return (
    <details className="border-t border-line px-4 py-3">
      <summary className="min-h-6 cursor-pointer content-center font-medium text-accent hover:underline">
        {t('include.title')}
      </summary>
      <p className="mt-2 text-soft">{t('include.hint')}</p>
      <ul className="mt-2 divide-y divide-line">
        {fragments.map((fragment) => (
          <li key={fragment.key} className="py-3">
            <FragmentForm list={list} fragment={fragment} taken={taken} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function FragmentForm({
  list,
  fragment,
  taken,
}: {
  list: IncludedList;
  fragment: Fragment;
  taken: readonly string[];
}) {
  const t = useTranslations('planEditor');
  const { save } = useDraft();
  const [names, setNames] = useState<string[]>([]);
  const [failure, setFailure] = useState<SaveFailure | null>(null);
  const [isBusy, startTransition] = useTransition();
  const take = () =>
    startTransition(async () => {
      const edit: PlanEdit = { do: 'include', fragment: fragment.key, list, names };
      const failed = await save(edit);
      setFailure(failed);
      if (!failed) setNames([]);
    });
  const free = fragment.elements.filter((one) => !taken.includes(one.name));
  if (free.length === 0) {
    return (
      <p>
        {fragment.title} <span className="text-faint">{t('include.all')}</span>
      </p>
    );
  }
  return (
    <div className="space-y-2">
      <CheckGroup
        id={`include-${list}-${fragment.key}`}
        label={fragment.title}
        options={free.map(({ name, label, note }) => ({
          value: name,
          label: note ? t('include.element', { label, note }) : label,
        }))}
        value={names}
        onChange={setNames}
      />
      {failure && <SaveFailureNote failure={failure} />}
      <Button size="sm" disabled={names.length === 0 || isBusy} aria-busy={isBusy} onClick={take}>
        {t('include.take', { count: names.length })}
      </Button>
    </div>
  );
}
