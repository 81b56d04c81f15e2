import type { Instant } from '@/lib/calendar/instant';
import type { DeadlineRow, IncidentState } from '@/lib/incident/model';
import type { ResponsePlan } from '@/lib/plan/schema';
import type { Given } from './given';

/** Chinese words behind the keys and ids of an incident. */
export interface CaseWords {
  /** An option of a command's field, such as `finding` `untrue`. */
  option: (list: string, key: string) => string;
  grade: (key: string) => string;
  role: (key: string) => string;
  stage: (key: string) => string;
  unit: (id: string) => string | null;
  person: (id: string) => { name: string; title: string | null; phone: string | null } | null;
  account: (id: string) => string | null;
  deadline: (deadline: Pick<DeadlineRow, 'key' | 'rule'>) => string;
}

export interface HotWord {
  word: string;
  count: number;
  mentionIds: readonly string[];
}

/** Everything a document about an incident is made from; nothing else may be said in it. */
export interface IncidentCase {
  state: IncidentState;
  plan: ResponsePlan;
  /** When the document is made, business time. */
  now: Instant;
  org: { id: string; name: string };
  words: CaseWords;
  given: Given;
  /** Words that recur in the stored mentions, most frequent first. */
  hotWords: readonly HotWord[];
}

export const personName = ({ words }: IncidentCase, id: string | null): string =>
  (id && words.person(id)?.name) || '姓名已不在册';

export const unitName = ({ words }: IncidentCase, id: string | null): string =>
  (id && words.unit(id)) || '单位已不在册';
