import 'server-only';
import type { Instant } from '@/lib/calendar/instant';
import type { FlagKind } from '@/lib/guard/phrases';
import type { Actor } from '@/lib/incident/context';
import { NOTICE_GROUNDS, type NoticeGround } from '@/lib/incident/guard-keys';
import { visibleTo } from '@/lib/incident/server';
import { prisma } from '@/lib/platform/db';

/** A line somebody wrote that asks for a post to vanish or the like. */
export interface FlaggedLine {
  id: string;
  incidentId: string;
  number: string;
  title: string | null;
  seq: number;
  kind: FlagKind;
  excerpt: string | null;
  writer: string | null;
  flaggedAt: Instant;
}

/** Flagged lines, newest first, at most 200. */
export async function listFlags(actor: Actor): Promise<FlaggedLine[]> {
  type Row = Omit<FlaggedLine, 'flaggedAt'> & { flaggedAt: Date };
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT f.id, i.id AS "incidentId", i.number, i.title, f."ofSeq" AS seq, f.kind, f.excerpt,
      u.name AS writer, f."flaggedAt"
    FROM "TextFlag" f JOIN "Incident" i ON i.id = f."incidentId"
    LEFT JOIN "User" u ON u.id::text = f."writtenBy"
    WHERE ${visibleTo(actor, 'audit:export')} ORDER BY f."flaggedAt" DESC, f.id DESC LIMIT 200`;
  return rows.map((row) => ({ ...row, flaggedAt: row.flaggedAt.toISOString() }));
}

/** Notices to platforms by ground: how many were proposed, and how many went out; drills left out. */
export async function countNotices(
  actor: Actor,
): Promise<Record<NoticeGround, { proposed: number; sent: number }>> {
  type Row = { ground: NoticeGround; proposed: number; sent: number };
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT n.ground, count(*)::int AS proposed,
      (count(*) FILTER (WHERE n.state IN ('sent', 'answered')))::int AS sent
    FROM "PlatformNotice" n JOIN "Incident" i ON i.id = n."incidentId"
    WHERE NOT i."isDrill" AND ${visibleTo(actor, 'audit:export')} GROUP BY n.ground`;
  const none = { proposed: 0, sent: 0 };
  const of = (ground: NoticeGround) => rows.find((row) => row.ground === ground) ?? none;
  return Object.fromEntries(
    NOTICE_GROUNDS.map((ground) => {
      const { proposed, sent } = of(ground);
      return [ground, { proposed, sent }];
    }),
  ) as Record<NoticeGround, { proposed: number; sent: number }>;
}

/** How often acting against a poster was proposed, and how often it went out; drills left out. */
export async function countPosterActions(
  actor: Actor,
): Promise<{ proposed: number; sent: number }> {
  const [row] = await prisma.$queryRaw<{ proposed: number; sent: number }[]>`
    SELECT count(*)::int AS proposed, (count(*) FILTER (WHERE p.state = 'sent'))::int AS sent
    FROM "PosterAction" p JOIN "Incident" i ON i.id = p."incidentId"
    WHERE NOT i."isDrill" AND ${visibleTo(actor, 'audit:export')}`;
  return row ?? { proposed: 0, sent: 0 };
}
