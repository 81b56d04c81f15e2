import { z } from 'zod';
import type { Decision } from '../decision';
import { command, whileOpen } from '../definition';
import {
  id,
  instant,
  optionalId,
  optionalInstant,
  optionalLink,
  optionalText,
  text,
} from '../input';
import { NON_PUBLICATION_REASONS, PUBLICATION_WAYS } from '../keys';
import type { WordingVersionRow } from '../model';
import { openAgreedDeadline } from '../opening';
import { followerOf } from '../releases';
import { isPublicKind } from '../stages';
import { refuseIfRecused } from './duties';
import { checkMoment } from './reporting';
import {
  requireAccount,
  requireAfterApproval,
  requireAhead,
  requireApproved,
  requireSignatory,
} from './speaking-rules';

/** A copy goes out as long as the text it was made of is the approved one. */
function requireCopy(
  decision: Decision,
  copyId: string,
  { wordingId, ...seen }: WordingVersionRow,
) {
  const copy = decision.find('wordingCopies', copyId);
  decision.refuseIf(copy.wordingId !== wordingId, 'unknown_target', {
    collection: 'wordingCopies',
  });
  decision.refuseIf(copy.contentHash !== seen.contentHash, 'content_changed', {
    version: seen.number,
  });
}

export const publish = command({
  input: z.strictObject({
    wordingId: id,
    /** A copy made of the text for one platform; left out = the text itself. */
    copyId: optionalId,
    way: z.enum(PUBLICATION_WAYS).default('account'),
    accountId: optionalId,
    signatory: text(120),
    /** Where it took place: of a conference, a parents' meeting. */
    place: optionalText(200),
    attendees: optionalText(1000),
    /** Who put it out for the institution: a medium, the org above, a joint group. */
    through: optionalText(120),
    url: optionalLink,
    evidenceId: optionalId,
    /** The release it follows up, where facts come out in stages. */
    continuesId: optionalId,
    correctsId: optionalId,
    publishedAt: optionalInstant,
    /** What is not known yet; asks for a moment at which more will be said. */
    stillChecking: optionalText(2000),
    nextUpdateAt: optionalInstant,
  }),
  offered: (state) =>
    state.wordings.some((one) => one.state === 'approved' && isPublicKind(one.kind)) ||
    state.approvalRuns.some((one) => one.state === 'released'),
  decide(decision, input) {
    requireAccount(decision, input.accountId, input.way === 'account');
    requireSignatory(decision, input.signatory, input.accountId);
    const approved = requireApproved(decision, input.wordingId, true);
    if (!approved) return;
    if (input.evidenceId) decision.find('evidence', input.evidenceId);
    if (input.copyId) requireCopy(decision, input.copyId, approved.version);
    const { nextUpdateAt, stillChecking } = input;
    decision.refuseIf(stillChecking !== null && nextUpdateAt === null, 'next_update_needed');
    const isMeeting = input.way === 'conference' || input.way === 'parents_meeting';
    decision.refuseIf(isMeeting && input.place === null, 'place_needed');
    const publishedAt = checkMoment(decision, input.publishedAt);
    requireAhead(decision, nextUpdateAt, publishedAt);
    requireAfterApproval(decision, approved.run.releasedAt ?? approved.run.endedAt, publishedAt);
    requireFollows(decision, input, publishedAt);
    // Link or snapshot: what went out has to be seen again, whatever becomes of it.
    decision.refuseIf(!input.url && !input.evidenceId, 'evidence_needed', { field: 'evidenceId' });
    const publicationId = decision.newId();
    decision.emit('wording.published', {
      id: publicationId,
      way: input.way,
      accountId: input.accountId,
      wordingId: approved.wording.id,
      copyId: input.copyId,
      approvalRunId: approved.run.id,
      contentHash: approved.version.contentHash,
      evidenceId: input.evidenceId,
      continuesId: input.continuesId,
      correctsId: input.correctsId,
      nextUpdateAt,
      publishedBy: decision.me,
      publishedAt,
      text: {
        signatory: input.signatory,
        url: input.url,
        stillChecking,
        place: input.place,
        attendees: input.attendees,
        through: input.through,
      },
    });
    if (!nextUpdateAt) return;
    openAgreedDeadline(decision, {
      key: 'next_update',
      basis: 'update',
      refId: publicationId,
      ownerRole: 'office',
      ownerUnitId: null,
      target: 'public',
      dueAt: nextUpdateAt,
    });
  },
});

/** A follow-up comes after the last release of its chain, a correction after what it puts right. */
function requireFollows(
  decision: Decision,
  { continuesId, correctsId }: { continuesId: string | null; correctsId: string | null },
  publishedAt: string,
): void {
  for (const earlierId of [continuesId, correctsId]) {
    if (!earlierId) continue;
    const earlier = decision.find('publications', earlierId);
    decision.refuseIf(publishedAt < earlier.publishedAt, 'before_what_it_follows');
  }
  const { publications } = decision.state;
  const taken = continuesId !== null && followerOf(publications, { id: continuesId }) !== null;
  decision.refuseIf(taken, 'release_continued');
}

export const proposeNonPublication = command({
  input: z.strictObject({
    reason: z.enum(NON_PUBLICATION_REASONS),
    explanation: text(2000),
    /** The decision lapses then and has to be looked at again. */
    expiresAt: instant,
  }),
  offered: whileOpen,
  decide(decision, { reason, explanation, expiresAt }) {
    decision.refuseIf(expiresAt <= decision.now, 'extension_not_later');
    decision.emit('non_publication.proposed', {
      id: decision.newId(),
      reason,
      expiresAt,
      state: 'proposed',
      proposedBy: decision.me,
      proposedAt: decision.now,
      approvedBy: null,
      approvedAt: null,
      text: { explanation },
    });
  },
});

export const approveNonPublication = command({
  input: z.strictObject({ nonPublicationId: id }),
  offered: (state, actor) =>
    state.nonPublications.some((one) => one.state === 'proposed' && one.proposedBy !== actor.id),
  decide(decision, { nonPublicationId }) {
    const proposal = decision.find('nonPublications', nonPublicationId);
    decision.refuseIf(proposal.state !== 'proposed', 'already_decided');
    decision.refuseIf(proposal.proposedBy === decision.me, 'proposer_may_not_confirm');
    decision.refuseIf(proposal.expiresAt <= decision.now, 'extension_not_later');
    refuseIfRecused(decision);
    decision.emit('non_publication.approved', {
      id: proposal.id,
      state: 'approved',
      approvedBy: decision.me,
      approvedAt: decision.now,
    });
    openAgreedDeadline(decision, {
      key: 'non_publication_review',
      basis: 'update',
      refId: proposal.id,
      ownerRole: 'office',
      ownerUnitId: null,
      target: 'public',
      dueAt: proposal.expiresAt,
    });
  },
});
