import 'server-only';
import { holdsPermission } from '@/lib/access/policy';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';
import type { Duty } from '../duties';
import { groupOrg } from './change-group';

/** Whether somebody sits there: held, never filled, or left by somebody whose account has ended. */
export type SeatState = 'held' | 'vacant' | 'left';

export interface GroupSeat {
  id: string;
  duty: Duty;
  votes: boolean;
  state: SeatState;
  personId: string | null;
  /** Of a leaver too: a successor is wanted. */
  name: string | null;
  title: string | null;
  unit: string | null;
  /** The institution, where it is not the one whose group it is. */
  org: string | null;
  officePhone: string | null;
  /** As given for the seat, else the person's own. */
  mobile: string | null;
  /** As given for the seat. */
  ownMobile: string | null;
  isSelf: boolean;
}

export interface Group {
  id: string;
  revision: number;
  name: string;
  /** Name of the institution that leads a joint group of another; null = the own. */
  leadOrg: string | null;
  shares: { orgId: string; name: string }[];
  seats: GroupSeat[];
  voters: number;
  /** Approvals a vote of the group needs: more than half of those who vote. */
  majority: number;
  mayEdit: boolean;
}

/**
 * Leadership groups of the own institution and joint groups it belongs to, seats in their order.
 * Throws `Problem` FORBIDDEN without the right to see them.
 */
export async function listGroups(actor: Actor): Promise<Group[]> {
  const orgId = groupOrg(actor, 'group:read');
  const groups = await prisma.leadershipGroup.findMany({
    where: { dissolvedAt: null, OR: [{ orgId }, { shares: { some: { orgId } } }] },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 50,
    include: {
      org: { select: { shortName: true } },
      shares: { include: { org: { select: { shortName: true } } } },
      members: {
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
        include: {
          user: {
            include: { unit: { select: { name: true } }, org: { select: { shortName: true } } },
          },
        },
      },
    },
  });
  const mayEdit = holdsPermission(actor, 'group:edit');
  return groups.map(({ members, shares, org, ...group }) => {
    const seats = members.map(({ user, id, duty, votes, officePhone, mobile }): GroupSeat => {
      const state = !user ? 'vacant' : user.active ? 'held' : 'left';
      return {
        ...{ id, duty: duty as Duty, votes, state, officePhone },
        personId: user?.id ?? null,
        name: user?.name ?? null,
        title: user?.title ?? null,
        unit: user?.unit?.name ?? null,
        org: user && user.orgId !== group.orgId ? user.org.shortName : null,
        mobile: mobile ?? (state === 'held' ? (user?.phone ?? null) : null),
        ownMobile: mobile,
        isSelf: user?.id === actor.id,
      };
    });
    const isVoter = (seat: GroupSeat) => seat.votes && seat.state === 'held';
    const voters = new Set(seats.filter(isVoter).map((seat) => seat.personId)).size;
    return {
      id: group.id,
      revision: group.revision,
      name: group.name,
      leadOrg: group.orgId === orgId ? null : org.shortName,
      shares: shares.map((one) => ({ orgId: one.orgId, name: one.org.shortName })),
      seats,
      voters,
      majority: Math.floor(voters / 2) + 1,
      mayEdit: mayEdit && group.orgId === orgId,
    };
  });
}

/** Who can take a seat, and which institutions a joint group can have. As `listGroups`. */
export async function loadSeatChoices(actor: Actor, groupId: string) {
  const orgId = groupOrg(actor, 'group:edit');
  const [people, orgs] = await Promise.all([
    prisma.user.findMany({
      where: {
        active: true,
        OR: [{ orgId }, { org: { groupShares: { some: { groupId } } } }],
        NOT: { roles: { some: { role: { in: ['sysadmin', 'secadmin', 'audit_admin'] } } } },
      },
      orderBy: [{ orgId: 'asc' }, { username: 'asc' }],
      take: 500,
      select: {
        id: true,
        name: true,
        title: true,
        orgId: true,
        org: { select: { shortName: true } },
      },
    }),
    prisma.org.findMany({
      where: { OR: [{ parentId: orgId }, { children: { some: { id: orgId } } }] },
      orderBy: { code: 'asc' },
      take: 200,
      select: { id: true, name: true },
    }),
  ]);
  return {
    people: people.map(({ id, name, title, orgId: of, org }) => ({
      id,
      label: [name, title, of === orgId ? null : org.shortName].filter(Boolean).join(' · '),
    })),
    orgs,
  };
}
