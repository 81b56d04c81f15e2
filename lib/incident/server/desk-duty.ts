import 'server-only';
import type { Instant } from '@/lib/calendar/instant';
import { prisma } from '@/lib/platform/db';

/** A person on duty, with the number to call. */
export interface DutyPerson {
  name: string;
  title: string | null;
  phone: string | null;
}

export interface DutyTurn {
  startsAt: Instant;
  endsAt: Instant;
  officer: DutyPerson | null;
  backup: DutyPerson | null;
  leader: DutyPerson | null;
}

export interface DeskDuty {
  /** Null when nobody is on duty. */
  now: DutyTurn | null;
  next: DutyTurn | null;
  /** Named when an institution without a roster leans on the one above it. */
  heldBy: string | null;
}

interface Found extends Omit<DutyTurn, 'startsAt' | 'endsAt'> {
  orgId: string;
  orgName: string;
  startsAt: Date;
  endsAt: Date;
  hasOwn: boolean;
}

const person = (column: string) => `(SELECT jsonb_build_object('name', u.name, 'title', u.title,
  'phone', u.phone) FROM "User" u WHERE u.id = s."${column}")`;

const TURNS = `SELECT o.id AS "orgId", o."shortName" AS "orgName", s."startsAt", s."endsAt",
    ${person('officerId')} AS officer, ${person('backupId')} AS backup,
    ${person('leaderId')} AS leader,
    EXISTS (SELECT FROM "DutyShift" h WHERE h."orgId" = $1::uuid) AS "hasOwn"
  FROM "Org" o CROSS JOIN LATERAL (SELECT * FROM "DutyShift" t WHERE t."orgId" = o.id
    AND t."endsAt" > $2::timestamptz ORDER BY t."startsAt" LIMIT 2) s
  WHERE o.id = $1::uuid OR o.id = (SELECT c."parentId" FROM "Org" c WHERE c.id = $1::uuid)
  ORDER BY s."startsAt"`;

/**
 * Who is on duty at `now` and who comes next. An institution that keeps no roster is shown the
 * one above it, since somebody has to be reachable.
 */
export async function findDuty(orgId: string, now: Instant): Promise<DeskDuty> {
  const turns = await prisma.$queryRawUnsafe<Found[]>(TURNS, orgId, now);
  const own = turns.filter((turn) => turn.orgId === orgId);
  const isOwn = own.length > 0 || turns.some((turn) => turn.hasOwn);
  const shown = isOwn ? own : turns;
  const current = shown.find((turn) => turn.startsAt.toISOString() <= now);
  const next = shown.find((turn) => turn.startsAt.toISOString() > now);
  return {
    now: current ? turnOf(current) : null,
    next: next ? turnOf(next) : null,
    heldBy: isOwn ? null : (shown[0]?.orgName ?? null),
  };
}

function turnOf({ startsAt, endsAt, officer, backup, leader }: Found): DutyTurn {
  const from = startsAt.toISOString();
  return { startsAt: from, endsAt: endsAt.toISOString(), officer, backup, leader };
}
