import { z } from 'zod';
import { reachInstead } from '@/lib/escalation/recipients';
import { CHANNEL_KINDS } from '@/lib/notify/channel-kinds';
import type { EscalationTarget } from '@/lib/plan/schema';
import { signersOwing } from '../approval-limits';
import { command } from '../definition';
import { id } from '../input';
import { isPending } from '../limit-changes';
import { reachOptionsOf } from '../watching';

/**
 * What follows when an outside message of an escalation was given up: it goes on record, and where
 * no other channel tells the same person, the step's fallback or the final leader is told. A
 * message counts once; a limit that is settled or acknowledged tells nobody any more.
 */
export const recordUndelivered = command({
  input: z.strictObject({
    escalationId: id,
    messageId: id,
    channel: z.enum(CHANNEL_KINDS),
    code: z.string().max(60),
    recipientId: id.nullable(),
    isPassedOn: z.boolean(),
  }),
  offered: () => false,
  isInternal: true,
  decide(decision, { escalationId, messageId, channel, code, recipientId, isPassedOn }) {
    const escalation = decision.find('escalations', escalationId);
    const failures = escalation.failures ?? [];
    decision.refuseIf(
      failures.some((one) => one.messageId === messageId),
      'already_exists',
    );
    const deadline = decision.find('deadlines', escalation.deadlineId);
    const isSilent = isPassedOn || !isPending(deadline) || deadline.acknowledgedAt !== null;
    const unreachedIds = [...failures.map((one) => one.recipientId), recipientId];
    const reached = isSilent
      ? { personIds: [], skipped: [], standIns: [] }
      : reachInstead(
          (escalation.fallback ?? []) as EscalationTarget[],
          decision.context.directory,
          { ...deadline, ownerIds: signersOwing(decision.state, deadline) },
          {
            ...reachOptionsOf(decision),
            informedIds: escalation.recipientIds,
            unreachedIds: unreachedIds.filter((one) => one !== null),
          },
        );
    decision.emit('escalation.undelivered', {
      id: escalationId,
      deadlineId: deadline.id,
      messageId,
      channel,
      code,
      undeliveredTo: recipientId,
      isPassedOn,
      recipientIds: reached.personIds,
      skipped: reached.skipped,
      standIns: reached.standIns,
    });
  },
});
