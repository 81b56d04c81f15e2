import { z } from 'zod';
import type { Decision } from '../decision';
import { command, whileOpen } from '../definition';
import {
  COUNTERSIGN_HOURS,
  NOTICE_ANSWERS,
  NOTICE_GROUNDS,
  type NoticeGround,
  URGENT_GROUNDS,
} from '../guard-keys';
import { id, optionalId, optionalInstant, optionalLink, optionalText, text } from '../input';
import { meetDeadline } from '../limit-changes';
import type { PlatformNoticeRow } from '../model';
import { openAgreedDeadline } from '../opening';
import { refuseIfRecused } from './duties';
import { checkMoment } from './reporting';

export const isUrgent = (ground: NoticeGround): boolean => URGENT_GROUNDS.includes(ground);

/**
 * 平台权利通知 (guard 2): a platform is told of exposed personal data, minors' privacy, an
 * impersonation, or a falsehood that a court or authority has found. Criticism is no ground.
 */
export const proposePlatformNotice = command({
  input: z.strictObject({
    ground: z.enum(NOTICE_GROUNDS),
    platform: text(60),
    mentionId: optionalId,
    url: optionalLink,
    legalBasis: text(1000),
    /** Attached evidence of what is exposed, faked or found false. */
    evidenceId: optionalId,
    /** 不涉及批评意见. */
    isNoCriticism: z.boolean().default(false),
    /** Court or authority with the number of its document; for a falsehood. */
    confirmation: optionalText(300),
    /** The public correction that went before; for a falsehood. */
    correctionId: optionalId,
  }),
  offered: whileOpen,
  decide(decision, input) {
    const { ground, mentionId, evidenceId } = input;
    decision.refuseIf(!input.isNoCriticism, 'notice_concerns_criticism');
    if (!evidenceId) return decision.refuseIf(true, 'evidence_needed', { field: 'evidenceId' });
    decision.find('evidence', evidenceId);
    if (mentionId) decision.find('mentions', mentionId);
    decision.refuseIf(!mentionId && !input.url, 'unknown_target', { field: 'url' });
    const isFalsehood = ground === 'confirmed_falsehood';
    refuseCriticism(decision, input);
    if (isFalsehood) requireFalsehood(decision, input);
    decision.emit('platform_notice.proposed', {
      id: decision.newId(),
      ground,
      platform: input.platform,
      mentionId,
      evidenceId,
      isNoCriticism: true,
      correctionId: isFalsehood ? input.correctionId : null,
      state: 'proposed',
      proposedBy: decision.me,
      proposedAt: decision.now,
      approvedBy: null,
      approvedAt: null,
      secondBy: null,
      secondAt: null,
      countersignedBy: null,
      countersignedAt: null,
      refusedBy: null,
      refusedAt: null,
      sentBy: null,
      sentAt: null,
      answerKind: null,
      answeredBy: null,
      answeredAt: null,
      text: {
        url: input.url,
        legalBasis: input.legalBasis,
        confirmation: isFalsehood ? input.confirmation : null,
        refuseReason: null,
        reference: null,
        answer: null,
      },
    });
  },
});

/** What people ask and propose is criticism, however wrong, to the moment the notice goes out. */
function refuseCriticism(decision: Decision, { ground }: { ground: NoticeGround }): void {
  const { category } = decision.incident;
  const isCriticism = ground === 'confirmed_falsehood' && category !== 'falsehood_or_unlawful';
  decision.refuseIf(isCriticism, 'notice_concerns_criticism');
}

/** Only a falsehood found as one goes, after the public correction. */
function requireFalsehood(
  decision: Decision,
  { confirmation, correctionId }: { confirmation: string | null; correctionId: string | null },
): void {
  decision.refuseIf(!confirmation, 'confirmation_needed', { field: 'confirmation' });
  decision.refuseIf(!correctionId, 'clarification_needed', { field: 'correctionId' });
  if (correctionId) requireClarification(decision, correctionId, 'correctionId');
}

/** The publication with which the institution corrected the matter in public. */
export function requireClarification(
  decision: Decision,
  publicationId: string,
  field: string,
): void {
  const { wordingId, correctsId } = decision.find('publications', publicationId);
  const { kind } = decision.find('wordings', wordingId);
  decision.refuseIf(kind !== 'clarification' && !correctsId, 'clarification_needed', { field });
}

const isProposed = (one: PlatformNoticeRow) => one.state === 'proposed';

/** At once by one approver for exposed people; by two for a falsehood, neither of them twice. */
export const approvePlatformNotice = command({
  input: z.strictObject({ noticeId: id }),
  offered: (state, actor) =>
    whileOpen(state) &&
    state.platformNotices.some(
      (one) => isProposed(one) && ![one.proposedBy, one.approvedBy].includes(actor.id),
    ),
  decide(decision, { noticeId }) {
    const notice = decision.find('platformNotices', noticeId);
    decision.refuseIf(!isProposed(notice), 'already_decided');
    decision.refuseIf(notice.proposedBy === decision.me, 'proposer_may_not_confirm');
    decision.refuseIf(notice.approvedBy === decision.me, 'already_approved_step');
    refuseCriticism(decision, notice);
    refuseIfRecused(decision);
    const { me, now } = decision;
    const isFirst = notice.approvedBy === null;
    const isEnough = isUrgent(notice.ground) || !isFirst;
    decision.emit('platform_notice.approved', {
      id: notice.id,
      state: isEnough ? 'approved' : 'proposed',
      approvedBy: isFirst ? me : notice.approvedBy,
      approvedAt: isFirst ? now : notice.approvedAt,
      secondBy: isFirst ? null : me,
      secondAt: isFirst ? null : now,
    });
    if (!isUrgent(notice.ground)) return;
    openAgreedDeadline(decision, {
      key: 'notice_countersign',
      basis: 'countersign',
      refId: notice.id,
      ownerRole: 'leader',
      ownerUnitId: null,
      target: 'leader',
      dueAt: new Date(Date.parse(now) + COUNTERSIGN_HOURS * 3_600_000).toISOString(),
    });
  },
});

export const refusePlatformNotice = command({
  input: z.strictObject({ noticeId: id, reason: text(1000) }),
  offered: (state, actor) =>
    whileOpen(state) &&
    state.platformNotices.some((one) => isProposed(one) && one.proposedBy !== actor.id),
  decide(decision, { noticeId, reason }) {
    const notice = decision.find('platformNotices', noticeId);
    decision.refuseIf(!isProposed(notice), 'already_decided');
    refuseIfRecused(decision);
    decision.emit('platform_notice.refused', {
      id: notice.id,
      refusedBy: decision.me,
      refusedAt: decision.now,
      text: { refuseReason: reason },
    });
  },
});

const mayCountersign = (one: PlatformNoticeRow, personId: string): boolean =>
  isUrgent(one.ground) &&
  one.approvedBy !== null &&
  one.countersignedBy === null &&
  ![one.approvedBy, one.proposedBy].includes(personId);

/** A second leader looks at an urgent notice afterwards, within the day. */
export const countersignPlatformNotice = command({
  input: z.strictObject({ noticeId: id }),
  offered: (state, actor) => state.platformNotices.some((one) => mayCountersign(one, actor.id)),
  decide(decision, { noticeId }) {
    const { me, now } = decision;
    const notice = decision.find('platformNotices', noticeId);
    const isOpen = isUrgent(notice.ground) && notice.approvedBy !== null;
    decision.refuseIf(!isOpen || notice.countersignedBy !== null, 'already_decided');
    decision.refuseIf(!mayCountersign(notice, me), 'proposer_may_not_confirm');
    refuseIfRecused(decision);
    decision.emit('platform_notice.countersigned', {
      id: notice.id,
      countersignedBy: me,
      countersignedAt: now,
    });
    const owed = decision.state.deadlines.find(
      (one) => one.refId === notice.id && (one.state === 'open' || one.state === 'breached'),
    );
    if (owed) meetDeadline(decision, owed.id, now);
  },
});

export const recordPlatformNotice = command({
  input: z.strictObject({
    noticeId: id,
    reference: optionalText(120),
    sentAt: optionalInstant,
  }),
  offered: (state) =>
    whileOpen(state) && state.platformNotices.some((one) => one.state === 'approved'),
  decide(decision, { noticeId, reference, sentAt }) {
    const notice = decision.find('platformNotices', noticeId);
    decision.refuseIf(['sent', 'answered'].includes(notice.state), 'already_decided');
    refuseCriticism(decision, notice);
    const moment = checkMoment(decision, sentAt);
    const since = notice.secondAt ?? notice.approvedAt;
    const isApproved = notice.state === 'approved' && since !== null && moment >= since;
    decision.refuseIf(!isApproved, 'notice_not_approved');
    decision.emit('platform_notice.sent', {
      id: notice.id,
      sentBy: decision.me,
      sentAt: moment,
      text: { reference },
    });
  },
});

export const recordNoticeAnswer = command({
  input: z.strictObject({
    noticeId: id,
    answerKind: z.enum(NOTICE_ANSWERS),
    answer: optionalText(2000),
  }),
  offered: (state) => state.platformNotices.some((one) => one.state === 'sent'),
  decide(decision, { noticeId, answerKind, answer }) {
    const notice = decision.find('platformNotices', noticeId);
    decision.refuseIf(notice.state === 'answered', 'already_decided');
    decision.refuseIf(notice.state !== 'sent', 'notice_not_approved');
    decision.emit('platform_notice.answered', {
      id: notice.id,
      answerKind,
      answeredBy: decision.me,
      answeredAt: decision.now,
      text: { answer },
    });
  },
});
