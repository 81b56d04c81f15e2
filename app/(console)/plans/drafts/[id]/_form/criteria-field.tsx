'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/inputs';
import type { Criterion } from '@/lib/plan/criteria';
import { criterionText } from '@/lib/plan/criterion-text';
import { CriterionRow, EMPTY_LEAF } from './criterion-row';
import {
  criterionOf,
  depthOf,
  type Group,
  MAX_DEPTH,
  type TreeNode,
  treeOf,
  withNode,
} from './criterion-tree';
import { useDraft } from './draft-context';

/** Criteria of a level as groups of conditions, read aloud below as one sentence. */
export function CriteriaField({
  id,
  value,
  error,
  onChange,
}: {
  id: string;
  value: Criterion | null;
  error?: string | undefined;
  onChange: (value: Criterion | null) => void;
}) {
  const t = useTranslations('planEditor');
  const { mayEdit } = useDraft();
  const ids = useRef(0);
  const nextId = () => {
    ids.current += 1;
    return ids.current;
  };
  const [tree, setTree] = useState<Group>(() => treeOf(value, nextId));
  const [focusOn, setFocusOn] = useState<string | null>(null);
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (!focusOn) return;
    box.current?.querySelector<HTMLElement>(focusOn)?.focus();
    setFocusOn(null);
  }, [focusOn]);
  const isDeep = value !== null && depthOf(value) > MAX_DEPTH;
  const take = (next: Group, focus?: string) => {
    setTree(next);
    onChange(criterionOf(next));
    if (focus) setFocusOn(focus);
  };
  const change = (node: number, make: (node: TreeNode) => TreeNode | null, focus?: string) =>
    take(withNode(tree, node, make), focus);
  return (
    <fieldset ref={box} className="min-w-0 space-y-2">
      <legend className="mb-1 font-medium text-soft">{t('criteria.title')}</legend>
      {isDeep || !mayEdit ? (
        <p className="text-faint">{isDeep && t('criteria.deep')}</p>
      ) : (
        <GroupBox id={id} group={tree} depth={1} nextId={nextId} change={change} />
      )}
      {error && <p className="text-xs text-red">{error}</p>}
      <p role="status" className="rounded-md bg-accent-pale px-3 py-2 text-accent">
        <Sentence criterion={value} />
      </p>
    </fieldset>
  );
}

function Sentence({ criterion }: { criterion: Criterion | null }) {
  const locale = useLocale();
  const t = useTranslations('planEditor');
  if (!criterion) return t('criteria.none');
  const { zh, en } = criterionText(criterion);
  return t('criteria.reads', { text: locale === 'en' ? en : zh });
}

type Change = (node: number, make: (node: TreeNode) => TreeNode | null, focus?: string) => void;

function GroupBox({
  id,
  group,
  depth,
  nextId,
  change,
}: {
  id: string;
  group: Group;
  depth: number;
  nextId: () => number;
  change: Change;
}) {
  const t = useTranslations('planEditor');
  const own = (one: number) => `${id}-n${one}`;
  const add = (node: TreeNode) =>
    change(
      group.id,
      (before) => ({ ...(before as Group), children: [...(before as Group).children, node] }),
      `[data-node="${node.id}"] select`,
    );
  const remove = (node: number) => change(node, () => null, `[data-add="${group.id}"]`);
  return (
    <div className="rounded-md border border-line bg-paper p-3" data-node={group.id}>
      <div className="flex flex-wrap items-center gap-2">
        <Select
          id={own(group.id)}
          name={own(group.id)}
          aria-label={t('criteria.joins')}
          className="w-36"
          options={(['all', 'any'] as const).map((one) => ({
            value: one,
            label: t(`criteria.${one}`),
          }))}
          value={group.joins}
          onChange={({ target }) =>
            change(group.id, (node) => ({
              ...(node as Group),
              joins: target.value as Group['joins'],
            }))
          }
        />
      </div>
      <ul className="mt-2 space-y-2">
        {group.children.map((child) => (
          <li key={child.id} className="flex items-start gap-2">
            <div className="min-w-0 grow">
              {child.kind === 'leaf' ? (
                <CriterionRow
                  id={own(child.id)}
                  node={child.id}
                  leaf={child.leaf}
                  onChange={(leaf) => change(child.id, () => ({ ...child, leaf }))}
                />
              ) : (
                <GroupBox {...{ id, nextId, change }} group={child} depth={depth + 1} />
              )}
            </div>
            <Button
              variant="quiet"
              size="sm"
              className="mt-1"
              aria-label={
                child.kind === 'leaf' ? t('criteria.removeRow') : t('criteria.removeGroup')
              }
              onClick={() => remove(child.id)}
            >
              ✕
            </Button>
          </li>
        ))}
      </ul>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button
          size="sm"
          data-add={group.id}
          onClick={() => add({ id: nextId(), kind: 'leaf', leaf: EMPTY_LEAF })}
        >
          {t('criteria.addRow')}
        </Button>
        {depth < MAX_DEPTH && (
          <Button
            size="sm"
            variant="quiet"
            onClick={() => {
              const leaf: TreeNode = { id: nextId(), kind: 'leaf', leaf: EMPTY_LEAF };
              const joins = group.joins === 'all' ? 'any' : 'all';
              add({ id: nextId(), kind: 'group', joins, children: [leaf] });
            }}
          >
            {t('criteria.addGroup')}
          </Button>
        )}
      </div>
    </div>
  );
}
