import 'server-only';
import { DAY_MS, type Instant, parseInstant, toInstant } from '@/lib/calendar/instant';
import type { Leave } from '@/lib/duty/resolve';
import { loadLeaves, loadRows } from '@/lib/duty/server';
import { type Db, prisma } from '@/lib/platform/db';
import { type Parties, partiesAt, type RosterRows } from '../handovers';

/** So far back the last officer before a gap is looked for. */
const BACK_MS = 8 * DAY_MS;

/** Published rows of every roster of an institution, with its leave, between two instants. */
export async function loadRosters(
  db: Db,
  orgId: string,
  from: Instant,
  to: Instant,
): Promise<{ rosters: RosterRows[]; leaves: Leave[] }> {
  const since = toInstant(parseInstant(from) - BACK_MS);
  const [names, rows, leaves] = await Promise.all([
    db.dutyRoster.findMany({ where: { orgId }, orderBy: { position: 'asc' } }),
    loadRows(db, { orgId, from: since, to }),
    loadLeaves(db, orgId, since, to),
  ]);
  const rosters = names.map(({ id, name }) => ({
    rosterId: id,
    name,
    shifts: rows.filter(({ rosterId }) => rosterId === id),
  }));
  return { rosters, leaves };
}

/** Who hands over to whom, as the roster stands at this moment. */
export async function findParties(
  orgId: string,
  rosterId: string,
  at: Instant,
  db: Db = prisma,
): Promise<Parties> {
  const { rosters, leaves } = await loadRosters(db, orgId, at, at);
  return partiesAt(rosters.find((one) => one.rosterId === rosterId)?.shifts ?? [], leaves, at);
}
