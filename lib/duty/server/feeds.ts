import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { holdsPermission } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import { loadActor, personActor, recordChange } from '@/lib/access/server';
import { DAY_MS, type Instant, parseInstant, toInstant } from '@/lib/calendar/instant';
import type { Locale } from '@/lib/i18n/locales';
import { loadMessages } from '@/lib/i18n/server';
import type { Actor } from '@/lib/incident/context';
import { businessNow, realNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { effectiveShifts } from '../effective';
import { type FeedWords, personEvents, rosterEvents } from '../feed';
import { writeCalendar } from '../ical';
import { PLACES } from '../resolve';
import { rosterOrg } from './change-roster';
import { loadLeaves, loadRows } from './rows';

const DAYS_BACK = 31;
const DAYS_AHEAD = 400;
const USE_NOTED_EVERY_MS = 60_000;
const SECRET = /^[A-Za-z0-9_-]{43}$/;

/**
 * Makes a secret address part for a calendar feed: of one roster, or of the own duty on all. It is
 * told this once and stored as a hash.
 * Throws `Problem`: FORBIDDEN without `roster:read`; NOT_FOUND for a roster of another institution.
 */
export async function createFeed(
  actor: Actor,
  rosterId: string | null,
): Promise<{ feedId: string; secret: string }> {
  const orgId = rosterOrg(actor, 'roster:read');
  const secret = randomBytes(32).toString('base64url');
  const feedId = newId();
  await prisma.$transaction(async (tx) => {
    const roster = rosterId && (await tx.dutyRoster.findFirst({ where: { id: rosterId, orgId } }));
    if (rosterId && !roster) throw new Problem('NOT_FOUND');
    const data = { id: feedId, userId: actor.id, rosterId, secretHash: hashSecret(secret) };
    await tx.dutyFeed.create({ data });
    await recordChange(tx, orgId, 'roster.feedCreated', personActor(actor.id), {
      feedId,
      rosterId,
    });
  });
  return { feedId, secret };
}

/**
 * Ends a feed at once: an own one, and for those who edit rosters any of a roster.
 * Throws `Problem`: FORBIDDEN, NOT_FOUND.
 */
export async function revokeFeed(actor: Actor, feedId: string): Promise<void> {
  const orgId = rosterOrg(actor, 'roster:read');
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.dutyFeed.updateMany({
      where: { id: feedId, revokedAt: null, OR: reachOf(actor, orgId) },
      data: { revokedAt: new Date(realNow()) },
    });
    if (count === 0) throw new Problem('NOT_FOUND');
    await recordChange(tx, orgId, 'roster.feedRevoked', personActor(actor.id), { feedId });
  });
}

/**
 * Gives an own feed a new secret address; the old one ends at once. It is told this once.
 * Throws `Problem`: FORBIDDEN, NOT_FOUND.
 */
export async function renewFeed(actor: Actor, feedId: string): Promise<{ secret: string }> {
  const orgId = rosterOrg(actor, 'roster:read');
  const secret = randomBytes(32).toString('base64url');
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.dutyFeed.updateMany({
      where: { id: feedId, userId: actor.id, revokedAt: null },
      data: { secretHash: hashSecret(secret), lastUsedAt: null },
    });
    if (count === 0) throw new Problem('NOT_FOUND');
    await recordChange(tx, orgId, 'roster.feedRenewed', personActor(actor.id), { feedId });
  });
  return { secret };
}

/** A feed in use. */
export interface FeedRow {
  id: string;
  /** Name of the roster; null = the person's own duty on all. */
  roster: string | null;
  owner: string;
  isMine: boolean;
  createdAt: Instant;
  lastUsedAt: Instant | null;
}

/** Feeds in use: the own, and for those who edit rosters all of rosters. Throws `Problem` FORBIDDEN. */
export async function listFeeds(actor: Actor): Promise<FeedRow[]> {
  const orgId = rosterOrg(actor, 'roster:read');
  const rows = await prisma.dutyFeed.findMany({
    where: { revokedAt: null, OR: reachOf(actor, orgId) },
    include: { roster: { select: { name: true } }, user: { select: { name: true } } },
    orderBy: { createdAt: 'asc' },
    take: 200,
  });
  return rows.map(({ id, roster, user, userId, createdAt, lastUsedAt }) => ({
    id,
    roster: roster?.name ?? null,
    owner: user.name,
    isMine: userId === actor.id,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
}

function reachOf(actor: Actor, orgId: string) {
  const mine = { userId: actor.id };
  return holdsPermission(actor, 'roster:edit') ? [mine, { roster: { orgId } }] : [mine];
}

/**
 * The calendar behind a secret address, from a month back to thirteen months ahead, as the resolver sees it;
 * null for an unknown or revoked one, and when its owner has left or may not see rosters any more.
 */
export async function readFeed(secret: string, locale: Locale): Promise<string | null> {
  if (!SECRET.test(secret)) return null;
  const feed = await prisma.dutyFeed.findFirst({
    where: { secretHash: hashSecret(secret), revokedAt: null, user: { active: true } },
    include: { roster: { select: { name: true } }, user: { select: { orgId: true, name: true } } },
  });
  const owner = feed && (await loadActor(feed.userId));
  if (!feed || !owner || !holdsPermission(owner, 'roster:read')) return null;
  const used = new Date(realNow());
  const isFresh = used.getTime() - (feed.lastUsedAt?.getTime() ?? 0) > USE_NOTED_EVERY_MS;
  if (isFresh) await prisma.dutyFeed.update({ where: { id: feed.id }, data: { lastUsedAt: used } });
  const { orgId, name } = feed.user;
  const now = parseInstant(await businessNow());
  const [from, to] = [toInstant(now - DAYS_BACK * DAY_MS), toInstant(now + DAYS_AHEAD * DAY_MS)];
  const rows = await loadRows(prisma, { orgId, from, to });
  const shown = feed.rosterId ? rows.filter((row) => row.rosterId === feed.rosterId) : rows;
  const shifts = effectiveShifts(shown, await loadLeaves(prisma, orgId, from, to));
  const words = await wordsOf(orgId, locale);
  const title = feed.roster?.name ?? name;
  const events = feed.roster
    ? rosterEvents(shifts, words)
    : personEvents(shifts, feed.userId, words);
  return writeCalendar({ name: title, stampedAt: realNow(), events });
}

async function wordsOf(orgId: string, locale: Locale): Promise<FeedWords> {
  const people = await prisma.user.findMany({ where: { orgId }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const { roster } = loadMessages(locale) as {
    roster: { place: FeedWords['place']; vacant: string };
  };
  const place = Object.fromEntries(PLACES.map((one) => [one, roster.place[one]]));
  return {
    place: place as FeedWords['place'],
    vacant: roster.vacant,
    nameOf: (id) => names.get(id) ?? roster.vacant,
  };
}

function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
