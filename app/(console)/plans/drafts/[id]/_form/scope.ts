import type { Role } from '@/lib/access/roles';
import type { ResponsePlan } from '@/lib/plan/schema';
import type { FindingLine } from './finding-lines';

type Named<V extends string = string> = { value: V; label: string };

/** What the plan has and who is there, in words: the choices of every form. */
export interface PlanScope {
  language: 'zh' | 'en';
  levels: Named[];
  scales: { key: string; label: string; levels: Named[] }[];
  /** Active people per role; voting members for `group`. */
  holders: Record<Role | 'group', number>;
  /** People and groups a reminder can name: `person:ID`, `group:ID`, `seats:deputy`. */
  tellable: Named[];
  /** Duties of the plan by key. */
  duties: Named[];
  /** Levels and scales as the plan has them, for saying filters. */
  named: Pick<ResponsePlan, 'levels' | 'scales'>;
}

/** What the review says, by the name of the element it is about. */
export type FindingsByName = Readonly<Record<string, readonly FindingLine[]>>;
