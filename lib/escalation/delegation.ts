import type { Instant } from '@/lib/calendar/instant';
import type { Delegation } from '@/lib/group/delegates';

/**
 * To whom a person has given the right to act: what is in force at the instant, else what ran out
 * last. It begins with its first instant and ends before its last; of several in force the newest
 * counts. Null = nobody.
 */
export function findDelegation(
  delegations: readonly Delegation[],
  fromId: string,
  at: Instant,
): { toId: string; isInForce: boolean } | null {
  const own = delegations.filter((one) => one.fromId === fromId && one.startsAt <= at);
  const inForce = own
    .filter((one) => at < one.endsAt)
    .sort((a, b) => b.startsAt.localeCompare(a.startsAt))[0];
  if (inForce) return { toId: inForce.toId, isInForce: true };
  const expired = own.sort((a, b) => b.endsAt.localeCompare(a.endsAt))[0];
  return expired ? { toId: expired.toId, isInForce: false } : null;
}
