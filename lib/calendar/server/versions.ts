import 'server-only';
import { type Db, prisma } from '@/lib/platform/db';
import { type CalendarData, calendarSchema } from '../calendar';
import { seedCalendar } from './seed';

export interface PinnedCalendar {
  id: string;
  calendar: CalendarData;
}

// A stored version never changes: edits make a new one.
const cache = new Map<string, PinnedCalendar>();

/** A calendar version by id. Throws when there is none. */
export async function getCalendar(db: Db, id: string): Promise<PinnedCalendar> {
  const known = cache.get(id);
  if (known) return known;
  const row = await db.workCalendar.findUniqueOrThrow({ where: { id } });
  const pinned = { id: row.id, calendar: calendarSchema.parse(row.content) };
  cache.set(id, pinned);
  return pinned;
}

/** Newest calendar of an institution, or the country's where it keeps none of its own. */
export async function findCurrentCalendar(db: Db, orgId: string): Promise<PinnedCalendar | null> {
  const row = await db.workCalendar.findFirst({
    where: { OR: [{ orgId }, { orgId: null }] },
    orderBy: [{ orgId: { sort: 'asc', nulls: 'last' } }, { createdAt: 'desc' }],
    select: { id: true },
  });
  return row ? getCalendar(db, row.id) : null;
}

/** What the institution computes with now; the seed of the product where nothing is stored. */
export async function currentCalendar(orgId: string | null): Promise<CalendarData> {
  const pinned = orgId ? await findCurrentCalendar(prisma, orgId) : null;
  return pinned?.calendar ?? seedCalendar();
}
