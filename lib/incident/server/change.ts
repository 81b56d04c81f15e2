import 'server-only';
import { Problem } from '@/lib/access/problem';
import type { Instant } from '@/lib/calendar/instant';
import { businessNow } from '@/lib/platform/clock';
import { type Db, prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { log } from '@/lib/platform/log';
import type { Command } from '../commands';
import type { Actor, DecideContext } from '../context';
import type { Stage } from '../keys';
import { type Asked, loadAsked } from './asked';
import { type Attempt, attempt } from './attempt';
import { databaseProblem } from './database-problem';
import { decideFor } from './decide-for';
import { keepNumbers, nextNumber } from './new-incident';
import { openKnown, openNew } from './open-incidents';
import { parseCommand } from './prepare';
import type { Working } from './working';
import { writeChanges } from './write';

export interface ChangeRequest {
  actor: Actor;
  /** Null for commands that make an incident. */
  incidentId: string | null;
  type: string;
  input: unknown;
  /** Refuses when the incident has moved on since the caller looked. */
  expectedVersion?: number | undefined;
  /** Institution of a new incident; the actor's own. */
  planKey?: string | null;
  /** Set by the product's own acts alone: lets a person's request carry an internal command. */
  isInternal?: boolean;
}

export interface ChangeResult {
  id: string;
  number: string;
  version: number;
  stage: Stage;
  events: { seq: number; type: string }[];
}

export type ChangeOutcome = { ok: true; value: ChangeResult } | { ok: false; problem: Problem };

export interface ChangeOptions {
  /** Business time; only the demo's history and tests give one. */
  now?: Instant;
  /** Runs around the change, inside its transaction; may answer in its place. */
  within?: (db: Db, change: () => Promise<ChangeOutcome[]>) => Promise<ChangeOutcome[]>;
}

/**
 * The one door: carries out one command in one transaction, or changes nothing.
 *
 * @throws Problem INVALID_INPUT, NOT_FOUND, FORBIDDEN, CONFLICT (someone was faster) or REFUSED
 */
export async function changeIncident(
  request: ChangeRequest,
  options: ChangeOptions = {},
): Promise<ChangeResult> {
  const [outcome] = await changeIncidents([request], options);
  if (!outcome) throw new Problem('INTERNAL');
  if (!outcome.ok) throw outcome.problem;
  return outcome.value;
}

/**
 * The same door for many commands in one transaction. Each is carried out or refused by itself;
 * several for one incident run in the order given. A constraint that one of them breaks undoes all
 * and the commands are tried one by one, so that one bad row never takes others with it.
 */
export async function changeIncidents(
  requests: readonly ChangeRequest[],
  options: ChangeOptions = {},
): Promise<ChangeOutcome[]> {
  const parsed = requests.map((request) => attempt(() => parse(request)));
  const run = (db: Db) => {
    const change = () => carryOut(db, requests, parsed, options);
    return options.within ? options.within(db, change) : change();
  };
  try {
    return await prisma.$transaction(run, { timeout: 60_000 });
  } catch (error) {
    if (error instanceof Problem) return requests.map(() => ({ ok: false, problem: error }));
    const problem = databaseProblem(error);
    // What is no fault of the data may have been committed all the same: never done twice.
    if (!problem) throw error;
    return requests.length > 1 ? oneByOne(requests, options) : [{ ok: false, problem }];
  }
}

async function oneByOne(
  requests: readonly ChangeRequest[],
  options: ChangeOptions,
): Promise<ChangeOutcome[]> {
  const outcomes: ChangeOutcome[] = [];
  for (const request of requests) {
    const tried = await changeIncidents([request], options).catch((error: unknown) => {
      log.error({ err: error, type: request.type }, 'a command of a batch failed');
      return [{ ok: false as const, problem: new Problem('INTERNAL') }];
    });
    outcomes.push(...tried);
  }
  return outcomes;
}

/** Chooses work inside the door's transaction, locking the streams of what it chooses. */
export type Claim = (db: Db, now: Instant) => Promise<ChangeRequest[]>;

/**
 * The door for workers that share a queue: `claim` chooses what to do and locks it with SKIP
 * LOCKED inside the same transaction, so that two workers never wait for each other nor do the
 * same. A fault undoes the whole batch and is handed back beside the requests it befell; a fault
 * before anything was chosen is thrown.
 */
export async function changeClaimed(claim: Claim): Promise<{
  requests: ChangeRequest[];
  outcomes: ChangeOutcome[];
  fault: unknown;
}> {
  let requests: ChangeRequest[] = [];
  try {
    const outcomes = await prisma.$transaction(
      async (db) => {
        const now = await businessNow(db);
        requests = await claim(db, now);
        const parsed = requests.map((request) => attempt(() => parse(request)));
        return requests.length > 0 ? carryOut(db, requests, parsed, { now }) : [];
      },
      { timeout: 60_000 },
    );
    return { requests, outcomes, fault: null };
  } catch (fault) {
    if (requests.length === 0) throw fault;
    return { requests, outcomes: [], fault };
  }
}

function parse({ actor, type, input, isInternal = false }: ChangeRequest): Command {
  return parseCommand(type, input, isInternal || actor.kind === 'system');
}

/** Carries parsed requests out inside the caller's transaction. */
async function carryOut(
  db: Db,
  requests: readonly ChangeRequest[],
  parsed: readonly Attempt<Command>[],
  options: ChangeOptions,
): Promise<ChangeOutcome[]> {
  const open = await openKnown(db, requests, parsed, options.now ?? null);
  const known = open.workings;
  const now = open.now ?? (await businessNow(db));
  const created = await openNew(db, requests, parsed, now);
  const asked = await askedOf(db, requests, parsed, known);
  const outcomes = requests.map((request, index): ChangeOutcome => {
    const command = parsed[index];
    if (!command?.ok) return { ok: false, problem: command?.problem ?? new Problem('INTERNAL') };
    const fresh = created.get(index);
    const working = fresh?.ok ? fresh.value : known.get(request.incidentId?.toLowerCase() ?? '');
    if (fresh && !fresh.ok) return fresh;
    if (!working) return { ok: false, problem: new Problem('NOT_FOUND') };
    return attempt(() => applyOne(working, request, command.value, asked.get(index)));
  });
  const workings = [
    ...known.values(),
    ...[...created.values()].flatMap((one) => (one.ok ? [one.value] : [])),
  ];
  await keepNumbers(
    db,
    workings.flatMap(({ numbers }) => numbers ?? []),
  );
  await writeChanges(db, workings);
  return outcomes;
}

/** What commands of the batch look at besides their incident, by index of the request. */
async function askedOf(
  db: Db,
  requests: readonly ChangeRequest[],
  parsed: readonly Attempt<Command>[],
  known: ReadonlyMap<string, Working>,
): Promise<Map<number, Asked>> {
  const asked = new Map<number, Asked>();
  for (const [index, { incidentId }] of requests.entries()) {
    const command = parsed[index];
    if (!command?.ok) continue;
    const state = known.get(incidentId?.toLowerCase() ?? '')?.before ?? null;
    asked.set(index, await loadAsked(db, state, command.value));
  }
  return asked;
}

/** Authorises and decides one command on its incident as it stands in this batch. */
function applyOne(
  working: Working,
  request: ChangeRequest,
  command: Command,
  asked: Asked = {},
): ChangeResult {
  const state = working.after;
  const { directory } = working.context;
  const context = { ...withOwnId(working, request.actor), ...asked };
  const { targetPlan } = asked;
  const decided = decideFor(state, request, command, context, working);
  const from = state?.incident.version ?? 0;
  if (!state && working.numbers) {
    working.numbers.next += 1;
    working.numbers.used += 1;
  }
  working.after = decided.state;
  const { planVersionId } = decided.state.incident;
  if (targetPlan && planVersionId === targetPlan.planVersionId) {
    working.context = { ...working.context, plan: targetPlan.plan, planVersionId };
  }
  working.recorded.push(
    ...decided.events.map((event) => ({ event, actor: request.actor, directory })),
  );
  const { id, number, version, stage } = decided.state.incident;
  const events = decided.events.map((event, index) => ({
    seq: from + index + 1,
    type: event.type,
  }));
  return { id, number, version, stage, events };
}

/** A new incident takes the id its key was made for; every other id is fresh. */
function withOwnId(working: Working, actor: Actor): DecideContext {
  let isFirst = working.after === null;
  const nextId = () => {
    const id = isFirst ? working.id : newId();
    isFirst = false;
    return id;
  };
  const number = isFirst && working.numbers ? nextNumber(working.numbers) : null;
  return { ...working.context, actor, newId: nextId, nextNumber: number };
}
