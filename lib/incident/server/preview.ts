import 'server-only';
import { Problem } from '@/lib/access/problem';
import type { CalendarData } from '@/lib/calendar';
import type { Instant } from '@/lib/calendar/instant';
import type { ResponsePlan } from '@/lib/plan/schema';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import type { Actor } from '../context';
import { type Effects, effectsOf } from '../effects';
import type { EventType } from '../events';
import type { Stage } from '../keys';
import { loadAsked } from './asked';
import { decideFor } from './decide-for';
import { loadDirectory } from './directory';
import { loadKeys } from './keys';
import { loadMany } from './load';
import { contextOf, isUuid } from './open-incidents';
import { parseCommand } from './prepare';

export interface PreviewRequest {
  actor: Actor;
  incidentId: string;
  type: string;
  input: unknown;
  /** Refuses when the incident has moved on since the caller looked. */
  expectedVersion?: number | undefined;
}

/** What a command would do, had it been given at `now`. */
export interface Preview {
  version: number;
  stage: Stage;
  events: { type: EventType }[];
  effects: Effects;
  plan: ResponsePlan;
  calendar: CalendarData;
  now: Instant;
}

/**
 * What the door would do with a command: parsed, authorised and decided the same way on the
 * incident as its rows stand, and nothing written. No stream is locked, so that looking never
 * holds up somebody who acts.
 *
 * @throws Problem INVALID_INPUT, NOT_FOUND, FORBIDDEN, CONFLICT or REFUSED, as `changeIncident`
 */
export async function previewChange(request: PreviewRequest): Promise<Preview> {
  const command = parseCommand(request.type, request.input, false);
  const id = request.incidentId.toLowerCase();
  const before = isUuid(id) ? (await loadMany(prisma, [id])).get(id) : undefined;
  const key = before && (await loadKeys(prisma, [id])).get(id);
  if (!before || !key) throw new Problem('NOT_FOUND');
  const now = await businessNow();
  const directory = await loadDirectory(prisma, before.incident.orgId, now);
  const context = await contextOf(prisma, before, directory, now);
  const { actor } = request;
  const asked = await loadAsked(prisma, before, command);
  const given = { ...context, actor, ...asked };
  const decided = decideFor(before, request, command, given, {
    id,
    authors: { current: null, fresh: null },
  });
  const { version, stage } = decided.state.incident;
  return {
    version,
    stage,
    events: decided.events.map(({ type }) => ({ type })),
    effects: effectsOf(before, decided.state),
    plan: asked.targetPlan?.plan ?? context.plan,
    calendar: context.calendar,
    now,
  };
}
