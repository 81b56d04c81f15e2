import type { DeadlineRow, PublicationRow } from './model';

type Continued = Pick<PublicationRow, 'id' | 'continuesId'>;

/** The release that continues this one; a chain never forks. */
export function followerOf<T extends Continued>(
  publications: readonly T[],
  { id }: Pick<Continued, 'id'>,
): T | null {
  return publications.find((one) => one.continuesId === id) ?? null;
}

/**
 * 分阶段发布: publications as chains, first release to last, in the order of their first ones; a lone
 * one is a chain of itself.
 */
export function releaseChains<T extends Continued>(publications: readonly T[]): T[][] {
  const ids = new Set(publications.map((one) => one.id));
  const first = publications.filter((one) => !one.continuesId || !ids.has(one.continuesId));
  return first.map((one) => {
    const chain: T[] = [];
    for (let next: T | null = one; next; next = followerOf(publications, next)) chain.push(next);
    return chain;
  });
}

/** Publications that put this one right, as recorded. */
export function correctionsOf<T extends Pick<PublicationRow, 'correctsId'>>(
  publications: readonly T[],
  { id }: Pick<PublicationRow, 'id'>,
): T[] {
  return publications.filter((one) => one.correctsId === id);
}

/** The limit that a promise of this publication or reply opened. */
export function promiseOf(
  deadlines: readonly DeadlineRow[],
  { id }: { id: string },
): DeadlineRow | null {
  return (
    deadlines.find(
      (one) => one.refId === id && (one.basis === 'update' || one.basis === 'promise'),
    ) ?? null
  );
}

/** Releases whose promised update is still owed, the most pressing first. */
export function owedUpdates({
  publications,
  deadlines,
}: {
  publications: readonly PublicationRow[];
  deadlines: readonly DeadlineRow[];
}): PublicationRow[] {
  const owed = deadlines
    .filter((one) => one.key === 'next_update')
    .filter((one) => one.state === 'open' || one.state === 'breached')
    .sort((a, b) => (a.dueAt ?? '').localeCompare(b.dueAt ?? ''));
  return owed.flatMap(({ refId }) => publications.find((one) => one.id === refId) ?? []);
}
