/** Why a command was not carried out. Codes are stable; their sentences stand in the messages. */
export const REFUSALS = [
  'action_not_approved',
  'already_acknowledged',
  'already_approved_step',
  'already_archived',
  'already_decided',
  'already_exists',
  'already_on_plan',
  'already_paused',
  'already_signed_for',
  'approval_not_running',
  'approval_running',
  'article_needed',
  'acceptance_over',
  'acting_barred',
  'assignment_not_open',
  'authors_held',
  'calm_test_open',
  'category_bars_action',
  'category_needs_confirmation',
  'clarification_needed',
  'classification_mark',
  'closing_incomplete',
  'confirmation_needed',
  'content_changed',
  'deadline_not_open',
  'delegation_ended',
  'delegator_recused',
  'discovery_in_future',
  'discovery_reason_needed',
  'drafter_may_not_approve',
  'empty_wording',
  'evidence_needed',
  'extension_beyond_maximum',
  'extension_not_later',
  'facts_not_published',
  'grade_needed',
  'grade_not_decided',
  'grade_unknown_to_plan',
  'harm_not_documented',
  'incident_ended',
  'incident_not_ended',
  'instant_in_future',
  'internal_line_not_public',
  'lead_unit_needed',
  'legal_review_needed',
  'no_approval_chain',
  'not_an_earlier_step',
  'no_official_account',
  'not_pausable',
  'not_paused',
  'not_your_step',
  'not_your_unit',
  'notice_concerns_criticism',
  'notice_not_approved',
  'one_lead_unit',
  'outside_reference_needed',
  'pause_beyond_maximum',
  'pause_end_not_ahead',
  'names_needed',
  'plan_lacks',
  'points_unanswered',
  'principal_signature_needed',
  'proposer_may_not_confirm',
  'reason_needed',
  'recused',
  'review_needed',
  'signature_needed',
  'spreading_not_shown',
  'stale_version',
  'superior_missing',
  'taskforce_dissolved',
  'taskforce_exists',
  'time_before_discovery',
  'unknown_target',
  'wording_not_approved',
  'wording_not_ready',
  'wrong_decider',
  'wrong_stage',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

export type RefusalDetail = Record<string, string | number | readonly string[]>;

/** Thrown inside `decide` helpers and turned into a value at its edge; unwinds the transaction. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly detail: RefusalDetail = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

export function refuse(code: RefusalCode, detail?: RefusalDetail): never {
  throw new Refusal(code, detail);
}
