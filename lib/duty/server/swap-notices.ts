import 'server-only';
import { policy } from '@/lib/access/policy';
import type { RecordedChange } from '@/lib/access/server';
import type { HouseRule } from '@/lib/notify/house-rules';
import { tellPeople } from '@/lib/outbox/server';
import type { Db } from '@/lib/platform/db';

/** A swap as notices need it. */
interface ToldSwap {
  orgId: string;
  startsAt: Date;
  endsAt: Date;
  askedBy: string;
  colleagueId: string;
}

/** Tells some people how a swap stands, in the transaction of the event. */
export async function tellOfSwap(
  tx: Db,
  event: RecordedChange,
  rule: HouseRule & `swap.${string}`,
  swap: ToldSwap,
  personIds: readonly string[],
): Promise<void> {
  const params = { from: swap.startsAt.toISOString(), to: swap.endsAt.toISOString() };
  const { orgId } = swap;
  await tellPeople(tx, { ...event, orgId, rule, personIds, href: '/roster', params });
}

/** Who may decide on a swap: all who edit rosters, but the two it is between. */
export async function decidersOf(tx: Db, swap: ToldSwap): Promise<string[]> {
  const roles = Object.keys(policy['roster:edit']);
  return peopleWith(tx, swap, roles);
}

/** The office, which is told of every change of who is on duty. */
export async function officeOf(tx: Db, swap: ToldSwap): Promise<string[]> {
  return peopleWith(tx, swap, ['office']);
}

async function peopleWith(tx: Db, swap: ToldSwap, roles: string[]): Promise<string[]> {
  const found = await tx.user.findMany({
    where: {
      orgId: swap.orgId,
      active: true,
      id: { notIn: [swap.askedBy, swap.colleagueId] },
      roles: { some: { role: { in: roles } } },
    },
    select: { id: true },
  });
  return found.map(({ id }) => id);
}
