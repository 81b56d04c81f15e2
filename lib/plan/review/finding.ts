import type { Role } from '@/lib/access/roles';
import type { CalendarData } from '@/lib/calendar';
import type { Label } from '../schema';

export const FINDING_CODES = [
  'blank_at_once',
  'calm_watch_missing',
  'chain_shadowed',
  'escalation_nobody',
  'escalation_policy_unknown',
  'escalation_step_nobody',
  'escalation_step_unreachable',
  'filter_unknown',
  'hard_max_before_amount',
  'level_no_criteria',
  'level_no_decider',
  'met_by_nothing',
  'never_runs',
  'no_chain',
  'norm_adds_duty',
  'owner_missing',
  'patrol_times_differ',
  'pause_rule_unknown',
  'quorum_impossible',
  'rank_twice',
  'rule_collides_with_norm',
  'softer_than_norm',
  'step_cycle',
  'step_no_approver',
  'step_role_may_not_approve',
  'step_stands_in',
  'step_twice',
  'step_unknown',
  'undecided_unknown',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** What the review of a plan says about one place; an error keeps it from being published. */
export interface Finding {
  code: FindingCode;
  severity: 'error' | 'warning' | 'note';
  /** `obligations.first_response`, `chains.reply.steps.leader`. */
  path: string;
  params: Record<string, string | number | Label | readonly string[]>;
}

/** What of the institution decides whether a plan can run in it. */
export interface ReviewContext {
  /** Active people per role. */
  holders: Record<Role, number>;
  /** Voting members of the leadership group. */
  groupVoters: number;
  /** `Org.kind`; decides which norms bind. */
  orgKind: string;
  calendar: CalendarData;
}
