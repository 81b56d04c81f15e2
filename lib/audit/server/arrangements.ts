import 'server-only';
import { localDate } from '@/lib/calendar';
import { realNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { recent, recentAt } from '@/lib/platform/recent';

/**
 * How far the record of an institution's arrangements goes: rosters, groups, calendars, plans and
 * duty tasks of its own and of those above it, and today's changes of accounts. Every change of
 * them is recorded in its own transaction, so nothing has changed while this stands still.
 */
async function standOf(orgId: string): Promise<string> {
  const day = localDate(realNow());
  const [row] = await prisma.$queryRaw<{ stand: string | null }[]>`
    WITH RECURSIVE line AS (SELECT id, "parentId" FROM "Org" WHERE id = ${orgId}::uuid
      UNION SELECT o.id, o."parentId" FROM "Org" o JOIN line ON o.id = line."parentId")
    SELECT sum(s."headSeq")::text AS stand FROM line JOIN "AuditStream" s
      ON s.id = ANY(ARRAY['org:' || line.id, 'access:' || line.id || ':' || ${day}::text])`;
  return `${day}:${row?.stand}`;
}

/**
 * What only an institution's arrangements decide, for pages many people keep open: kept while their
 * record stands still, however many incidents change, and for at most two seconds. The key names
 * the institution. Never for rights, commands or anything that routes a notice.
 */
export function recentArrangement<T>(
  orgId: string,
  key: string,
  read: () => Promise<T>,
): Promise<T> {
  return recentAt(key, () => recent(`arrangements:${orgId}`, () => standOf(orgId)), read);
}
