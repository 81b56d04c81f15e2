import 'server-only';
import type { Instant } from '@/lib/calendar/instant';
import { onDutyAt } from '@/lib/duty/server';
import { prisma } from '@/lib/platform/db';
import type { Actor } from '../context';

/** What the quick log offers to choose from. */
export interface LogForm {
  /** Units of the own institution and those below, and these institutions themselves. */
  units: { id: string | null; name: string }[];
  /** Who is usually told by phone: the leader on duty first. */
  recipients: string[];
  reporter: { name: string; phone: string | null };
  hasSuperior: boolean;
  /** Plans in use, the default first. */
  plans: { key: string; title: { zh: string; en: string } }[];
}

const FORM = `SELECT jsonb_build_object(
  'hasSuperior', o."parentId" IS NOT NULL,
  'units', (SELECT coalesce(jsonb_agg(x.one ORDER BY x.rank, x.place, x.position), '[]') FROM (
    SELECT jsonb_build_object('id', n.id, 'name', CASE WHEN c.id = o.id THEN n.name
      ELSE c."shortName" || ' ' || n.name END) AS one, CASE WHEN c.id = o.id THEN 1 ELSE 2 END AS rank,
      c."shortName" AS place, n.position FROM "Unit" n JOIN "Org" c ON c.id = n."orgId"
    WHERE c.id = o.id OR c."parentId" = o.id
    UNION ALL SELECT jsonb_build_object('id', NULL, 'name', c."shortName"), 0, c."shortName", 0
    FROM "Org" c WHERE c.id = o.id OR c."parentId" = o.id) x),
  'recipients', (SELECT coalesce(jsonb_agg(y.name ORDER BY y.rank, y.name), '[]') FROM (
    SELECT u.name, min(CASE WHEN u.id = $3::uuid THEN 0 ELSE 1 END) AS rank FROM "User" u
    JOIN "UserRole" r ON r."userId" = u.id AND r.role IN ('leader', 'deputy')
    WHERE u."orgId" = o.id AND u.active GROUP BY u.id, u.name) y),
  'plans', (SELECT coalesce(jsonb_agg(jsonb_build_object('key', p.key, 'title', (
      SELECT v.content->'title' FROM "PlanVersion" v WHERE v."planId" = p.id
      ORDER BY v.number DESC LIMIT 1)) ORDER BY p."isDefault" DESC, p.key), '[]')
    FROM "ResponsePlan" p WHERE p."orgId" = o.id),
  'reporter', (SELECT jsonb_build_object('name', u.name, 'phone', u.phone) FROM "User" u
    WHERE u.id = $2::uuid)
) AS form FROM "Org" o WHERE o.id = $1::uuid`;

/** The choices of the quick log for this person at `now`. */
export async function loadLogForm(actor: Actor, now: Instant): Promise<LogForm> {
  const { orgId, id } = actor;
  const leaderId = orgId === null ? null : (await onDutyAt(orgId, now)).leaderId;
  const [row] = await prisma.$queryRawUnsafe<{ form: LogForm }[]>(FORM, orgId, id, leaderId);
  if (!row) throw new Error(`unknown institution ${actor.orgId}`);
  return row.form;
}
