import { Problem } from '@/lib/access/problem';

/** Why a change was refused, `carried out` when it was not, or what else went wrong. */
export function reasonOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'carried out',
    (error: unknown) => (error instanceof Problem ? (error.facts.reason ?? error.code) : error),
  );
}
