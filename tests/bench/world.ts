import { findCurrentCalendar } from '@/lib/calendar/server';
import type { Actor } from '@/lib/incident/context';
import { loadDirectory } from '@/lib/incident/server';
import { findCurrentPlan } from '@/lib/plan/server';
import { prisma } from '@/lib/platform/db';
import { buildInstitution } from '@/prisma/seed/builders/institution';
import type { Cast, World } from './story';

/** The demo institution, made in an empty database, with what decisions in it need. */
export async function buildWorld(now: string): Promise<{
  orgId: string;
  cast: Cast;
  world: World;
  leadUnitId: string;
}> {
  const demo = await buildInstitution(now);
  const orgId = demo.orgs.bureau ?? '';
  const plan = await findCurrentPlan(prisma, orgId, null);
  const calendar = await findCurrentCalendar(prisma, orgId);
  if (!plan || !calendar) throw new Error('the institution has no plan or no calendar');
  const directory = await loadDirectory(prisma, orgId, now);
  const actorOf = (username: string): Actor => {
    const person = directory.people.find((one) => one.id === demo.people[username]);
    if (!person) throw new Error(`no ${username}`);
    const { id, unitId, roles } = person;
    return { kind: 'person', id, orgId: person.orgId, unitId, roles };
  };
  const cast: Cast = {
    officer: actorOf('officer'),
    office: actorOf('office'),
    handler: actorOf('handler'),
    deputy: actorOf('deputy'),
    leader: actorOf('leader'),
  };
  const world = {
    plan: plan.plan,
    planVersionId: plan.id,
    calendar: calendar.calendar,
    calendarId: calendar.id,
    directory,
  };
  return { orgId, cast, world, leadUnitId: cast.handler.unitId ?? '' };
}
