import { Readable } from 'node:stream';
import type { Instant } from '@/lib/calendar/instant';
import { fileEvidence } from '@/lib/evidence/server';
import type { CommandInput, CommandType } from '@/lib/incident/commands';
import type { Actor } from '@/lib/incident/context';
import type { PointFinding, WordingKind } from '@/lib/incident/keys';
import type { Collection, IncidentState } from '@/lib/incident/model';
import { changeIncident, changeIncidents, loadMany } from '@/lib/incident/server';
import { prisma } from '@/lib/platform/db';
import { type DemoWorld, at as idOf } from './institution';
import { DEMO_PEOPLE } from './people';
import { type Drawing, picture } from './picture';

/** One act of a story: when, by whom (a demo username), which command, with which input. */
export interface Step {
  at: Instant;
  who: string;
  type: CommandType;
  input: unknown;
}

interface Screenshot {
  fileName: string;
  about: string;
  drawing: Drawing;
}

/** An incident's history; the earliest step logs it, steps of one moment run as listed. */
export interface Story {
  name: string;
  steps: readonly Step[];
}

/** An act; its input may depend on what the story has led to so far. */
export function step<T extends CommandType>(
  at: Instant,
  who: string,
  type: T,
  input: CommandInput<T> | ((state: IncidentState) => CommandInput<T>),
): Step {
  return { at, who, type, input };
}

/** A screenshot kept as evidence. */
export function screenshot(at: Instant, who: string, kept: Screenshot): Step {
  return { at, who, type: 'attachEvidence', input: kept };
}

/** The newest row of a collection. */
export function newest<C extends Collection>(
  state: IncidentState,
  collection: C,
): IncidentState[C][number] {
  const row = (state[collection] as readonly IncidentState[C][number][]).at(-1);
  if (!row) throw new RangeError(`the story has no ${collection} yet`);
  return row;
}

/** The newest wording of a kind with the hash of its current text, as an approver sees it. */
export function asSeen(state: IncidentState, kind: WordingKind) {
  const wording = state.wordings.filter((one) => one.kind === kind).at(-1);
  const version = state.wordingVersions.find(
    (one) => one.wordingId === wording?.id && one.number === wording.currentVersion,
  );
  if (!wording || !version) throw new RangeError(`the story has no ${kind} yet`);
  return { wordingId: wording.id, contentHash: version.contentHash };
}

/** Id of the newest wording of a kind. */
export const wordingOf = (state: IncidentState, kind: WordingKind) => ({
  wordingId: asSeen(state, kind).wordingId,
});

/** Approvals of the newest wording of a kind, one after the other. */
export function approvals(
  kind: WordingKind,
  given: Record<string, Instant>,
  comment?: string,
): Step[] {
  return Object.entries(given).map(([who, at], index) =>
    step(at, who, 'approve', (state) => ({
      ...asSeen(state, kind),
      ...(comment && index === 0 ? { comment } : {}),
    })),
  );
}

/** Id of the newest assignment, as the unit's acts name it. */
export const latestAssignment = (state: IncidentState) => ({
  assignmentId: newest(state, 'assignments').id,
});

/** One answer to each point of an assignment, in order. */
export const answered = (...given: readonly (readonly [PointFinding, string])[]) =>
  given.map(([finding, said], point) => ({ point, finding, said }));

/** The deadline of a rule in its newest round. */
export function deadlineOf(state: IncidentState, key: string) {
  const found = state.deadlines.filter((one) => one.key === key).at(-1);
  if (!found) throw new RangeError(`the story has no deadline ${key}`);
  return found;
}

const SWEEPER: Actor = { kind: 'system', id: 'sweeper', orgId: null, unitId: null, roles: [] };

/**
 * Lives the stories through the one door, each act at its own business time, and what lies after
 * `now` not at all. The clock of every deadline acts between the steps when its time comes, so
 * that nothing is left for the sweeper to catch up with.
 *
 * @returns ids of the incidents by the names of their stories
 * @throws Error naming the story and the step that was refused
 */
export async function live(
  world: DemoWorld,
  stories: readonly Story[],
  now: Instant,
): Promise<Record<string, string>> {
  const begun = stories
    .flatMap((story) => {
      const [first, ...rest] = story.steps
        .filter((one) => one.at <= now)
        .sort((a, b) => a.at.localeCompare(b.at));
      return first ? [{ story, first, rest }] : [];
    })
    .sort((a, b) => a.first.at.localeCompare(b.first.at));
  const ids: Record<string, string> = {};
  // Numbers follow the order in which the incidents were found.
  for (const { story, first } of begun) {
    ids[story.name] = await begin(world, story, first);
  }
  await Promise.all(
    begun.map(async ({ story, rest }) => {
      const id = idOf(ids, story.name);
      let next = await nextAction(id);
      for (const one of rest) {
        if (next && next < one.at) next = await fire(id, one.at);
        const events = await act(world, story, id, one);
        if (events.some(movesClock)) next = await nextAction(id);
      }
      await fire(id, now);
    }),
  );
  return ids;
}

async function begin(world: DemoWorld, { name }: Story, first: Step): Promise<string> {
  const { at: now, who, type, input } = first;
  const request = { actor: actorOf(world, who), incidentId: null, type, input };
  return (await changeIncident(request, { now }).catch(refused(name, first))).id;
}

/** @returns the events of the act, as far as the clock may be moved by them */
async function act(
  world: DemoWorld,
  { name }: Story,
  incidentId: string,
  one: Step,
): Promise<{ type: string }[]> {
  const { at: now, who, type, input } = one;
  const actor = actorOf(world, who);
  if (type === 'attachEvidence') {
    const { fileName, about, drawing } = input as Screenshot;
    const content = Readable.from([picture(drawing)]);
    await fileEvidence(actor, incidentId, { fileName, about, content }, now).catch(
      refused(name, one),
    );
    return [];
  }
  const asked = typeof input === 'function' ? input(await stateOf(incidentId)) : input;
  const request = { actor, incidentId, type, input: asked };
  return (await changeIncident(request, { now }).catch(refused(name, one))).events;
}

const refused =
  (name: string, { who, type, at }: Step) =>
  (cause: unknown): never => {
    throw new Error(`${name}: ${who} ${type} at ${at} was refused`, { cause });
  };

async function stateOf(incidentId: string): Promise<IncidentState> {
  const state = (await loadMany(prisma, [incidentId])).get(incidentId);
  if (!state) throw new RangeError('the first step of a story logs it');
  return state;
}

const movesClock = ({ type }: { type: string }) =>
  type.startsWith('deadline.') || type.startsWith('escalation.');

/** When the clock next has something to do in an incident; null = never. */
async function nextAction(incidentId: string): Promise<Instant | null> {
  const next = await prisma.deadline.aggregate({
    where: { incidentId },
    _min: { nextActionAt: true },
  });
  return next._min.nextActionAt?.toISOString() ?? null;
}

/**
 * Lets every deadline act that has something to do before `until`, each at its time.
 * @returns when the next one acts
 */
async function fire(incidentId: string, until: Instant): Promise<Instant | null> {
  for (;;) {
    const next = await nextAction(incidentId);
    if (!next || next >= until) return next;
    const due = await prisma.deadline.findMany({
      where: { incidentId, nextActionAt: new Date(next) },
      select: { id: true },
    });
    const requests = due.map(({ id: deadlineId }) => ({
      actor: SWEEPER,
      incidentId,
      type: 'fireDeadline',
      input: { deadlineId },
    }));
    for (const outcome of await changeIncidents(requests, { now: next })) {
      if (!outcome.ok) throw outcome.problem;
    }
  }
}

function actorOf(world: DemoWorld, username: string): Actor {
  const seed = DEMO_PEOPLE.find((one) => one.username === username);
  if (!seed) throw new RangeError(`the demo has no ${username}`);
  const { org, unit, roles } = seed;
  return {
    kind: 'person',
    id: idOf(world.people, username),
    orgId: idOf(world.orgs, org),
    unitId: unit ? idOf(world.units, `${org}/${unit}`) : null,
    roles,
  };
}
