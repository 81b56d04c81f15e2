import { z } from 'zod';
import type { Decision } from '../decision';
import { command, whileOpen } from '../definition';
import { POSTER_ACTION_KINDS, POSTER_AUTHORITIES } from '../guard-keys';
import { id, optionalId, optionalInstant, optionalText, text } from '../input';
import { type Category, GRAVE_CATEGORIES } from '../keys';
import type { IncidentState, PosterActionRow } from '../model';
import { spreadingSince } from '../poster-conditions';
import { refuseIfRecused } from './duties';
import { requireClarification } from './platform-notice';
import { checkMoment } from './reporting';

const isGrave = (category: Category | null): category is Category =>
  category !== null && GRAVE_CATEGORIES.includes(category);

const whileGrave = (state: IncidentState): boolean =>
  whileOpen(state) && isGrave(state.incident.category);

/**
 * The poster is not the matter (guard 3): never for those who ask or propose. In the other two
 * categories only as the second person confirmed them, and only while they stand.
 */
function requireCategory(decision: Decision, since: Category | null): Category {
  const { category } = decision.incident;
  const isConfirmed = decision.state.categorisations.some(
    (one) =>
      one.category === category &&
      one.state === 'confirmed' &&
      one.confirmedBy !== null &&
      one.confirmedBy !== one.proposedBy,
  );
  const stands = isGrave(category) && isConfirmed && (since === null || since === category);
  decision.refuseIf(!stands, 'category_bars_action', { category: category ?? 'none' });
  return category as Category;
}

/** 报案、商请: an authority is to act against the poster. */
export const proposePosterAction = command({
  input: z.strictObject({
    kind: z.enum(POSTER_ACTION_KINDS),
    authority: z.enum(POSTER_AUTHORITIES),
    statement: text(5000),
    /** The article of law it rests on. */
    article: optionalText(500),
    /** The serious harm, and the evidence of it. */
    harm: optionalText(5000),
    harmEvidenceId: optionalId,
    /** The facts or the clarification as published before. */
    publicationId: optionalId,
  }),
  offered: whileGrave,
  decide(decision, input) {
    const category = requireCategory(decision, null);
    const { publicationId } = input;
    if (!publicationId) {
      const missing =
        category === 'malicious_spread' ? 'facts_not_published' : 'clarification_needed';
      return decision.refuseIf(true, missing, { field: 'publicationId' });
    }
    const { publishedAt } = decision.find('publications', publicationId);
    if (input.harmEvidenceId) decision.find('evidence', input.harmEvidenceId);
    const spreadId = spreadingSince(decision.state, publishedAt);
    if (category === 'malicious_spread') {
      const isDocumented = input.harm !== null && input.harmEvidenceId !== null;
      decision.refuseIf(!isDocumented, 'harm_not_documented', { field: 'harm' });
      decision.refuseIf(spreadId === null, 'spreading_not_shown');
    } else {
      decision.refuseIf(!input.article, 'article_needed', { field: 'article' });
      requireClarification(decision, publicationId, 'publicationId');
    }
    decision.emit('poster_action.proposed', {
      id: decision.newId(),
      kind: input.kind,
      authority: input.authority,
      category,
      harmEvidenceId: input.harmEvidenceId,
      publicationId,
      spreadId,
      state: 'proposed',
      proposedBy: decision.me,
      proposedAt: decision.now,
      legalBy: null,
      legalAt: null,
      approvedBy: null,
      approvedAt: null,
      refusedBy: null,
      refusedAt: null,
      sentBy: null,
      sentAt: null,
      text: {
        statement: input.statement,
        article: input.article,
        harm: input.harm,
        legalOpinion: null,
        refuseReason: null,
        reference: null,
      },
    });
  },
});

const isPending = ({ state }: PosterActionRow) => state === 'proposed' || state === 'reviewed';

/** 法制审核: says whether the article carries it; neither proposes nor approves it. */
export const reviewPosterAction = command({
  input: z.strictObject({ posterActionId: id, opinion: text(5000) }),
  offered: (state, actor) =>
    whileGrave(state) &&
    state.posterActions.some((one) => one.state === 'proposed' && one.proposedBy !== actor.id),
  decide(decision, { posterActionId, opinion }) {
    const action = decision.find('posterActions', posterActionId);
    decision.refuseIf(action.state !== 'proposed', 'already_decided');
    requireCategory(decision, action.category);
    decision.refuseIf(action.proposedBy === decision.me, 'proposer_may_not_confirm');
    refuseIfRecused(decision);
    decision.emit('poster_action.reviewed', {
      id: action.id,
      legalBy: decision.me,
      legalAt: decision.now,
      text: { legalOpinion: opinion },
    });
  },
});

export const approvePosterAction = command({
  input: z.strictObject({ posterActionId: id }),
  offered: (state, actor) =>
    whileGrave(state) &&
    state.posterActions.some((one) => isPending(one) && one.proposedBy !== actor.id),
  decide(decision, { posterActionId }) {
    const action = decision.find('posterActions', posterActionId);
    decision.refuseIf(!isPending(action), 'already_decided');
    requireCategory(decision, action.category);
    const { proposedBy, legalBy } = action;
    decision.refuseIf([proposedBy, legalBy].includes(decision.me), 'proposer_may_not_confirm');
    const isReviewed = action.category !== 'falsehood_or_unlawful' || legalBy !== null;
    decision.refuseIf(!isReviewed, 'legal_review_needed');
    refuseIfRecused(decision);
    decision.emit('poster_action.approved', {
      id: action.id,
      approvedBy: decision.me,
      approvedAt: decision.now,
    });
  },
});

export const refusePosterAction = command({
  input: z.strictObject({ posterActionId: id, reason: text(1000) }),
  offered: (state) => whileOpen(state) && state.posterActions.some(isPending),
  decide(decision, { posterActionId, reason }) {
    const action = decision.find('posterActions', posterActionId);
    decision.refuseIf(!isPending(action), 'already_decided');
    refuseIfRecused(decision);
    decision.emit('poster_action.refused', {
      id: action.id,
      refusedBy: decision.me,
      refusedAt: decision.now,
      text: { refuseReason: reason },
    });
  },
});

/** That it went out, with the receipt; the category has to stand to the last. */
export const recordPosterAction = command({
  input: z.strictObject({
    posterActionId: id,
    reference: optionalText(120),
    sentAt: optionalInstant,
  }),
  offered: (state) =>
    whileGrave(state) && state.posterActions.some((one) => one.state === 'approved'),
  decide(decision, { posterActionId, reference, sentAt }) {
    const action = decision.find('posterActions', posterActionId);
    decision.refuseIf(action.state === 'sent', 'already_decided');
    requireCategory(decision, action.category);
    const moment = checkMoment(decision, sentAt);
    const isApproved = action.state === 'approved' && moment >= (action.approvedAt ?? moment);
    decision.refuseIf(!isApproved, 'action_not_approved');
    decision.emit('poster_action.sent', {
      id: action.id,
      sentBy: decision.me,
      sentAt: moment,
      text: { reference },
    });
  },
});
