import 'server-only';
import { type Locale, toLocale } from '@/lib/i18n/locales';
import { busyUntil } from '@/lib/notify/busy-minutes';
import type { ChannelKind } from '@/lib/notify/channel-kinds';
import { channelSchemas, groupLanguage, limitsOf } from '@/lib/notify/channel-settings';
import type { QuietHours } from '@/lib/notify/quiet-hours';
import { businessNow } from '@/lib/platform/clock';
import { type Db, prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { allowanceOf } from './allowance';
import { compose, readScene, type Scene } from './compose';
import { awake, boundOf, type HeldBy, holdBack, patient } from './hold-back';
import type { StoredChannel } from './open-channel';
import { type Address, GROUP, type Parcel, type Waiting } from './parcel';

/** Deliveries under way at once on one channel; also how many a claim takes. */
const MOST_PARCELS = 20;
const MOST_PARTS = 3;
/** How long one request may take. */
export const SEND_TIMEOUT_MS = 7000;
/** A message whose worker died is free again after its request would have timed out. */
const LEASE_SPARE_MS = 2000;

/**
 * Takes what may go out on one channel now: locks the channel, so that its rates hold over all
 * workers, counts what was sent, and writes the tries before anything is sent. What is taken comes
 * round again by itself when its worker dies. Empty when another worker has the channel.
 * @param now real time
 */
export async function claim(channelId: string, now: Date): Promise<Parcel[]> {
  return prisma.$transaction(async (db) => {
    const [channel] = await db.$queryRaw<StoredChannel[]>`
      SELECT id, "orgId", kind, settings, sealed FROM "Channel"
      WHERE id = ${channelId}::uuid AND enabled
        AND ("restsUntil" IS NULL OR "restsUntil" <= ${now}::timestamptz)
      FOR NO KEY UPDATE SKIP LOCKED`;
    if (!channel) return [];
    const kind = channel.kind as ChannelKind;
    const settings = channelSchemas[kind].settings.safeParse(channel.settings);
    const limits = limitsOf(kind, settings.data ?? { limits: {} });
    const { room: whole, freeAt } = await allowanceOf(db, limits.rates, { channelId }, now);
    if (freeAt) {
      const data = { restsUntil: freeAt, restsFor: 'own_rate' };
      await db.channel.update({ where: { id: channelId }, data });
      return [];
    }
    const busy = busyUntil(limits.avoidMinutes, now.toISOString());
    let room = whole;
    const parcels: Parcel[] = [];
    const businessTime = await businessNow(db);
    for (const recipient of await recipientsOf(db, channelId, now)) {
      const spare = MOST_PARCELS - parcels.length;
      if (room <= 0 || spare <= 0) break;
      if (!(await isFree(db, recipient))) continue;
      const reach = await reachOf(db, recipient);
      const own = await boundOf(db, { channelId, recipient, limits }, now);
      const due = await waitingFor(db, channelId, recipient, {
        now,
        room: Math.min(room, own.room),
        spare,
      });
      const waiting = await patient(db, await awake(db, due, reach, now), busy);
      if (own.freeAt) await holdBack(db, waiting.map(idOf), { ...own, until: own.freeAt });
      const groups = bundled(waiting, Math.min(room, own.room)).slice(0, spare);
      const heldBy = own.room < room ? own.heldBy : 'channel_rate';
      const scene = await readScene(db, [...groups.flat()], businessTime);
      for (const group of groups) {
        if (room <= 0) break;
        const parcel = await pack(db, group, { channel, limits, reach, scene, heldBy, room });
        room -= parcel.content.parts.length;
        parcels.push(parcel);
      }
    }
    await writeTries(db, parcels, now);
    return parcels;
  });
}

/** Before anything is sent: what is taken comes round again by itself after a while. */
async function writeTries(db: Db, parcels: readonly Parcel[], now: Date): Promise<void> {
  if (parcels.length === 0) return;
  const leases = parcels.map(({ content }) => {
    const ms = content.parts.length * SEND_TIMEOUT_MS + LEASE_SPARE_MS;
    return new Date(now.getTime() + ms);
  });
  await db.$executeRaw`UPDATE "OutboxMessage" m
    SET attempts = m.attempts + 1, "notBefore" = taken.lease
    FROM unnest(${parcels.map(idOf)}::uuid[], ${leases}::timestamptz[]) AS taken (id, lease)
    WHERE m.id = taken.id`;
  await db.deliveryAttempt.createMany({
    data: parcels.map(({ id, attemptId, channel, recipient, content, messages }) => ({
      id: attemptId,
      channelId: channel.id,
      messageId: id,
      recipient,
      parts: content.parts.length,
      messages,
      startedAt: now,
    })),
  });
}

const idOf = ({ id }: { id: string }) => id;

/** Whom something is due for, urgent things first, then in order of time. */
async function recipientsOf(db: Db, channelId: string, now: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ recipient: string }[]>`
    SELECT recipient FROM "OutboxMessage"
    WHERE "channelId" = ${channelId}::uuid AND state = 'queued'
      AND "notBefore" <= ${now}::timestamptz
    GROUP BY recipient ORDER BY bool_or(urgent) DESC, min("createdAt") LIMIT ${MOST_PARCELS}`;
  return rows.map(({ recipient }) => recipient);
}

/** One worker at a time counts what a person got: mail and SMS are different channels. */
async function isFree(db: Db, recipient: string): Promise<boolean> {
  if (recipient === GROUP) return true;
  const [row] = await db.$queryRaw<{ free: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${recipient}, 0)) AS free`;
  return row?.free ?? false;
}

/**
 * What is due for one recipient: with room for all of it no more than this claim can take, else
 * everything, for it goes in bundles.
 */
async function waitingFor(
  db: Db,
  channelId: string,
  recipient: string,
  { now, room, spare }: { now: Date; room: number; spare: number },
): Promise<Waiting[]> {
  const [due] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "OutboxMessage"
    WHERE "channelId" = ${channelId}::uuid AND recipient = ${recipient}
      AND state = 'queued' AND "notBefore" <= ${now}::timestamptz`;
  const most = due && due.count <= room ? spare : null;
  return db.$queryRaw<Waiting[]>`
    SELECT id, recipient, rule, "eventType", seq, "incidentId", "deadlineId", href, params,
      urgent, attempts, "partsSent"
    FROM "OutboxMessage" WHERE "channelId" = ${channelId}::uuid AND recipient = ${recipient}
      AND state = 'queued' AND "notBefore" <= ${now}::timestamptz
    ORDER BY urgent DESC, "createdAt", id LIMIT ${most} FOR UPDATE SKIP LOCKED`;
}

interface Reach extends Address {
  quiet: QuietHours | null;
  /** Null for a group, which has its own. */
  language: Locale | null;
}

async function reachOf(db: Db, recipient: string): Promise<Reach> {
  if (recipient === GROUP) return { mail: null, phone: null, quiet: null, language: null };
  const person = await db.user.findUnique({
    where: { id: recipient },
    select: { phone: true, preference: true },
  });
  const { mail = null, quietFrom = null, quietTo = null } = person?.preference ?? {};
  const quiet = quietFrom && quietTo ? { from: quietFrom, to: quietTo } : null;
  const language = toLocale(person?.preference?.language);
  return { mail, phone: person?.phone ?? null, quiet, language };
}

/**
 * What goes out one by one, and what in one bundle: with room for all each goes alone, otherwise
 * the last place carries the rest. A message that was tried before keeps to itself and those it
 * carries.
 */
function bundled(waiting: readonly Waiting[], room: number): Waiting[][] {
  if (room <= 0) return [];
  if (waiting.length <= room) return waiting.map((one) => [one]);
  const tried = waiting.filter(({ attempts }) => attempts > 0).slice(0, room);
  const fresh = waiting.filter(({ attempts }) => attempts === 0);
  const places = room - tried.length;
  const alone = fresh.slice(0, Math.max(0, places - 1));
  const rest = places > 0 ? fresh.slice(alone.length) : [];
  return [...tried, ...alone].map((one) => [one]).concat(rest.length > 0 ? [rest] : []);
}

interface Packing {
  channel: StoredChannel;
  limits: Parcel['limits'];
  reach: Reach;
  scene: Scene;
  /** What keeps the others from going alone. */
  heldBy: HeldBy;
  room: number;
}

/** Composes a delivery, and ties those that ride along to their carrier. */
async function pack(
  db: Db,
  group: readonly Waiting[],
  { channel, limits, reach, scene, heldBy, room }: Packing,
): Promise<Parcel> {
  const [carrier, ...riders] = group;
  if (!carrier) throw new RangeError('an empty parcel');
  const known = carrier.attempts > 0 ? await ridersOf(db, carrier.id) : [];
  const all = [carrier, ...known, ...riders];
  const told = known.length > 0 ? await readScene(db, all, scene.now) : scene;
  const content = compose(all, told, {
    language: reach.language ?? groupLanguage(channel.settings),
    textBytes: limits.textBytes,
    mostParts: Math.max(1, Math.min(MOST_PARTS, room)),
  });
  if (riders.length > 0) {
    await db.$executeRaw`UPDATE "OutboxMessage" SET state = 'bundled', "heldBy" = ${heldBy},
      "carrierId" = ${carrier.id}::uuid WHERE id = ANY(${riders.map(idOf)}::uuid[])`;
  }
  const { recipient, partsSent } = carrier;
  const { mail, phone } = reach;
  return {
    id: carrier.id,
    attemptId: newId(),
    channel,
    limits,
    recipient,
    address: { mail, phone },
    attempts: carrier.attempts + 1,
    partsSent: Math.min(partsSent, content.parts.length - 1),
    content,
    messages: all.length,
  };
}

async function ridersOf(db: Db, carrierId: string): Promise<Waiting[]> {
  return db.$queryRaw<Waiting[]>`
    SELECT id, recipient, rule, "eventType", seq, "incidentId", "deadlineId", href, params,
      urgent, attempts, "partsSent"
    FROM "OutboxMessage" WHERE "carrierId" = ${carrierId}::uuid AND state = 'bundled'
    ORDER BY urgent DESC, "createdAt", id`;
}
