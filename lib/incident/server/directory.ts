import 'server-only';
import type { Role } from '@/lib/access/roles';
import type { Instant } from '@/lib/calendar/instant';
import { type Leave, resolveOnDuty, type Shift, type Span } from '@/lib/duty/resolve';
import type { Delegation } from '@/lib/group/delegates';
import type { Db } from '@/lib/platform/db';
import type { AgreedText, Directory, DirectoryAccount, DirectoryUnit } from '../context';

interface Found {
  orgName: string;
  parentOrgId: string | null;
  acknowledgements: AgreedText[];
  people: {
    id: string;
    name: string;
    orgId: string;
    unitId: string | null;
    roles: Role[];
    reachable: boolean;
  }[];
  inactiveIds: string[];
  groups: { id: string; name: string; seats: { personId: string; duty: string }[] }[];
  units: DirectoryUnit[];
  groupMemberIds: string[];
  accounts: DirectoryAccount[];
  delegations: Delegation[];
  /** Shifts and leave that touch the instant, also of the institution above. */
  shifts: (Shift & { orgId: string })[];
  leaves: (Leave & { orgId: string })[];
}

/**
 * People of the institution, of those below (assignments go there) and of the one above. Votes of
 * the group belong to active people of the institution itself.
 */
const DIRECTORY = `SELECT json_build_object(
  'orgName', o.name, 'parentOrgId', o."parentId",
  'acknowledgements', (SELECT coalesce(jsonb_agg(jsonb_build_object('key', k.key, 'name', k.name, 'text', k.text,
      'contentHash', k."contentHash", 'agreedAt', k."decidedAt", 'validUntil', k."validUntil")
      ORDER BY k.key), '[]') FROM "Acknowledgement" k
      WHERE k."orgId" = o.id AND k.state = 'agreed'),
  'people', (SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name,
      'orgId', u."orgId", 'unitId', u."unitId",
      'reachable', coalesce(u.phone, '') <> '' OR EXISTS (SELECT FROM "ContactPreference" p
        JOIN "Channel" c ON c."orgId" = u."orgId" AND c.kind = 'mail' AND c.enabled
        WHERE p."userId" = u.id AND p.mail IS NOT NULL AND NOT ('mail' = ANY (p.declined))),
      'roles', (SELECT coalesce(json_agg(r.role), '[]') FROM "UserRole" r WHERE r."userId" = u.id)
    ) ORDER BY u.username), '[]') FROM "User" u WHERE u.active AND u."orgId" IN (
      SELECT id FROM "Org" WHERE id = o.id OR "parentId" = o.id OR id = o."parentId")),
  'inactiveIds', (SELECT coalesce(json_agg(u.id), '[]') FROM "User" u
      WHERE u."orgId" = o.id AND NOT u.active),
  'groups', (SELECT coalesce(json_agg(json_build_object('id', g.id, 'name', g.name, 'seats',
      (SELECT coalesce(json_agg(json_build_object('personId', m."userId", 'duty', m.duty)
        ORDER BY m.position), '[]') FROM "GroupMember" m
        JOIN "User" gu ON gu.id = m."userId" AND gu."orgId" = o.id WHERE m."groupId" = g.id)
    ) ORDER BY g."createdAt"), '[]') FROM "LeadershipGroup" g
      WHERE g."orgId" = o.id AND g."dissolvedAt" IS NULL),
  'units', (SELECT coalesce(json_agg(json_build_object('id', n.id, 'orgId', n."orgId",
      'name', n.name, 'principalId', n."principalId", 'orgName', CASE WHEN n."orgId" <> o.id
        THEN (SELECT uo."shortName" FROM "Org" uo WHERE uo.id = n."orgId") END) ORDER BY n."orgId" <> o.id, n."orgId", n.position), '[]')
      FROM "Unit" n WHERE n."orgId" IN (
      SELECT id FROM "Org" WHERE id = o.id OR "parentId" = o.id)),
  'groupMemberIds', (SELECT coalesce(json_agg(DISTINCT m."userId"), '[]') FROM "GroupMember" m
      JOIN "LeadershipGroup" g ON g.id = m."groupId"
      JOIN "User" mu ON mu.id = m."userId" AND mu.active AND mu."orgId" = o.id
      WHERE g."orgId" = o.id AND g."dissolvedAt" IS NULL AND m.votes),
  'delegations', (SELECT coalesce(json_agg(json_build_object('id', d.id, 'fromId', d."fromId",
      'toId', d."toId", 'scope', d.scope, 'startsAt', d."startsAt", 'endsAt', d."endsAt")), '[]')
      FROM "Delegation" d WHERE d."orgId" = o.id AND d."revokedAt" IS NULL
      AND d."startsAt" <= $2::timestamptz AND d."endsAt" > $2::timestamptz - interval '30 days'),
  'accounts', (SELECT coalesce(json_agg(json_build_object('id', a.id, 'name', a.name,
      'platform', a.platform, 'active', a.active, 'verification', a.verification,
      'signingUnit', a."signingUnit", 'publisherRoles', a."publisherRoles",
      'publisherIds', a."publisherIds") ORDER BY a.active DESC, a.name), '[]')
      FROM "OfficialAccount" a WHERE a."orgId" = o.id),
  'shifts', (SELECT coalesce(json_agg(to_jsonb(s) || jsonb_build_object('rank', r.position)), '[]')
      FROM "DutyShift" s JOIN "DutyRoster" r ON r.id = s."rosterId"
      WHERE s."orgId" IN (o.id, o."parentId") AND s."publishedAt" IS NOT NULL
      AND s."startsAt" <= $2::timestamptz AND s."endsAt" >= $2::timestamptz),
  'leaves', (SELECT coalesce(json_agg(to_json(l)), '[]') FROM "DutyLeave" l
      WHERE l."orgId" IN (o.id, o."parentId") AND l."cancelledAt" IS NULL
      AND l."startsAt" <= $2::timestamptz AND l."endsAt" >= $2::timestamptz)
) AS found FROM "Org" o WHERE o.id = $1::uuid`;

/**
 * The institution as decisions need it, read afresh each time: roles, shifts and accounts may have
 * changed a moment ago.
 * @throws Error when the institution does not exist
 */
export async function loadDirectory(db: Db, orgId: string, at: Instant): Promise<Directory> {
  const [row] = await db.$queryRawUnsafe<{ found: Found }[]>(DIRECTORY, orgId, at);
  if (!row) throw new Error(`unknown institution ${orgId}`);
  const { shifts, leaves, delegations, acknowledgements, ...found } = row.found;
  const rows = { shifts: shifts.map(withInstants), leaves: leaves.map(withInstants) };
  return {
    orgId,
    ...found,
    delegations: delegations.map(withInstants),
    acknowledgements: acknowledgements.map((one) => ({
      ...one,
      agreedAt: isoOf(one.agreedAt),
      validUntil: isoOf(one.validUntil),
    })),
    ...dutyOf({ orgId, ...found }, rows, at),
  };
}

interface DutyRows {
  shifts: readonly (Shift & { orgId: string })[];
  leaves: readonly (Leave & { orgId: string })[];
}

/** Who is on duty and who is away at an instant, here and above. */
export function dutyOf(
  { orgId, parentOrgId }: Pick<Directory, 'orgId' | 'parentOrgId'>,
  { shifts, leaves }: DutyRows,
  at: Instant,
): Pick<Directory, 'onDuty' | 'onDutyAbove' | 'awayIds'> {
  const on = (id: string | null) => {
    const own = <T extends { orgId: string }>(rows: readonly T[]) =>
      rows.filter((row) => row.orgId === id);
    return resolveOnDuty(own(shifts), at, own(leaves));
  };
  const away = leaves.filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt);
  const awayIds = [...new Set(away.map((one) => one.personId))];
  return { onDuty: on(orgId), onDutyAbove: on(parentOrgId), awayIds };
}

const isoOf = (printed: string): Instant => new Date(printed).toISOString();

/** PostgreSQL prints instants in JSON with its own zone sign. */
function withInstants<T extends Span>(row: T): T {
  return { ...row, startsAt: isoOf(row.startsAt), endsAt: isoOf(row.endsAt) };
}
