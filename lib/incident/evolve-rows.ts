import type { EventPayloads, EventType, IncidentEvent } from './events';
import type { Collection, IncidentRow, IncidentState } from './model';
import { TEXT_FIELDS } from './text-fields';

/** What evolvers are made of: rows added and amended, the incident's own row patched. */

export type Evolver<T extends EventType> = (
  state: IncidentState,
  payload: EventPayloads[T],
  event: IncidentEvent,
) => IncidentState;

/** Some of the evolvers, by event type. */
export type Evolvers = { [T in EventType]?: Evolver<T> };

type Sealed = Record<string, unknown> & { text?: Record<string, unknown> };
type Row<C extends Collection> = IncidentState[C][number];

/** A whole row from its event; text that was erased comes back empty. */
function rowOf<C extends Collection>(collection: C, incidentId: string, payload: object): Row<C> {
  const { text, ...structure } = payload as Sealed;
  const empty = Object.fromEntries(TEXT_FIELDS[collection].map((field) => [field, null]));
  return { ...structure, ...empty, ...text, incidentId } as unknown as Row<C>;
}

export function add<C extends Collection>(state: IncidentState, collection: C, payload: object) {
  const row = rowOf(collection, state.incident.id, payload);
  return { ...state, [collection]: [...state[collection], row] } as IncidentState;
}

export function amend<C extends Collection>(
  state: IncidentState,
  collection: C,
  id: string,
  change: object,
): IncidentState {
  const { text, ...structure } = change as Sealed;
  const rows = state[collection] as Row<C>[];
  const next = rows.map((row) => (row.id === id ? { ...row, ...structure, ...text } : row));
  return { ...state, [collection]: next } as IncidentState;
}

export function patch(state: IncidentState, change: object): IncidentState {
  const { text, ...structure } = change as Sealed;
  return { ...state, incident: { ...state.incident, ...structure, ...text } as IncidentRow };
}

export const added =
  <T extends EventType>(collection: Collection): Evolver<T> =>
  (state, payload) =>
    add(state, collection, payload as object);

export const amended =
  <T extends EventType>(collection: Collection, extra: object = {}): Evolver<T> =>
  (state, payload) =>
    amend(state, collection, (payload as { id: string }).id, { ...(payload as object), ...extra });

export const patched: Evolver<EventType> = (state, payload) => patch(state, payload as object);
