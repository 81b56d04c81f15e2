import 'server-only';
import { Problem } from '@/lib/access/problem';

export type Attempt<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** What came of an act: its value, or the problem it threw; any other fault is thrown on. */
export function attempt<T>(act: () => T): Attempt<T> {
  try {
    return { ok: true, value: act() };
  } catch (error) {
    if (error instanceof Problem) return { ok: false, problem: error };
    throw error;
  }
}
