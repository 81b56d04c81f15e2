import type { Criterion } from '@/lib/plan/criteria';

export type Leaf = Exclude<Criterion, { all: Criterion[] } | { any: Criterion[] }>;

/** A criterion as the form edits it: every node has an id of its own. */
export type TreeNode =
  | { id: number; kind: 'group'; joins: 'all' | 'any'; children: TreeNode[] }
  | { id: number; kind: 'leaf'; leaf: Leaf };
export type Group = Extract<TreeNode, { kind: 'group' }>;

/** Groups within groups the form can show. */
export const MAX_DEPTH = 3;

export function depthOf(criterion: Criterion): number {
  const inner = 'all' in criterion ? criterion.all : 'any' in criterion ? criterion.any : null;
  return inner ? 1 + Math.max(0, ...inner.map(depthOf)) : 0;
}

/** The tree of a criterion; a single condition stands in a group of its own. */
export function treeOf(criterion: Criterion | null, nextId: () => number): Group {
  if (criterion && ('all' in criterion || 'any' in criterion)) {
    return nodeOf(criterion, nextId) as Group;
  }
  const children = criterion ? [nodeOf(criterion, nextId)] : [];
  return { id: nextId(), kind: 'group', joins: 'all', children };
}

function nodeOf(criterion: Criterion, nextId: () => number): TreeNode {
  if ('all' in criterion || 'any' in criterion) {
    const joins = 'all' in criterion ? 'all' : 'any';
    const inner = 'all' in criterion ? criterion.all : criterion.any;
    const children = inner.map((one) => nodeOf(one, nextId));
    return { id: nextId(), kind: 'group', joins, children };
  }
  return { id: nextId(), kind: 'leaf', leaf: criterion };
}

/** The criterion of a tree; groups without conditions fall away, null = only a person judges. */
export function criterionOf(node: TreeNode, isRoot = true): Criterion | null {
  if (node.kind === 'leaf') return node.leaf;
  const children = node.children.flatMap((one) => criterionOf(one, false) ?? []);
  const [only] = children;
  if (!only) return null;
  if (isRoot && children.length === 1) return only;
  return node.joins === 'all' ? { all: children } : { any: children };
}

/** The tree with one node changed, or taken away by null. */
export function withNode(
  group: Group,
  id: number,
  change: (node: TreeNode) => TreeNode | null,
): Group {
  const children = group.children.flatMap((child): TreeNode[] => {
    if (child.id === id) return [change(child) ?? []].flat();
    return [child.kind === 'group' ? withNode(child, id, change) : child];
  });
  const own = { ...group, children };
  return group.id === id ? ((change(own) as Group | null) ?? own) : own;
}
