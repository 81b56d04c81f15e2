import { added, amend, amended, type Evolvers, patch } from './evolve-rows';

/** What the guards keep watch over: notices, actions, holds, matters, interests. */
export const GUARD_EVOLVERS = {
  'matter.reported': added('matterReports'),
  'matter.countersigned': amended('matterReports'),
  'interest.declared': added('recusals'),
  'platform_notice.proposed': added('platformNotices'),
  'platform_notice.approved': amended('platformNotices'),
  'platform_notice.refused': amended('platformNotices', { state: 'refused' }),
  'platform_notice.countersigned': amended('platformNotices'),
  'platform_notice.sent': amended('platformNotices', { state: 'sent' }),
  'platform_notice.answered': amended('platformNotices', { state: 'answered' }),
  'poster_action.proposed': added('posterActions'),
  'poster_action.reviewed': amended('posterActions', { state: 'reviewed' }),
  'poster_action.approved': amended('posterActions', { state: 'approved' }),
  'poster_action.refused': amended('posterActions', { state: 'refused' }),
  'poster_action.sent': amended('posterActions', { state: 'sent' }),
  'text.flagged': added('textFlags'),
  'hold.placed': added('holds'),
  'hold.lifted': amended('holds'),
  'authors.erased': (state, { mentionIds }, event) =>
    mentionIds.reduce(
      (next, id) => amend(next, 'mentions', id, { authorSealed: null }),
      patch(state, { authorsErasedAt: event.occurredAt }),
    ),
} satisfies Evolvers;
