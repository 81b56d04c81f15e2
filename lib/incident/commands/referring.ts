import { z } from 'zod';
import { command, whileOpen } from '../definition';
import { id, optionalText, text } from '../input';
import { REFERRAL_KINDS } from '../keys';
import { isAddressedTo } from '../receiving';
import { refuse } from '../refusal';

/**
 * 提级, 移交, 请求支援: asks the institution above to take the matter up, hands it to another body,
 * or asks for help. Raised to an institution in this system, the incident is visible there from
 * then on. Nothing of the own duties ends by it.
 */
export const refer = command({
  input: z.strictObject({
    kind: z.enum(REFERRAL_KINDS),
    /** The body it goes to; left out, the institution above. */
    recipient: optionalText(120),
    content: text(5000),
  }),
  offered: whileOpen,
  decide(decision, { kind, recipient, content }) {
    const { directory } = decision.context;
    const toOrgId = recipient === null ? directory.parentOrgId : null;
    if (recipient === null && (toOrgId === null || kind === 'transfer')) {
      refuse('reason_needed', { field: 'recipient' });
    }
    const waiting = decision.state.referrals.some(
      (one) => one.kind === kind && one.state === 'requested' && one.toOrgId === toOrgId && toOrgId,
    );
    decision.refuseIf(waiting, 'already_decided');
    decision.emit('referral.requested', {
      id: decision.newId(),
      kind,
      toOrgId,
      requestedBy: decision.me,
      requestedAt: decision.now,
      state: 'requested',
      answeredBy: null,
      answeredAt: null,
      text: { recipient, content, answer: null },
    });
  },
});

/** The answer: by the institution it went to, or recorded here when it came on paper. */
export const answerReferral = command({
  input: z.strictObject({ referralId: id, accepts: z.boolean(), answer: text(2000) }),
  offered: (state, actor) =>
    state.referrals.some(
      (one) => one.state === 'requested' && (one.toOrgId ?? state.incident.orgId) === actor.orgId,
    ),
  decide(decision, { referralId, accepts, answer }) {
    const referral = decision.find('referrals', referralId);
    decision.refuseIf(referral.state !== 'requested', 'already_decided');
    const isForUs = isAddressedTo(referral, decision.state, decision.context.actor);
    decision.refuseIf(!isForUs, 'not_your_unit');
    const isOwn = referral.requestedBy === decision.me && referral.toOrgId !== null;
    decision.refuseIf(isOwn, 'proposer_may_not_confirm');
    decision.emit('referral.answered', {
      id: referral.id,
      state: accepts ? 'accepted' : 'refused',
      answeredBy: decision.me,
      answeredAt: decision.now,
      text: { answer },
    });
  },
});
