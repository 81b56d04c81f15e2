import 'server-only';
import type { Instant } from '@/lib/calendar/instant';
import type { Actor } from '@/lib/incident/context';
import { visibleTo } from '@/lib/incident/server';
import { findRule } from '@/lib/plan/obligations';
import type { Label } from '@/lib/plan/schema';
import { getPlanVersion } from '@/lib/plan/server';
import { Prisma, prisma } from '@/lib/platform/db';
import type { HouseRule } from '../house-rules';
import type { NOTICE_RULES } from '../rules';

export interface NoticeDeadline {
  id: string;
  key: string;
  /** As the plan names it; null for limits that people agreed on. */
  title: Label | null;
  dueAt: Instant | null;
  isPending: boolean;
  acknowledgedAt: Instant | null;
  acknowledgedByName: string | null;
}

export interface NoticeIncident {
  id: string;
  number: string;
  title: string | null;
  isDrill: boolean;
}

/** One notice in the app, as its reader may see it. */
export interface ListedNotice {
  id: string;
  rule: (typeof NOTICE_RULES)[number] | HouseRule;
  createdAt: Instant;
  isUnread: boolean;
  /** Null for a notice of the house. */
  incident: NoticeIncident | null;
  /** Values of a notice of the house; instants are ISO strings. */
  params: Readonly<Record<string, string>>;
  deadline: NoticeDeadline | null;
}

interface Found {
  id: string;
  rule: ListedNotice['rule'];
  createdAt: Date;
  readAt: Date | null;
  acknowledgedAt: Date | null;
  params: Record<string, string> | null;
  incidentId: string | null;
  number: string | null;
  title: string | null;
  isDrill: boolean | null;
  planVersionId: string | null;
  deadlineId: string | null;
  key: string | null;
  obligation: string | null;
  dueAt: Date | null;
  state: string | null;
  escalationAcknowledgedAt: Date | null;
  acknowledgedByName: string | null;
}

const PAGE = 50;
const CURSOR = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/;

/** A person's notices, newest first; those of incidents no longer theirs to see are left out. */
export async function listNotices(
  actor: Actor,
  { cursor, limit = PAGE }: { cursor?: string | undefined; limit?: number } = {},
): Promise<{ items: ListedNotice[]; nextCursor: string | null }> {
  const [, at, id] = CURSOR.exec(cursor ?? '') ?? [];
  const after =
    at && id
      ? Prisma.sql`(n."createdAt", n.id) < (${at}::timestamptz, ${id}::uuid)`
      : Prisma.sql`true`;
  const rows = await prisma.$queryRaw<Found[]>`
    SELECT n.id, n.rule, n."createdAt", n."readAt", n."acknowledgedAt", n.params,
      n."incidentId", i.number, i.title, i."isDrill", i."planVersionId", n."deadlineId", d.key,
      d.rule AS obligation, d."dueAt", d.state,
      d."acknowledgedAt" AS "escalationAcknowledgedAt", u.name AS "acknowledgedByName"
    FROM "Notification" n LEFT JOIN "Incident" i ON i.id = n."incidentId"
      LEFT JOIN "Deadline" d ON d.id = n."deadlineId"
      LEFT JOIN "User" u ON u.id = d."acknowledgedBy"
    WHERE n."userId" = ${actor.id}::uuid AND n.channel = 'in_app'
      AND (n."incidentId" IS NULL OR ${visibleTo(actor)}) AND ${after}
    ORDER BY n."createdAt" DESC, n.id DESC LIMIT ${limit + 1}`;
  const items = await Promise.all(rows.slice(0, limit).map(listed));
  const last = items.at(-1);
  const nextCursor = rows.length > limit && last ? `${last.createdAt}_${last.id}` : null;
  return { items, nextCursor };
}

/** Notices that still want to be read: neither read nor settled by somebody's act. */
export async function unreadCount(actor: Actor): Promise<number> {
  return prisma.notification.count({
    where: { userId: actor.id, channel: 'in_app', readAt: null, acknowledgedAt: null },
  });
}

async function listed(row: Found): Promise<ListedNotice> {
  const { id, rule, incidentId, number, title, isDrill, params } = row;
  return {
    id,
    rule,
    createdAt: row.createdAt.toISOString(),
    isUnread: row.readAt === null && row.acknowledgedAt === null,
    incident: incidentId
      ? { id: incidentId, number: number ?? '', title, isDrill: isDrill ?? false }
      : null,
    params: params ?? {},
    deadline: await deadlineOf(row),
  };
}

async function deadlineOf(row: Found): Promise<NoticeDeadline | null> {
  if (!row.deadlineId || !row.key || !row.planVersionId) return null;
  const { plan } = await getPlanVersion(prisma, row.planVersionId);
  const obligation = row.obligation ? findRule(plan, row.obligation) : null;
  return {
    id: row.deadlineId,
    key: row.key,
    title: obligation?.title ?? null,
    dueAt: row.dueAt?.toISOString() ?? null,
    isPending: row.state === 'open' || row.state === 'breached',
    acknowledgedAt: row.escalationAcknowledgedAt?.toISOString() ?? null,
    acknowledgedByName: row.acknowledgedByName,
  };
}
