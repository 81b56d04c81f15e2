import type { Instant } from '@/lib/calendar/instant';

/** What a person may be authorised to do for another: sign texts, decide grades, or both. */
export const DELEGATION_SCOPES = ['approve', 'grade', 'all'] as const;
export type DelegationScope = (typeof DELEGATION_SCOPES)[number];
/** One kind of act that is signed. */
export type SignedAct = Exclude<DelegationScope, 'all'>;

/** A written authority that was not revoked; in force from `startsAt`, no longer at `endsAt`. */
export interface Delegation {
  id: string;
  fromId: string;
  toId: string;
  scope: DelegationScope;
  /** UTC instants. */
  startsAt: Instant;
  endsAt: Instant;
}

export type DelegationState = 'ahead' | 'in_force' | 'ended';

/** Where an authority stands at an instant; its end itself is outside. */
export function stateOf({ startsAt, endsAt }: Delegation, at: Instant): DelegationState {
  if (at < startsAt) return 'ahead';
  return at < endsAt ? 'in_force' : 'ended';
}

const covers = ({ scope }: Delegation, act: SignedAct) => scope === 'all' || scope === act;

/**
 * Authorities under which `toId` may do the act for somebody at an instant, the one that ends last
 * first. Directly given ones alone: an authority cannot be handed on (不得转授权), so that behind
 * each signature stands one paper.
 */
export function mandatesOf(
  delegations: readonly Delegation[],
  toId: string,
  act: SignedAct,
  at: Instant,
): Delegation[] {
  return delegations
    .filter((one) => one.toId === toId && covers(one, act) && stateOf(one, at) === 'in_force')
    .sort((a, b) => (a.endsAt < b.endsAt ? 1 : a.endsAt > b.endsAt ? -1 : a.id < b.id ? -1 : 1));
}

/** Who may do the act for `fromId` at an instant. */
export function delegatesOf(
  delegations: readonly Delegation[],
  fromId: string,
  act: SignedAct,
  at: Instant,
): string[] {
  const found = delegations.filter(
    (one) => one.fromId === fromId && covers(one, act) && stateOf(one, at) === 'in_force',
  );
  return [...new Set(found.map((one) => one.toId))];
}

/** What decides whether a signature may be given for somebody else. */
export interface StandInQuestion {
  /** Who wants to sign. */
  personId: string;
  act: SignedAct;
  at: Instant;
  /** Whose signature is asked. */
  principalIds: readonly string[];
  /** Whom the incident concerns: neither they nor those they chose sign in their place (回避). */
  recusedIds: readonly string[];
  /** Whose signature was given already, by themselves or for them. */
  settledIds: readonly string[];
}

export type StandInAnswer =
  | { may: true; delegation: Delegation }
  | { may: false; why: 'none' | 'delegator_recused' | 'delegation_ended'; endedAt?: Instant };

/**
 * Whether a person may sign for one of those whose signature is asked. Four eyes and a person's
 * own recusal are the caller's to check; they bind a delegate like anybody else.
 * @returns the authority it rests on, or why there is none
 */
export function mayStandIn(
  delegations: readonly Delegation[],
  question: StandInQuestion,
): StandInAnswer {
  const { personId, act, at, principalIds, recusedIds, settledIds } = question;
  const asked = (one: Delegation) => principalIds.includes(one.fromId);
  const held = mandatesOf(delegations, personId, act, at).filter(asked);
  const free = held.filter((one) => !recusedIds.includes(one.fromId));
  const delegation = free.find((one) => !settledIds.includes(one.fromId));
  if (delegation) return { may: true, delegation };
  if (held.length > 0 && free.length === 0) return { may: false, why: 'delegator_recused' };
  const [endedAt] = delegations
    .filter((one) => one.toId === personId && asked(one) && covers(one, act))
    .flatMap((one) => (stateOf(one, at) === 'ended' ? [one.endsAt] : []))
    .sort()
    .reverse();
  const ended = held.length === 0 && endedAt !== undefined;
  return ended ? { may: false, why: 'delegation_ended', endedAt } : { may: false, why: 'none' };
}
