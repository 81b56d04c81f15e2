import { prisma } from '@/lib/platform/db';

/** What was fired from an instant on, and who was told of it. */
export interface Told {
  /** Steps fired, and how many different ones. */
  fired: number;
  single: number;
  /** People who were to be told, once for every step that names them, and notices they got. */
  wanted: number;
  told: number;
  /** Notices nobody asked for, and people who got none. */
  unasked: number;
  missing: number;
}

/** Counts steps and notices since an instant of business time, for the eye that looks for doubles. */
export async function toldSince(since: string): Promise<Told> {
  const [row] = await prisma.$queryRawUnsafe<Told[]>(
    `WITH fired AS (SELECT * FROM "Escalation" WHERE "firedAt" >= $1::timestamptz),
     wanted AS (SELECT "deadlineId", 'escalation.' || kind AS rule, r.value::uuid AS "userId"
       FROM fired, jsonb_array_elements_text("recipientIds") r),
     told AS (SELECT "deadlineId", rule, "userId" FROM "Notification"
       WHERE "createdAt" >= $1::timestamptz AND rule LIKE 'escalation.%')
     SELECT (SELECT count(*)::int FROM fired) AS fired,
       (SELECT count(*)::int FROM (SELECT DISTINCT "deadlineId", "fromStep" FROM fired) s) AS single,
       (SELECT count(*)::int FROM wanted) AS wanted,
       (SELECT count(*)::int FROM told) AS told,
       (SELECT count(*)::int FROM (SELECT * FROM told EXCEPT ALL SELECT * FROM wanted) x) AS unasked,
       (SELECT count(*)::int FROM (SELECT * FROM wanted EXCEPT ALL SELECT * FROM told) x) AS missing`,
    since,
  );
  if (!row) throw new Error('no answer');
  return row;
}
