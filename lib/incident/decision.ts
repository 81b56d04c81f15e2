import type { Instant } from '@/lib/calendar/instant';
import type { DecideContext } from './context';
import { type EventDraft, type EventPayloads, type EventType, event } from './events';
import { evolve } from './evolve';
import type { Collection, IncidentState } from './model';
import { refuse } from './refusal';

export type DecidedEvent = EventDraft & { occurredAt: Instant };

/**
 * A decision in the making: every event a command emits is applied at once, so that the next rule
 * (and the next command of a form that does several things) sees the state it leads to.
 */
export class Decision {
  readonly events: DecidedEvent[] = [];

  constructor(
    private current: IncidentState | null,
    private given: DecideContext,
  ) {}

  get context(): DecideContext {
    return this.given;
  }

  /** From here on, and for what follows by itself, another plan holds. */
  switchPlan(plan: DecideContext['plan'], planVersionId: string): void {
    this.given = { ...this.given, plan, planVersionId };
  }

  get exists(): boolean {
    return this.current !== null;
  }

  get state(): IncidentState {
    return this.current ?? refuse('unknown_target');
  }

  get incident() {
    return this.state.incident;
  }

  get me(): string {
    return this.context.actor.id;
  }

  get now(): Instant {
    return this.context.now;
  }

  newId(): string {
    return this.context.newId();
  }

  /** @param at business time of the act, not after now; defaults to now. */
  emit<T extends EventType>(type: T, payload: EventPayloads[T], at: Instant = this.now): void {
    const draft = event(type, payload);
    const decided = { ...draft, occurredAt: at } as DecidedEvent;
    const seq = (this.current?.incident.version ?? 0) + 1;
    this.current = evolve(this.current, { ...decided, seq });
    this.events.push(decided);
  }

  /** A row of this incident, or a refusal that names what was looked for. */
  find<C extends Collection>(collection: C, id: string): IncidentState[C][number] {
    const rows = this.state[collection] as readonly IncidentState[C][number][];
    return rows.find((row) => row.id === id) ?? refuse('unknown_target', { collection, id });
  }

  refuseIf(condition: boolean, ...refusal: Parameters<typeof refuse>): void {
    if (condition) refuse(...refusal);
  }
}
