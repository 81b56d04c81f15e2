import 'server-only';
import { Problem } from '@/lib/access/problem';
import { personActor, recordChange } from '@/lib/access/server';
import { toLocale } from '@/lib/i18n/locales';
import type { Actor } from '@/lib/incident/context';
import type { Outcome } from '@/lib/notify/answers';
import type { ChannelKind, RateWindow } from '@/lib/notify/channel-kinds';
import { channelSchemas, groupLanguage, limitsOf } from '@/lib/notify/channel-settings';
import { type Prisma, prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { allowanceOf } from './allowance';
import { requireConfigurer } from './channels';
import { composeTest } from './compose';
import { GROUP } from './parcel';
import { send } from './send';

/**
 * Sends a test message at once: to the group, or for mail and SMS to the administrator who asks.
 * It counts towards the channel's rate and stands in the delivery log.
 * Where the rate is used up nothing is sent: one request too many would close a robot for minutes.
 * Throws `Problem` FORBIDDEN, NOT_FOUND.
 * @returns the provider's answer, or `rest` with `own_limit` and the seconds to wait
 */
export async function testChannel(actor: Actor, channelId: string): Promise<Outcome> {
  const orgId = requireConfigurer(actor);
  const channel = await prisma.channel.findFirst({ where: { id: channelId, orgId } });
  if (!channel) throw new Problem('NOT_FOUND');
  const self = await prisma.user.findUnique({
    where: { id: actor.id },
    select: { phone: true, preference: { select: { mail: true, language: true } } },
  });
  const kind = channel.kind as ChannelKind;
  const settings = channelSchemas[kind].settings.safeParse(channel.settings);
  const limits = limitsOf(kind, settings.data ?? { limits: {} });
  const recipient = isPersonal(kind) ? actor.id : GROUP;
  const attemptId = newId();
  const attempt = { id: attemptId, channelId, messageId: null, recipient, parts: 1, messages: 1 };
  const waitSeconds = await start(attempt, limits.rates);
  if (waitSeconds !== null) return { result: 'rest', code: 'own_limit', seconds: waitSeconds };
  const language = isPersonal(kind) ? self?.preference?.language : groupLanguage(channel.settings);
  const { outcome, said } = await send({
    id: attemptId,
    attemptId,
    channel,
    limits,
    recipient,
    address: { mail: self?.preference?.mail ?? null, phone: self?.phone ?? null },
    attempts: 1,
    partsSent: 0,
    messages: 1,
    content: composeTest(channel.name, toLocale(language)),
  });
  const { result, code } = outcome;
  await prisma.$transaction(async (tx) => {
    await tx.deliveryAttempt.update({
      where: { id: attemptId },
      data: { endedAt: new Date(), result, code, said },
    });
    const payload = { channelId, result, code };
    await recordChange(tx, orgId, 'org.channelTested', personActor(actor.id), payload);
  });
  return outcome;
}

const isPersonal = (kind: ChannelKind) => kind === 'mail' || kind === 'sms';

/** Writes the try down unless the rate is used up; answers the seconds to wait, or null. */
async function start(
  attempt: Omit<Prisma.DeliveryAttemptUncheckedCreateInput, 'startedAt'>,
  rates: readonly RateWindow[],
): Promise<number | null> {
  const { channelId } = attempt;
  return prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM "Channel" WHERE id = ${channelId}::uuid FOR NO KEY UPDATE`;
    const now = new Date();
    const { freeAt } = await allowanceOf(tx, rates, { channelId }, now);
    if (freeAt) return Math.max(1, Math.ceil((freeAt.getTime() - now.getTime()) / 1000));
    await tx.deliveryAttempt.create({ data: { ...attempt, startedAt: now } });
    return null;
  });
}
