import type { Instant } from '@/lib/calendar/instant';
import { seedCalendar } from '@/lib/calendar/server/seed';
import { prisma } from '@/lib/platform/db';
import { castOf } from './builders/cast';
import { buildDuty } from './builders/duty';
import { buildInstitution, type DemoWorld } from './builders/institution';
import { later, Moments } from './builders/moments';
import { live } from './builders/story';
import { SCENARIOS } from './scenarios';

/** What was loaded: the institution, and the incidents by the names of their stories. */
export interface Demo {
  world: DemoWorld;
  incidents: Record<string, string>;
}

const UNREAD_HOURS = 24;

/**
 * Loads the demo county and its incidents into an empty, migrated database. Their histories end
 * at `now`; notices older than a day count as read.
 * @throws Error when an institution is there already
 */
export async function loadDemo(now: Instant): Promise<Demo> {
  if ((await prisma.org.count()) > 0) {
    throw new Error('Demo data loads into an empty database only.');
  }
  const world = await buildInstitution(now);
  const moments = new Moments(now, seedCalendar());
  const cast = castOf(world);
  const stories = SCENARIOS.map((scenario) => scenario(moments, cast));
  const incidents = await live(world, stories, now);
  await buildDuty(world, now);
  await readOldNotices(now);
  return { world, incidents };
}

async function readOldNotices(now: Instant): Promise<void> {
  await prisma.$executeRaw`
    UPDATE "Notification" SET "readAt" = "createdAt" + interval '20 minutes',
      "acknowledgedAt" = CASE WHEN rule LIKE 'escalation.%' THEN "createdAt" + interval '20 minutes' END
    WHERE "createdAt" < ${new Date(later(now, -UNREAD_HOURS * 60))}`;
}
