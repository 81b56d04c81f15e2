import 'server-only';
import { can, type Target } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import type { Instant } from '@/lib/calendar/instant';
import { getCalendar } from '@/lib/calendar/server';
import type { ResponsePlan } from '@/lib/plan/schema';
import { getPlanVersion, type PinnedPlan } from '@/lib/plan/server';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { COMMAND_TYPES, type CommandType, commands } from '../commands';
import type { Actor, Directory } from '../context';
import type { CommandDefinition } from '../definition';
import type { IncidentState } from '../model';
import { stateFor } from '../reading';
import { type MissingFact, missingForClosing, missingForNext } from '../stages';
import { standInsOf, withStandIn } from '../stand-in';
import { targetOf } from '../target';
import { loadDirectory } from './directory';
import { loadMany } from './load';

/** An incident with everything a page or the API shows of it to this person. */
export interface IncidentView {
  /** The reader, with what stands open to it here for others. */
  actor: Actor;
  state: IncidentState;
  target: Target;
  plan: PinnedPlan;
  calendarVersion: string;
  directory: Directory;
  /** Commands this person may give now. */
  allowed: CommandType[];
  missing: MissingFact[];
  missingForClosing: MissingFact[];
  now: Instant;
}

/**
 * One incident as the actor may see it.
 * @throws Problem NOT_FOUND when there is none, or none this person may see
 */
export async function getIncident(actor: Actor, id: string): Promise<IncidentView> {
  const isId = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(id);
  const state = isId ? (await loadMany(prisma, [id])).get(id.toLowerCase()) : undefined;
  if (!state) throw new Problem('NOT_FOUND');
  const now = await businessNow();
  const directory = await loadDirectory(prisma, state.incident.orgId, now);
  const seen = targetOf(state, directory.parentOrgId);
  if (!can(actor, 'incident:read', seen)) throw new Problem('NOT_FOUND');
  const plan = await getPlanVersion(prisma, state.incident.planVersionId);
  const { calendar } = await getCalendar(prisma, state.incident.calendarId);
  const scene = { plan: plan.plan, calendar, directory, now };
  const target = { ...seen, standIns: standInsOf(state, scene) };
  const reader = withStandIn(actor, state, scene);
  return {
    actor: reader,
    state: stateFor(actor, state, seen),
    target,
    plan,
    calendarVersion: calendar.version,
    directory,
    allowed: allowedCommands(reader, state, target, plan.plan),
    missing: missingForNext(state, plan.plan),
    missingForClosing: missingForClosing(state, plan.plan),
    now,
  };
}

/** Commands the policy grants and the incident offers. UI and API show the same list. */
export function allowedCommands(
  actor: Actor,
  state: IncidentState,
  target: Target,
  plan: ResponsePlan,
): CommandType[] {
  return COMMAND_TYPES.filter((type) => {
    const definition = commands[type] as CommandDefinition;
    return can(actor, `incident:${type}`, target) && definition.offered(state, actor, plan);
  });
}
