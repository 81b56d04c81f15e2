import { z } from 'zod';
import { voiceFault } from '@/lib/org/official-voice';
import { coversGrade } from '@/lib/plan/obligations';
import type { Decision } from '../decision';
import { command, whileOpen } from '../definition';
import { situationNow } from '../facts';
import { id, instant, optionalId, optionalInstant, optionalText, text } from '../input';
import { NON_PUBLICATION_REASONS, PUBLICATION_WAYS, REPLY_CHANNELS, REPLY_KINDS } from '../keys';
import type { WordingRow } from '../model';
import { openAgreedDeadline } from '../opening';
import { refuse } from '../refusal';
import { isPublicKind } from '../stages';
import { refuseIfRecused } from './duties';
import { checkMoment } from './reporting';
import { currentVersion, liveRun } from './wording';

/**
 * The registered account of a publication, in use, verified, and this person named for it; an
 * official way needs none (guard 1).
 */
function requireAccount(decision: Decision, accountId: string | null, needed: boolean): void {
  if (accountId === null && !needed) return;
  const { directory, actor } = decision.context;
  const account = directory.accounts.find((one) => one.id === accountId);
  const fault = account ? voiceFault(account, actor) : 'no_official_account';
  if (fault) refuse(fault);
}

/** The wording with its approving run, as approved and unchanged since. */
function requireApproved(decision: Decision, wordingId: string, orReleased = false) {
  const { plan } = decision.context;
  const wording = decision.find('wordings', wordingId);
  decision.refuseIf(!isPublicKind(wording.kind), 'internal_line_not_public');
  const run = liveRun(decision.state, wordingId);
  const version = currentVersion(decision.state, wording);
  const isFree = run?.state === 'approved' || (orReleased && run?.state === 'released');
  if (!isFree || run?.contentHash !== version.contentHash) {
    return decision.refuseIf(true, 'wording_not_approved', { state: wording.state });
  }
  // A grade raised since then asks for the chain of the higher grade.
  const outgrown = !coversGrade(plan, run.chainKey, situationNow(plan, decision.state).grade);
  decision.refuseIf(outgrown, 'wording_not_approved', { state: 'graded_higher' });
  return { wording, run, version } as {
    wording: WordingRow;
    run: typeof run;
    version: typeof version;
  };
}

/** Words went out after they were approved, whatever moment is stated. */
function requireAfterApproval(decision: Decision, endedAt: string | null, moment: string): void {
  const before = endedAt !== null && moment < endedAt;
  decision.refuseIf(before, 'wording_not_approved', { state: 'submitted' });
}

export const publish = command({
  input: z.strictObject({
    wordingId: id,
    way: z.enum(PUBLICATION_WAYS).default('account'),
    accountId: optionalId,
    signatory: text(120),
    url: optionalText(2000),
    evidenceId: optionalId,
    correctsId: optionalId,
    publishedAt: optionalInstant,
    nextUpdateAt: optionalInstant,
  }),
  offered: (state) =>
    state.wordings.some((one) => one.state === 'approved' && isPublicKind(one.kind)) ||
    state.approvalRuns.some((one) => one.state === 'released'),
  decide(decision, input) {
    requireAccount(decision, input.accountId, input.way === 'account');
    const approved = requireApproved(decision, input.wordingId, true);
    if (!approved) return;
    if (input.evidenceId) decision.find('evidence', input.evidenceId);
    if (input.correctsId) decision.find('publications', input.correctsId);
    const { nextUpdateAt, now } = { nextUpdateAt: input.nextUpdateAt, now: decision.now };
    decision.refuseIf(nextUpdateAt !== null && nextUpdateAt <= now, 'extension_not_later');
    const publishedAt = checkMoment(decision, input.publishedAt);
    requireAfterApproval(decision, approved.run.releasedAt ?? approved.run.endedAt, publishedAt);
    // Link or snapshot: what went out has to be seen again, whatever becomes of it.
    decision.refuseIf(!input.url && !input.evidenceId, 'evidence_needed', { field: 'evidenceId' });
    const publicationId = decision.newId();
    decision.emit('wording.published', {
      id: publicationId,
      way: input.way,
      accountId: input.accountId,
      wordingId: approved.wording.id,
      approvalRunId: approved.run.id,
      contentHash: approved.version.contentHash,
      evidenceId: input.evidenceId,
      correctsId: input.correctsId,
      nextUpdateAt,
      publishedBy: decision.me,
      publishedAt,
      text: { signatory: input.signatory, url: input.url },
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

export const reply = command({
  input: z.strictObject({
    channel: z.enum(REPLY_CHANNELS).default('thread'),
    kind: z.enum(REPLY_KINDS).default('first'),
    accountId: optionalId,
    signatory: text(120),
    /** An approved wording; a first reply may instead use a text agreed in advance. */
    wordingId: optionalId,
    acknowledgementKey: optionalText(64),
    repliedAt: optionalInstant,
    promisedAt: optionalInstant,
  }),
  offered: whileOpen,
  decide(decision, input) {
    requireAccount(decision, input.accountId, input.channel === 'thread');
    const { promisedAt } = input;
    decision.refuseIf(promisedAt !== null && promisedAt <= decision.now, 'extension_not_later');
    const repliedAt = checkMoment(decision, input.repliedAt);
    const content = input.wordingId
      ? approvedReply(decision, input.wordingId, repliedAt)
      : acknowledgement(decision, input.kind, input.acknowledgementKey);
    const replyId = decision.newId();
    decision.emit('reply.given', {
      id: replyId,
      channel: input.channel,
      kind: input.kind,
      accountId: input.accountId,
      wordingId: input.wordingId,
      contentHash: content.contentHash,
      promisedAt,
      repliedBy: decision.me,
      repliedAt,
      text: { signatory: input.signatory, content: content.body },
    });
    if (!promisedAt) return;
    openAgreedDeadline(decision, {
      key: 'promised_answer',
      basis: 'promise',
      refId: replyId,
      ownerRole: 'office',
      ownerUnitId: null,
      target: 'citizen',
      dueAt: promisedAt,
    });
  },
});

function approvedReply(decision: Decision, wordingId: string, repliedAt: string) {
  const approved = requireApproved(decision, wordingId);
  requireAfterApproval(decision, approved?.run.endedAt ?? null, repliedAt);
  return {
    body: approved?.version.body ?? null,
    contentHash: approved?.version.contentHash ?? null,
  };
}

/** A text the leadership agreed to in advance; only a first reply may use one. */
function acknowledgement(decision: Decision, kind: string, key: string | null) {
  decision.refuseIf(kind !== 'first', 'wording_not_approved', { state: 'none' });
  const { acknowledgements } = decision.context.directory;
  const agreed = key ? acknowledgements.find((one) => one.key === key) : acknowledgements[0];
  decision.refuseIf(!agreed, 'wording_not_approved', { state: 'none' });
  return { body: agreed?.text ?? null, contentHash: null };
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

export const recordMediaEnquiry = command({
  input: z.strictObject({
    outlet: text(120),
    question: text(5000),
    receivedAt: optionalInstant,
    pressDeadlineAt: optionalInstant,
  }),
  offered: whileOpen,
  decide(decision, { outlet, question, receivedAt, pressDeadlineAt }) {
    const enquiryId = decision.newId();
    decision.emit('media.enquired', {
      id: enquiryId,
      pressDeadlineAt,
      receivedBy: decision.me,
      receivedAt: checkMoment(decision, receivedAt),
      wordingId: null,
      answeredBy: null,
      answeredAt: null,
      text: { outlet, question, answer: null },
    });
    if (!pressDeadlineAt || pressDeadlineAt <= decision.now) return;
    openAgreedDeadline(decision, {
      key: 'media_answer',
      basis: 'media',
      refId: enquiryId,
      ownerRole: 'office',
      ownerUnitId: null,
      target: 'public',
      dueAt: pressDeadlineAt,
    });
  },
});

export const answerMediaEnquiry = command({
  input: z.strictObject({ enquiryId: id, wordingId: id }),
  offered: (state) => state.mediaEnquiries.some((one) => one.answeredAt === null),
  decide(decision, { enquiryId, wordingId }) {
    const enquiry = decision.find('mediaEnquiries', enquiryId);
    decision.refuseIf(enquiry.answeredAt !== null, 'already_decided');
    const approved = requireApproved(decision, wordingId);
    decision.emit('media.answered', {
      id: enquiry.id,
      wordingId,
      answeredBy: decision.me,
      answeredAt: decision.now,
      text: { answer: approved?.version.body ?? null },
    });
  },
});
