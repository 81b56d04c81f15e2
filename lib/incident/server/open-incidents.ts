import 'server-only';
import { authorizeInOrg } from '@/lib/access/authorize';
import { Problem } from '@/lib/access/problem';
import { EMPTY_HEAD } from '@/lib/audit/envelope';
import { lockHeads } from '@/lib/audit/server';
import type { Instant } from '@/lib/calendar/instant';
import { getCalendar } from '@/lib/calendar/server';
import { getPlanVersion } from '@/lib/plan/server';
import type { Db } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import type { Command, CommandType } from '../commands';
import type { Actor, Directory } from '../context';
import type { IncidentState } from '../model';
import { type Attempt, attempt } from './attempt';
import { loadAuthorKeys } from './author-key';
import { loadDirectory } from './directory';
import { newIncidentKey, streamOf } from './keys';
import { loadForChange } from './load';
import { type Reserved, reserveIncidents } from './new-incident';
import type { Working } from './working';

/** What of a request says which incident it is about. */
interface OpenRequest {
  actor: Actor;
  incidentId: string | null;
  planKey?: string | null;
}

const CREATING: readonly CommandType[] = ['log', 'logAndReport'];

/**
 * Locks and loads the incidents that exist, with what their decisions need.
 * @param given business time, where the caller has it
 * @returns the time that was read with them; null when none was wanted
 */
export async function openKnown(
  db: Db,
  requests: readonly OpenRequest[],
  parsed: readonly Attempt<Command>[],
  given: Instant | null,
): Promise<{ workings: Map<string, Working>; now: Instant | null }> {
  const wanted = requests.flatMap(({ incidentId }, index) =>
    incidentId && parsed[index]?.ok && isUuid(incidentId) ? [incidentId.toLowerCase()] : [],
  );
  if (wanted.length === 0) return { workings: new Map(), now: given };
  const ids = [...new Set(wanted)];
  const heads = await lockHeads(db, ids.map(streamOf));
  const { states, keys, now: read } = await loadForChange(db, ids);
  const now = given ?? read;
  const authorKeys = parsed.some(namesAuthor) ? await loadAuthorKeys(db, ids) : null;
  const directories = new Map<string, Directory>();
  const workings = new Map<string, Working>();
  for (const [id, state] of states) {
    const head = heads.get(streamOf(id));
    const key = keys.get(id);
    if (!head || !key) continue;
    const { orgId } = state.incident;
    const directory = directories.get(orgId) ?? (await loadDirectory(db, orgId, now));
    directories.set(orgId, directory);
    const context = await contextOf(db, state, directory, now);
    workings.set(id, {
      id,
      key,
      authors: authorKeys?.get(id) ?? { current: null, fresh: null },
      isNew: false,
      keyRow: null,
      head,
      before: state,
      after: state,
      context,
      numbers: null,
      recorded: [],
    });
  }
  return { workings, now };
}

/** Whether a poster's name may be sealed by this command: only then its key is asked for. */
const namesAuthor = (command: Attempt<Command>): boolean =>
  command.ok && JSON.stringify(command.value.input).includes('"author"');

/** What decisions about an incident need besides its own rows: plan, calendar, institution. */
export async function contextOf(
  db: Db,
  { incident: { planVersionId, calendarId } }: IncidentState,
  directory: Directory,
  now: Instant,
): Promise<Working['context']> {
  const { plan } = await getPlanVersion(db, planVersionId);
  const { calendar } = await getCalendar(db, calendarId);
  return {
    now,
    newId,
    plan,
    planVersionId,
    calendar,
    calendarId,
    directory,
    nextNumber: null,
  };
}

/** Prepares a place for every incident that is to be made, by index of its request. */
export async function openNew(
  db: Db,
  requests: readonly OpenRequest[],
  parsed: readonly Attempt<Command>[],
  now: Instant,
): Promise<Map<number, Attempt<Working>>> {
  const wanted = requests.flatMap((request, index) => {
    const command = parsed[index];
    if (!command?.ok || !CREATING.includes(command.value.type) || request.incidentId) return [];
    const permission = `incident:${command.value.type}` as const;
    const allowed = attempt(() => authorizeInOrg(request.actor, permission));
    return [{ index, request, command: command.value, allowed }];
  });
  const places = new Map<number, Attempt<Working>>();
  const open = wanted.filter(({ index, allowed }) => {
    if (!allowed.ok) places.set(index, allowed);
    return allowed.ok;
  });
  const reserved = await reserveIncidents(
    db,
    open.map(({ request, command }) => ({
      orgId: request.actor.orgId,
      planKey: planKeyOf(command) ?? request.planKey ?? null,
    })),
    now,
  );
  for (const [position, { index }] of open.entries()) {
    const place = reserved[position];
    if (place instanceof Problem) places.set(index, { ok: false, problem: place });
    else if (place) places.set(index, { ok: true, value: newWorking(place) });
  }
  return places;
}

function newWorking({ context, numbers }: Reserved): Working {
  const id = newId();
  const { key, row } = newIncidentKey(id);
  const unborn = { isNew: true, head: EMPTY_HEAD, before: null, after: null, recorded: [] };
  const authors = { current: null, fresh: null };
  return { id, key, authors, keyRow: row, context, numbers, ...unborn };
}

function planKeyOf(command: Command): string | null {
  const input = command.input as {
    planKey?: string | null;
    incident?: { planKey?: string | null };
  };
  return input.planKey ?? input.incident?.planKey ?? null;
}

export function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(id);
}
