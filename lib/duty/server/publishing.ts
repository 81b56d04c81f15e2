import 'server-only';
import type { Role } from '@/lib/access/roles';
import { DAY_MS, type Instant, parseInstant, toInstant } from '@/lib/calendar/instant';
import { endOf } from '@/lib/group/heightened';
import { loadHeightened } from '@/lib/group/server';
import type { Actor } from '@/lib/incident/context';
import { businessNow } from '@/lib/platform/clock';
import { type Db, prisma } from '@/lib/platform/db';
import { effectiveShifts } from '../effective';
import { checkRoster, type Finding } from '../publish-checks';
import { replacedBy } from '../series';
import { changeRoster, type RosterMark, refuseRoster, rosterOrg } from './change-roster';
import { loadLeaves, loadRows, type RosterRow } from './rows';

/** How far ahead a roster is looked through at least; to the end of what is in the making. */
const LOOK_AHEAD_DAYS = 90;
const APPROVERS: readonly Role[] = ['leader', 'deputy'];

interface Review {
  findings: Finding[];
  drafts: RosterRow[];
  /** Published shifts that those in the making take the place of. */
  replaced: RosterRow[];
}

/** What publishing a roster now would be told: see `checkRoster`. Throws `Problem` FORBIDDEN. */
export async function reviewRoster(actor: Actor, rosterId: string): Promise<Finding[]> {
  const orgId = rosterOrg(actor, 'roster:edit');
  return (await review(prisma, orgId, rosterId, await businessNow())).findings;
}

/**
 * Puts what is in the making in force, in place of published shifts that begin on its days; covers
 * stay. What the checks find is refused, mere warnings unless they were `accepted`.
 * Throws `Problem` as `changeRoster`; REFUSED `roster_has_findings` (detail: count, blocking).
 */
export async function publishRoster(actor: Actor, mark: RosterMark, accepted: boolean) {
  return changeRoster(actor, mark, async ({ tx, orgId, now }) => {
    const { findings, drafts, replaced } = await review(tx, orgId, mark.rosterId, now);
    const blocking = findings.filter((one) => one.blocks).length;
    if (blocking > 0 || (findings.length > 0 && !accepted)) {
      throw refuseRoster('roster_has_findings', { count: findings.length, blocking });
    }
    const ids = (rows: readonly RosterRow[]) => ({ id: { in: rows.map(({ id }) => id) } });
    await tx.dutyShift.deleteMany({ where: ids(replaced) });
    await tx.dutyShift.updateMany({ where: ids(drafts), data: { publishedAt: now } });
    const payload = {
      shifts: drafts.length,
      replaced: replaced.length,
      from: drafts[0]?.startsAt ?? now,
      to: drafts.at(-1)?.endsAt ?? now,
      accepted: findings.map(({ code, startsAt }) => `${code} ${startsAt}`).slice(0, 50),
    };
    return { type: 'roster.published', payload, result: findings };
  });
}

async function review(db: Db, orgId: string, rosterId: string, now: Instant): Promise<Review> {
  const { _max: made } = await db.dutyShift.aggregate({
    where: { rosterId, publishedAt: null },
    _max: { endsAt: true },
  });
  const ahead = parseInstant(now) + LOOK_AHEAD_DAYS * DAY_MS;
  const to = toInstant(Math.max(ahead, made.endsAt?.getTime() ?? 0));
  const rows = await loadRows(db, { orgId, from: now, to, withDrafts: true });
  const leaves = await loadLeaves(db, orgId, now, to);
  const mine = rows.filter((row) => row.rosterId === rosterId);
  const drafts = mine.filter((row) => row.publishedAt === null && row.startsAt > now);
  const replaced = replacedBy(
    drafts,
    mine.filter((row) => row.publishedAt !== null && row.startsAt > now),
  );
  const shifts = effectiveShifts(
    mine.filter((row) => !replaced.includes(row)),
    leaves,
  );
  const others = rows.filter((row) => row.rosterId !== rosterId && row.publishedAt !== null);
  const people = await db.user.findMany({
    where: { orgId },
    select: {
      id: true,
      active: true,
      phone: true,
      roles: { select: { role: true } },
      preference: { select: { mail: true } },
    },
  });
  const intended = await db.dutyGap.findMany({
    where: {
      roster: { orgId, OR: [{ id: rosterId }, { position: 0 }] },
      endsAt: { gt: new Date(now) },
    },
  });
  const periods = await loadHeightened(orgId, { from: now, to }, db);
  const findings = checkRoster(
    {
      shifts,
      elsewhere: effectiveShifts(others, leaves),
      intended: intended.map((gap) => ({
        startsAt: gap.startsAt.toISOString(),
        endsAt: gap.endsAt.toISOString(),
      })),
      changes: drafts,
      together: effectiveShifts(
        rows.filter(
          (row) =>
            !replaced.some(({ id }) => id === row.id) &&
            (row.rosterId === rosterId || row.publishedAt !== null),
        ),
        leaves,
      ),
      heightened: periods.map((period) => ({ startsAt: period.startsAt, endsAt: endOf(period) })),
      people: people.map(({ roles, preference, ...person }) => ({
        ...person,
        hasOtherWay: Boolean(preference?.mail),
        mayApprove: roles.some(({ role }) => APPROVERS.includes(role as Role)),
      })),
    },
    now,
    to,
  );
  return { findings, drafts, replaced };
}
