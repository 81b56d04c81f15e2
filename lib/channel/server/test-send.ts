import 'server-only';
import { Problem } from '@/lib/access/problem';
import { personActor, recordChange } from '@/lib/access/server';
import type { Actor } from '@/lib/incident/context';
import type { Outcome } from '@/lib/notify/answers';
import { type ChannelKind, DEFAULT_LIMITS } from '@/lib/notify/channel-kinds';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { requireConfigurer } from './channels';
import { composeTest } from './compose';
import { GROUP } from './parcel';
import { send } from './send';

/**
 * Sends a test message at once: to the group, or for mail and SMS to the administrator who asks.
 * It counts towards the channel's rate and stands in the delivery log.
 * Throws `Problem` FORBIDDEN, NOT_FOUND.
 * @returns the provider's answer
 */
export async function testChannel(actor: Actor, channelId: string): Promise<Outcome> {
  const orgId = requireConfigurer(actor);
  const channel = await prisma.channel.findFirst({ where: { id: channelId, orgId } });
  if (!channel) throw new Problem('NOT_FOUND');
  const self = await prisma.user.findUnique({
    where: { id: actor.id },
    select: { phone: true, preference: { select: { mail: true } } },
  });
  const kind = channel.kind as ChannelKind;
  const recipient = kind === 'mail' || kind === 'sms' ? actor.id : GROUP;
  const attemptId = newId();
  const startedAt = new Date();
  const log = { id: attemptId, channelId, messageId: null, recipient, parts: 1, messages: 1 };
  await prisma.deliveryAttempt.create({ data: { ...log, startedAt } });
  const { outcome } = await send({
    id: attemptId,
    attemptId,
    channel,
    limits: DEFAULT_LIMITS[kind],
    recipient,
    address: { mail: self?.preference?.mail ?? null, phone: self?.phone ?? null },
    attempts: 1,
    partsSent: 0,
    content: composeTest(channel.name),
  });
  const { result, code } = outcome;
  await prisma.$transaction(async (tx) => {
    await tx.deliveryAttempt.update({
      where: { id: attemptId },
      data: { endedAt: new Date(), result, code },
    });
    const payload = { channelId, result, code };
    await recordChange(tx, orgId, 'org.channelTested', personActor(actor.id), payload);
  });
  return outcome;
}
