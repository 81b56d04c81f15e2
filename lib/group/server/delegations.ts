import 'server-only';
import { Problem } from '@/lib/access/problem';
import type { Role } from '@/lib/access/roles';
import { personActor, recordChange } from '@/lib/access/server';
import type { Instant } from '@/lib/calendar/instant';
import type { Actor } from '@/lib/incident/context';
import { cleanText } from '@/lib/mention/normalize';
import { tellPeople } from '@/lib/outbox/server';
import { businessNow } from '@/lib/platform/clock';
import { type Db, prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import type { DelegationScope } from '../delegates';
import { groupOrg, invalid, refuseGroup } from './change-group';

/** Who may authorise somebody, and whom. */
const DELEGATORS: readonly Role[] = ['leader', 'deputy'];
const DELEGATES: readonly Role[] = ['leader', 'deputy', 'member', 'office', 'spokesperson'];

/** Longest authority; a longer absence asks for another appointment, not for a delegate. */
const MOST_DAYS = 92;

export interface DelegationWish {
  fromId: string;
  toId: string;
  scope: DelegationScope;
  /** UTC instants; a start that has passed counts from now, so that nothing is signed backwards. */
  startsAt: Instant;
  endsAt: Instant;
  reason: string;
  /** Number or place of the signed paper; needed where somebody records it for the delegator. */
  paperReference: string | null;
}

/**
 * Gives a written authority: a leader or deputy for themselves, or the office from a signed paper,
 * never for its own benefit. The delegate is told. In force from its start, whatever is open then.
 * Throws `Problem`: FORBIDDEN; INVALID_INPUT; REFUSED `delegator_unfit`, `delegate_unfit`,
 * `paper_needed`, `delegation_in_past`, `delegation_too_long`, `delegation_overlaps`.
 */
export async function giveDelegation(actor: Actor, wish: DelegationWish): Promise<string> {
  const orgId = groupOrg(actor, 'delegation:give');
  const reason = cleanText(wish.reason).slice(0, 200);
  const paperReference = cleanText(wish.paperReference ?? '').slice(0, 120) || null;
  if (reason === '') throw invalid('reason', 'needed');
  return prisma.$transaction(async (tx) => {
    const { fromId, toId, scope } = wish;
    const now = await businessNow(tx);
    const startsAt = wish.startsAt > now ? wish.startsAt : now;
    const { endsAt } = wish;
    if (endsAt <= startsAt) throw refuseGroup('delegation_in_past');
    const days = (Date.parse(endsAt) - Date.parse(startsAt)) / 86_400_000;
    if (days > MOST_DAYS) throw refuseGroup('delegation_too_long', { days: MOST_DAYS });
    if (fromId === toId) throw refuseGroup('delegate_unfit');
    if (fromId !== actor.id) {
      if (!actor.roles.includes('office') || toId === actor.id)
        throw refuseGroup('delegator_unfit');
      if (!paperReference) throw refuseGroup('paper_needed');
    }
    // The delegator's row is locked: two papers given at once cannot overlap unseen.
    await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${fromId}::uuid FOR NO KEY UPDATE`;
    if (!(await holds(tx, orgId, fromId, DELEGATORS))) throw refuseGroup('delegator_unfit');
    if (!(await holds(tx, orgId, toId, DELEGATES))) throw refuseGroup('delegate_unfit');
    const overlapping = await tx.delegation.count({
      where: {
        fromId,
        revokedAt: null,
        startsAt: { lt: endsAt },
        endsAt: { gt: startsAt },
        ...(scope === 'all' ? {} : { scope: { in: [scope, 'all'] } }),
      },
    });
    if (overlapping > 0) throw refuseGroup('delegation_overlaps');
    const id = newId();
    const given = { givenBy: actor.id, givenAt: now };
    const data = { id, orgId, fromId, toId, scope, startsAt, endsAt, reason, paperReference };
    await tx.delegation.create({ data: { ...data, ...given } });
    const payload = { delegationId: id, fromId, toId, scope, startsAt, endsAt };
    const who = personActor(actor.id);
    const event = await recordChange(tx, orgId, 'group.delegationGiven', who, payload);
    await tellPeople(tx, {
      ...event,
      orgId,
      rule: 'delegation.given',
      personIds: [fromId, toId].filter((one) => one !== actor.id),
      href: '/groups/delegations',
      params: { from: startsAt, to: endsAt },
    });
    return id;
  });
}

/**
 * Takes an authority back at once; open steps return to who gave it. By that person, the office or
 * a leader. Throws `Problem`: FORBIDDEN, NOT_FOUND, REFUSED `delegation_closed`.
 */
export async function revokeDelegation(actor: Actor, id: string): Promise<void> {
  const orgId = groupOrg(actor, 'delegation:give');
  await prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Delegation" WHERE id = ${id}::uuid FOR UPDATE`;
    const found = await tx.delegation.findFirst({ where: { id, orgId } });
    if (!found) throw new Problem('NOT_FOUND');
    const now = await businessNow(tx);
    if (found.revokedAt || found.endsAt.toISOString() <= now)
      throw refuseGroup('delegation_closed');
    const isTheirs = found.fromId === actor.id;
    if (!isTheirs && !actor.roles.some((role) => role === 'office' || role === 'leader')) {
      throw new Problem('FORBIDDEN');
    }
    const data = { revokedBy: actor.id, revokedAt: now };
    await tx.delegation.update({ where: { id }, data });
    const { fromId, toId } = found;
    const payload = { delegationId: id, fromId, toId };
    const who = personActor(actor.id);
    const event = await recordChange(tx, orgId, 'group.delegationRevoked', who, payload);
    await tellPeople(tx, {
      ...event,
      orgId,
      rule: 'delegation.revoked',
      personIds: [fromId, toId].filter((one) => one !== actor.id),
      href: '/groups/delegations',
    });
  });
}

async function holds(tx: Db, orgId: string, id: string, roles: readonly Role[]): Promise<boolean> {
  const where = { id, orgId, active: true, roles: { some: { role: { in: [...roles] } } } };
  return (await tx.user.count({ where })) > 0;
}

/** One authority with the names of the people in it. */
export interface ListedDelegation {
  id: string;
  from: { id: string; name: string };
  to: { id: string; name: string };
  scope: DelegationScope;
  startsAt: Instant;
  endsAt: Instant;
  reason: string;
  paperReference: string | null;
  givenBy: string;
  state: 'ahead' | 'in_force' | 'ended' | 'revoked';
  mayRevoke: boolean;
}

/** Authorities of the institution, newest first, at most 100. Throws `Problem` FORBIDDEN. */
export async function listDelegations(actor: Actor, now: Instant): Promise<ListedDelegation[]> {
  const orgId = groupOrg(actor, 'group:read');
  const rows = await prisma.$queryRaw<
    (Omit<ListedDelegation, 'startsAt' | 'endsAt' | 'state' | 'mayRevoke'> & {
      startsAt: Date;
      endsAt: Date;
      revokedAt: Date | null;
    })[]
  >`
    SELECT d.id, d.scope, d.reason, d."paperReference", d."startsAt", d."endsAt", d."revokedAt",
      jsonb_build_object('id', f.id, 'name', f.name) AS "from",
      jsonb_build_object('id', t.id, 'name', t.name) AS "to", g.name AS "givenBy"
    FROM "Delegation" d JOIN "User" f ON f.id = d."fromId" JOIN "User" t ON t.id = d."toId"
      JOIN "User" g ON g.id = d."givenBy"
    WHERE d."orgId" = ${orgId}::uuid ORDER BY d."startsAt" DESC, d.id DESC LIMIT 100`;
  const mayAll = actor.roles.some((role) => role === 'office' || role === 'leader');
  return rows.map(({ startsAt, endsAt, revokedAt, ...row }) => {
    const [from, to] = [startsAt.toISOString(), endsAt.toISOString()];
    const state = revokedAt ? 'revoked' : now < from ? 'ahead' : now < to ? 'in_force' : 'ended';
    const isOpen = state === 'ahead' || state === 'in_force';
    const mayRevoke = isOpen && (mayAll || row.from.id === actor.id);
    return { ...row, startsAt: from, endsAt: to, state, mayRevoke };
  });
}

/** People who may give an authority and to whom. Throws `Problem` FORBIDDEN. */
export async function loadDelegationChoices(actor: Actor) {
  const orgId = groupOrg(actor, 'delegation:give');
  const people = await prisma.user.findMany({
    where: { orgId, active: true, roles: { some: { role: { in: [...DELEGATES] } } } },
    orderBy: { username: 'asc' },
    take: 300,
    select: { id: true, name: true, title: true, roles: { select: { role: true } } },
  });
  const mayGiveForOthers = actor.roles.includes('office');
  const isDelegator = (roles: readonly { role: string }[]) =>
    roles.some(({ role }) => DELEGATORS.includes(role as Role));
  return {
    from: people
      .filter((one) => isDelegator(one.roles) && (mayGiveForOthers || one.id === actor.id))
      .map(({ id, name, title }) => ({ id, name, title })),
    to: people.map(({ id, name, title }) => ({ id, name, title })),
    needsPaper: mayGiveForOthers,
  };
}
