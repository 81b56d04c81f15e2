import 'server-only';
import { holdsPermission } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import { personActor } from '@/lib/access/server';
import { listColleagues } from '@/lib/group/server';
import type { Actor } from '@/lib/incident/context';
import { tellPeople } from '@/lib/outbox/server';
import { prisma } from '@/lib/platform/db';
import type { UnitRefusalCode } from '../refusal';
import { changePrincipal } from './principal';

/** A unit with who signs what it feeds back; `principal` null = leaders and deputies do. */
export interface UnitLine {
  id: string;
  name: string;
  /** Active people who belong to it. */
  people: number;
  principal: { id: string; name: string; title: string | null; isActive: boolean } | null;
}

/**
 * Units of the own institution in their order. One whose principal has left is shown with them: the
 * leaders sign for it meanwhile. Throws `Problem` FORBIDDEN without `unit:read`.
 */
export async function listUnits(actor: Actor): Promise<UnitLine[]> {
  const orgId = orgWith(actor, 'unit:read');
  const units = await prisma.unit.findMany({
    where: { orgId },
    orderBy: { position: 'asc' },
    select: {
      id: true,
      name: true,
      principalId: true,
      _count: { select: { people: { where: { active: true } } } },
    },
  });
  const ids = units.flatMap(({ principalId }) => principalId ?? []);
  const named = await prisma.user.findMany({
    where: { id: { in: ids }, orgId },
    select: { id: true, name: true, title: true, active: true },
  });
  return units.map(({ id, name, principalId, _count }) => {
    const found = named.find((one) => one.id === principalId);
    const principal = found
      ? { id: found.id, name: found.name, title: found.title, isActive: found.active }
      : null;
    return { id, name, people: _count.people, principal };
  });
}

/** People who may be named, by unit. Throws `Problem` FORBIDDEN without `unit:edit`. */
export const loadPrincipalChoices = async (actor: Actor) =>
  listColleagues(orgWith(actor, 'unit:edit'));

/** A unit as somebody saw it who now names its principal. */
export interface PrincipalWish {
  unitId: string;
  /** Who was named when the form was opened. */
  beforeId: string | null;
  /** Null = nobody in particular. */
  personId: string | null;
}

/**
 * 指定科室主要负责人: names who signs what a unit of the own institution feeds back from now on, or
 * takes the name back. On record; both people concerned are told. Feedback that waits already keeps
 * its signers. Throws `Problem`: FORBIDDEN without `unit:edit`, NOT_FOUND, CONFLICT `unit_stale` when
 * somebody else named another meanwhile, REFUSED `principal_unfit`.
 */
export async function nameUnitPrincipal(actor: Actor, wish: PrincipalWish): Promise<void> {
  const orgId = orgWith(actor, 'unit:edit');
  const { unitId, beforeId, personId } = wish;
  await prisma.$transaction(async (tx) => {
    const [unit] = await tx.$queryRaw<{ name: string; principalId: string | null }[]>`
      SELECT name, "principalId" FROM "Unit"
      WHERE id = ${unitId}::uuid AND "orgId" = ${orgId}::uuid FOR UPDATE`;
    if (!unit) throw new Problem('NOT_FOUND');
    if (unit.principalId !== beforeId) throw refused('unit_stale');
    if (personId === beforeId) return;
    const fit = { id: personId ?? '', orgId, active: true };
    if (personId && (await tx.user.count({ where: fit })) === 0) {
      throw refused('principal_unfit');
    }
    const event = await changePrincipal(tx, { orgId, unitId, personId }, personActor(actor.id));
    await tellPeople(tx, {
      ...event,
      orgId,
      rule: 'unit.principal',
      personIds: [personId, beforeId].flatMap((one) => (one && one !== actor.id ? [one] : [])),
      href: '/groups/units',
      params: { unit: unit.name },
    });
  });
}

const refused = (reason: UnitRefusalCode) =>
  new Problem(reason === 'unit_stale' ? 'CONFLICT' : 'REFUSED', { reason });

function orgWith(actor: Actor, permission: 'unit:read' | 'unit:edit'): string {
  if (!holdsPermission(actor, permission) || !actor.orgId) throw new Problem('FORBIDDEN');
  return actor.orgId;
}
