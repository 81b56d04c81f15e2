import 'server-only';
import { Problem } from '@/lib/access/problem';
import type { RefusalCode } from '../refusal';

/** Constraints that say in the database what the domain says first. */
const CONSTRAINTS: Record<string, RefusalCode> = {
  drafter_may_not_approve: 'drafter_may_not_approve',
  publication_is_approved: 'wording_not_approved',
  reply_is_approved: 'wording_not_approved',
  said_stays: 'already_decided',
  formal_reply_is_approved: 'wording_not_approved',
  official_voice: 'no_official_account',
  official_reply: 'no_official_account',
  publication_account: 'no_official_account',
  reply_account: 'no_official_account',
  grave_category_by_two: 'proposer_may_not_confirm',
  non_publication_by_two: 'proposer_may_not_confirm',
  dismissal_by_two: 'proposer_may_not_confirm',
  review_by_two: 'drafter_may_not_approve',
  countersigned_by_another: 'proposer_may_not_confirm',
  ApprovalDecision_runId_personId_key: 'already_approved_step',
  voice_retired: 'account_retired',
  voice_unverified: 'account_unverified',
  voice_publisher: 'not_a_publisher',
  publication_promises: 'next_update_needed',
  publication_continued_once: 'release_continued',
  publication_follows: 'before_what_it_follows',
  publication_place: 'place_needed',
  letter_grounds: 'reason_needed',
  letter_is_approved: 'wording_not_approved',
  publication_signatory: 'signature_needed',
  publication_evidence: 'evidence_needed',
  reply_signatory: 'signature_needed',
  notice_is_no_criticism: 'notice_concerns_criticism',
  notice_evidence: 'evidence_needed',
  notice_legal_basis: 'article_needed',
  notice_confirmed: 'confirmation_needed',
  notice_correct: 'clarification_needed',
  notice_approved: 'notice_not_approved',
  notice_by_: 'proposer_may_not_confirm',
  poster_category: 'category_bars_action',
  poster_publication: 'facts_not_published',
  poster_article: 'article_needed',
  poster_harm: 'harm_not_documented',
  poster_spreading_shown: 'spreading_not_shown',
  poster_reviewed: 'legal_review_needed',
  poster_approved: 'action_not_approved',
  poster_by_another: 'proposer_may_not_confirm',
  deadline_within_maximum: 'extension_beyond_maximum',
};

/** Faults that mean somebody else was faster: a lock, a serialisation, a place already taken. */
const BUSY = ['40001', '40P01', '55P03', 'P2028', 'P2034'];

/**
 * What a database error means to the caller, or null when it is a defect. Reads the SQLSTATE and
 * the constraint wherever Prisma puts them (driver adapter cause, or the message).
 */
export function databaseProblem(error: unknown): Problem | null {
  const text = describe(error);
  const named = Object.keys(CONSTRAINTS).find((name) => text.includes(name));
  if (named) return new Problem('REFUSED', { reason: CONSTRAINTS[named] ?? 'already_exists' });
  if (BUSY.some((code) => text.includes(code))) return new Problem('CONFLICT');
  if (text.includes('23505') || text.includes('P2002')) return new Problem('CONFLICT');
  if (text.includes('22021') || text.includes('22P05')) {
    const errors = [{ path: '', message: 'text holds a character that cannot be stored' }];
    return new Problem('INVALID_INPUT', { errors });
  }
  return null;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const { code, meta } = error as { code?: unknown; meta?: unknown };
  return [String(code ?? ''), safeJson(meta), error.message].join(' ');
}

function safeJson(value: unknown): string {
  try {
    return (
      JSON.stringify(value, (_key, member: unknown) =>
        member instanceof Error ? { ...member, message: member.message } : member,
      ) ?? ''
    );
  } catch {
    return '';
  }
}
