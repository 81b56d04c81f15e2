import 'server-only';
import type { Role } from '@/lib/access/roles';
import { recentArrangement } from '@/lib/audit/server';
import type { Instant } from '@/lib/calendar/instant';
import { prisma } from '@/lib/platform/db';
import { type Absence, type AwayRule, uncoveredAbsences } from '../away';
import type { Delegation } from '../delegates';
import { heightenedAt } from '../heightened';
import { loadHeightened, type StoredPeriod } from './heightened';

/** What of the groups must not go unnoticed. */
export interface GroupWarnings {
  /** Seats nobody holds, and those of people whose account has ended. */
  vacant: number;
  left: { name: string; duty: string }[];
  /** Away for longer than the plan allows without a written authority. */
  uncovered: (Absence & { name: string })[];
  heightened: StoredPeriod | null;
}

interface Found {
  vacant: number;
  left: GroupWarnings['left'];
  rules: AwayRule[];
  absences: (Absence & { name: string; roles: Role[] })[];
  delegations: Delegation[];
}

/** Absences are looked at this far ahead. */
const AHEAD_DAYS = 14;

/**
 * Vacancies, leavers and absences without a delegate of an institution, and the heightened period
 * that runs. Rules on absence come from the newest versions of its plans. UTC instants.
 */
export async function loadGroupWarnings(orgId: string, now: Instant): Promise<GroupWarnings> {
  const until = new Date(Date.parse(now) + AHEAD_DAYS * 86_400_000).toISOString();
  const [[row], periods] = await Promise.all([
    prisma.$queryRaw<{ found: Found }[]>`SELECT jsonb_build_object(
      'vacant', (SELECT count(*) FROM "GroupMember" m JOIN "LeadershipGroup" g ON g.id = m."groupId"
        WHERE g."orgId" = ${orgId}::uuid AND g."dissolvedAt" IS NULL AND m."userId" IS NULL),
      'left', (SELECT coalesce(jsonb_agg(jsonb_build_object('name', u.name, 'duty', m.duty)), '[]')
        FROM "GroupMember" m JOIN "LeadershipGroup" g ON g.id = m."groupId"
        JOIN "User" u ON u.id = m."userId" AND NOT u.active
        WHERE g."orgId" = ${orgId}::uuid AND g."dissolvedAt" IS NULL),
      'rules', (SELECT coalesce(jsonb_agg(mechanism), '[]') FROM "ResponsePlan" p
        JOIN LATERAL (SELECT content FROM "PlanVersion" v WHERE v."planId" = p.id
          ORDER BY v.number DESC LIMIT 1) v ON true
        CROSS JOIN LATERAL jsonb_array_elements(v.content->'mechanisms') mechanism
        WHERE p."orgId" = ${orgId}::uuid AND mechanism->>'kind' = 'delegate_when_away'),
      'absences', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'personId', u.id,
          'name', u.name, 'startsAt', l."startsAt", 'endsAt', l."endsAt",
          'roles', (SELECT coalesce(jsonb_agg(r.role), '[]') FROM "UserRole" r
            WHERE r."userId" = u.id)) ORDER BY l."startsAt"), '[]')
        FROM "DutyLeave" l JOIN "User" u ON u.id = l."personId" AND u.active
        WHERE l."orgId" = ${orgId}::uuid AND l."cancelledAt" IS NULL
          AND l."endsAt" > ${new Date(now)} AND l."startsAt" < ${new Date(until)}),
      'delegations', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'fromId', d."fromId",
          'toId', d."toId", 'scope', d.scope, 'startsAt', d."startsAt", 'endsAt', d."endsAt")), '[]')
        FROM "Delegation" d WHERE d."orgId" = ${orgId}::uuid AND d."revokedAt" IS NULL
          AND d."endsAt" > ${new Date(now)})
    ) AS found`,
    loadHeightened(orgId, { from: now, to: new Date(Date.parse(now) + 1).toISOString() }),
  ]);
  const { vacant, left, rules, absences, delegations } = row?.found ?? NOTHING;
  const away = absences.map(instants);
  const rolesOf = (id: string) => away.find((one) => one.personId === id)?.roles ?? [];
  const open = uncoveredAbsences(away, delegations.map(instants), rules, rolesOf, now);
  return {
    vacant,
    left,
    uncovered: open.map((one) => ({
      ...one,
      name: away.find(({ id }) => id === one.id)?.name ?? '',
    })),
    heightened: heightenedAt(periods, now),
  };
}

const NOTHING: Found = { vacant: 0, left: [], rules: [], absences: [], delegations: [] };

const instants = <T extends { startsAt: string; endsAt: string }>(one: T): T => ({
  ...one,
  startsAt: new Date(one.startsAt).toISOString(),
  endsAt: new Date(one.endsAt).toISOString(),
});

/** The same for a page many people keep open; any change makes it be asked anew. */
export function recentGroupWarnings(orgId: string, now: Instant): Promise<GroupWarnings> {
  const key = `group-warnings:${orgId}:${now.slice(0, 16)}`;
  return recentArrangement(orgId, key, () => loadGroupWarnings(orgId, now));
}
