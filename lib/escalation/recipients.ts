import type { Instant } from '@/lib/calendar/instant';
import type { Directory, Person } from '@/lib/incident/context';
import type { EscalationStep, EscalationTarget } from '@/lib/plan/schema';
import { findDelegation } from './delegation';
import { type Owner, peopleFor, type SkipReason } from './targets';

export interface Skipped {
  /** The target as the plan names it. */
  role: string;
  reason: SkipReason;
  /** The person concerned; absent when the whole target is empty. */
  personId?: string;
}

/** Somebody told beside or instead of those a step names, and why. */
export interface StandIn {
  personId: string;
  /** For whom; null when nobody in particular. */
  forId: string | null;
  why: 'delegate' | 'fallback' | 'final';
}

export interface Reach {
  personIds: string[];
  skipped: Skipped[];
  standIns: StandIn[];
}

export interface ReachOptions {
  /** The instant at which it is asked; decides which delegations are in force. UTC. */
  at: Instant;
  isNight: boolean;
  recusedIds: readonly string[];
  /** Whom a step that reached nobody falls to, in order. */
  finals: readonly EscalationTarget[];
  isVisibleAbove: boolean;
  /** People whom no message reached, or who were told already and need no stand-in. */
  informedIds?: readonly string[];
  unreachedIds?: readonly string[];
}

/**
 * Who is told by these steps. A target that is empty, away, recused or without contact is skipped
 * at once with its reason; a step that reaches nobody goes to its fallback and then to the final
 * leader, further up until somebody can be reached. Who has no contact is told in the house all the
 * same. At night the leader on duty comes first, however many steps are due at once.
 */
export function reach(
  steps: readonly Pick<EscalationStep, 'to' | 'nightFirst' | 'fallback'>[],
  directory: Directory,
  owner: Owner,
  options: ReachOptions,
): Reach {
  const telling = new Telling(directory, owner, options);
  const first: string[] = [];
  for (const step of steps) {
    let isReached = false;
    if (options.isNight && step.nightFirst) {
      const before = telling.personIds.length;
      isReached = telling.tell(step.nightFirst, null);
      first.push(...telling.personIds.slice(before));
    }
    for (const target of step.to) isReached = telling.tell(target, null) || isReached;
    if (!isReached) telling.standIn(step.fallback ?? []);
  }
  const { skipped, standIns } = telling;
  return { personIds: [...new Set([...first, ...telling.personIds])], skipped, standIns };
}

/**
 * Who is told when an outside message of a step came to nothing: its fallback, then the final
 * leader. Nobody when one of them knows already; `options.unreachedIds` are those no message
 * reached.
 */
export function reachInstead(
  fallback: readonly EscalationTarget[],
  directory: Directory,
  owner: Owner,
  options: ReachOptions,
): Reach {
  const telling = new Telling(directory, owner, options);
  telling.standIn(fallback);
  const known = new Set(options.informedIds);
  const { personIds, skipped, standIns } = telling;
  const isNew = (id: string) => !known.has(id);
  return {
    personIds: [...new Set(personIds)].filter(isNew),
    skipped,
    standIns: standIns.filter((one) => isNew(one.personId)),
  };
}

/** Collects whom to tell, each reason once. */
class Telling {
  readonly personIds: string[] = [];
  readonly skipped: Skipped[] = [];
  readonly standIns: StandIn[] = [];

  constructor(
    private readonly directory: Directory,
    private readonly owner: Owner,
    private readonly options: ReachOptions,
  ) {}

  /** Tells a target; whether somebody of it can be reached. */
  tell(target: EscalationTarget, why: StandIn['why'] | null): boolean {
    const { directory, owner, options } = this;
    const { people, gone, empty } = peopleFor(target, directory, owner, options.isVisibleAbove);
    if (people.length + gone.length === 0) {
      this.leaveOut({ role: target, reason: empty });
      return false;
    }
    let isReached = false;
    for (const { personId, reason } of gone) {
      this.leaveOut({ role: target, reason, personId });
      isReached = this.tellDelegate(target, personId) || isReached;
    }
    for (const person of people) isReached = this.tellPerson(target, person, why) || isReached;
    return isReached;
  }

  /** Tells the fallback, then the final leader and whoever follows, until somebody is reached. */
  standIn(fallback: readonly EscalationTarget[]): void {
    let isReached = false;
    for (const target of fallback) isReached = this.tell(target, 'fallback') || isReached;
    for (const target of this.options.finals) {
      if (isReached) return;
      isReached = this.tell(target, 'final');
    }
    if (!isReached) this.leaveOut({ role: 'leader', reason: 'nobody_reachable' });
  }

  private tellPerson(target: EscalationTarget, person: Person, why: StandIn['why'] | null) {
    const { directory, options } = this;
    const personId = person.id;
    const isRecused = options.recusedIds.includes(personId);
    const isAway = directory.awayIds.includes(personId);
    if (isRecused) this.leaveOut({ role: target, reason: 'recused', personId });
    else if (isAway) this.leaveOut({ role: target, reason: 'on_leave', personId });
    else {
      this.personIds.push(personId);
      if (why) this.note({ personId, forId: null, why });
      if (!person.reachable) this.leaveOut({ role: target, reason: 'no_contact', personId });
    }
    const failed = options.unreachedIds?.includes(personId) ?? false;
    const isReached = !isRecused && !isAway && person.reachable && !failed;
    return (!isRecused && this.tellDelegate(target, personId)) || isReached;
  }

  /** Tells whom a person has given the right to act, or says that it has run out. */
  private tellDelegate(target: EscalationTarget, forId: string): boolean {
    const { directory, options } = this;
    const found = findDelegation(directory.delegations, forId, options.at);
    if (!found) return false;
    const { toId: personId, isInForce } = found;
    if (!isInForce) {
      this.leaveOut({ role: target, reason: 'delegation_expired', personId });
      return false;
    }
    const delegate = directory.people.find((one) => one.id === personId);
    if (!delegate) this.leaveOut({ role: target, reason: 'person_inactive', personId });
    else if (options.recusedIds.includes(personId)) {
      this.leaveOut({ role: target, reason: 'recused', personId });
    } else if (directory.awayIds.includes(personId)) {
      this.leaveOut({ role: target, reason: 'on_leave', personId });
    } else {
      this.personIds.push(personId);
      this.note({ personId, forId, why: 'delegate' });
      if (!delegate.reachable) this.leaveOut({ role: target, reason: 'no_contact', personId });
      return delegate.reachable && !(options.unreachedIds?.includes(personId) ?? false);
    }
    return false;
  }

  private leaveOut(one: Skipped): void {
    const isSame = ({ role, reason, personId }: Skipped) =>
      role === one.role && reason === one.reason && personId === one.personId;
    if (!this.skipped.some(isSame)) this.skipped.push(one);
  }

  private note(one: StandIn): void {
    const isSame = ({ personId, forId }: StandIn) =>
      personId === one.personId && forId === one.forId;
    if (!this.standIns.some(isSame)) this.standIns.push(one);
  }
}
