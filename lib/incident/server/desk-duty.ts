import 'server-only';
import { recentArrangement } from '@/lib/audit/server';
import { type Instant, parseInstant, toInstant } from '@/lib/calendar/instant';
import { resolveOnDuty, type Shift } from '@/lib/duty/resolve';
import { listShifts } from '@/lib/duty/server';
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

const AHEAD_MS = 30 * 86_400_000;
/** Enough for all that run at one time and the one after them: shifts come by their start. */
const SHIFTS_READ = 20;

/**
 * Who is on duty at `now` and who comes next, by the resolver that routes notices. An institution
 * that keeps no roster is shown the one above it, since somebody has to be reachable.
 */
export async function findDuty(orgId: string, now: Instant): Promise<DeskDuty> {
  const until = toInstant(parseInstant(now) + AHEAD_MS);
  const own = await listShifts(orgId, now, until, prisma, SHIFTS_READ);
  if (own.length > 0 || (await prisma.dutyShift.count({ where: { orgId }, take: 1 })) > 0) {
    return { ...(await turnsOf(own, now)), heldBy: null };
  }
  const org = await prisma.org.findUnique({ where: { id: orgId }, select: { parent: true } });
  const above = org?.parent;
  if (!above) return { now: null, next: null, heldBy: null };
  const shifts = await listShifts(above.id, now, until, prisma, SHIFTS_READ);
  const heldBy = shifts.length > 0 ? above.shortName : null;
  return { ...(await turnsOf(shifts, now)), heldBy };
}

/** The same for pages many people keep open: any change makes it be asked anew. */
export function recentDuty(orgId: string, now: Instant): Promise<DeskDuty> {
  const key = `duty:${orgId}:${now.slice(0, 16)}`;
  return recentArrangement(orgId, key, () => findDuty(orgId, now));
}

async function turnsOf(shifts: readonly Shift[], now: Instant) {
  const { shiftId } = resolveOnDuty(shifts, now);
  const current = shifts.find((shift) => shift.id === shiftId);
  const next = shifts.find((shift) => shift.startsAt > now);
  const shown = [current, next].flatMap((shift) =>
    shift ? [shift.officerId, shift.backupId, shift.leaderId] : [],
  );
  const found = await prisma.user.findMany({
    where: { id: { in: [...new Set(shown)].filter((id) => id !== null) } },
    select: { id: true, name: true, title: true, phone: true },
  });
  const people = new Map(found.map(({ id, ...person }) => [id, person]));
  return {
    now: current ? turnOf(current, people) : null,
    next: next ? turnOf(next, people) : null,
  };
}

function turnOf(shift: Shift, people: ReadonlyMap<string, DutyPerson>): DutyTurn {
  const person = (id: string | null) => (id === null ? null : (people.get(id) ?? null));
  return {
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
    officer: person(shift.officerId),
    backup: person(shift.backupId),
    leader: person(shift.leaderId),
  };
}
