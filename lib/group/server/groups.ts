import 'server-only';
import { holdsPermission } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';

export const DUTIES = ['leader', 'deputy', 'member', 'office', 'liaison', 'spokesperson'] as const;
export type Duty = (typeof DUTIES)[number];

export interface GroupSeat {
  id: string;
  name: string;
  title: string | null;
  unit: string | null;
  phone: string | null;
  duty: string;
  votes: boolean;
  active: boolean;
  isSelf: boolean;
}

export interface Group {
  id: string;
  name: string;
  seats: GroupSeat[];
  /** Approvals a vote of the group needs: more than half of those who vote. */
  majority: number;
}

/**
 * Leadership groups of the own institution, seats in their order.
 * Throws `Problem` FORBIDDEN without the right to see them.
 */
export async function listGroups(actor: Actor): Promise<Group[]> {
  if (!holdsPermission(actor, 'group:read') || actor.orgId === null) throw new Problem('FORBIDDEN');
  const groups = await prisma.leadershipGroup.findMany({
    where: { orgId: actor.orgId, dissolvedAt: null },
    orderBy: { createdAt: 'asc' },
    take: 50,
    include: {
      members: {
        orderBy: { position: 'asc' },
        include: { user: { include: { unit: { select: { name: true } } } } },
      },
    },
  });
  return groups.map(({ id, name, members }) => {
    const voters = new Set(members.filter((one) => one.votes).map((one) => one.userId));
    return {
      id,
      name,
      majority: Math.floor(voters.size / 2) + 1,
      seats: members.flatMap(({ user, duty, votes }) =>
        user
          ? {
              id: user.id,
              name: user.name,
              title: user.title,
              unit: user.unit?.name ?? null,
              phone: user.phone,
              duty,
              votes,
              active: user.active,
              isSelf: user.id === actor.id,
            }
          : [],
      ),
    };
  });
}
