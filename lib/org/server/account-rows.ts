import 'server-only';
import { holdsPermission } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';
import { PUBLISHER_ROLES, type Verification } from '../official-voice';

interface Named {
  id: string;
  name: string;
}

/** An account the institution speaks through; publications and thread replies name one (guard 1). */
export interface OfficialAccountRow {
  id: string;
  platform: string;
  name: string;
  handle: string;
  verifiedAs: string;
  verification: Verification;
  /** YYYY-MM-DD. */
  verifiedOn: string | null;
  verificationReference: string | null;
  signingUnit: string | null;
  owner: Named | null;
  ownerUnit: Named | null;
  publisherRoles: readonly string[];
  /** People named beside the roles; those switched off since are absent. */
  publishers: readonly Named[];
  active: boolean;
  retiredAt: string | null;
  retiredReason: string | null;
  revision: number;
}

/** Registered accounts, those in use first, at most 200. Throws `Problem` FORBIDDEN. */
export async function listOfficialAccounts(actor: Actor): Promise<OfficialAccountRow[]> {
  const orgId = readersOrg(actor);
  const named = { select: { id: true, name: true } };
  const rows = await prisma.officialAccount.findMany({
    where: { orgId },
    include: { owner: named, ownerUnit: named },
    orderBy: [{ active: 'desc' }, { platform: 'asc' }, { name: 'asc' }],
    take: 200,
  });
  const ids = [...new Set(rows.flatMap((one) => one.publisherIds))];
  const people = await prisma.user.findMany({
    where: { id: { in: ids }, orgId, active: true },
    select: { id: true, name: true },
  });
  return rows.map(({ orgId: _org, ownerId, ownerUnitId, createdAt, publisherIds, ...row }) => ({
    ...row,
    verification: row.verification as Verification,
    verifiedOn: row.verifiedOn?.toISOString().slice(0, 10) ?? null,
    retiredAt: row.retiredAt?.toISOString() ?? null,
    publishers: people.filter(({ id }) => publisherIds.includes(id)),
  }));
}

/** Own people who may be named for an account, and units that may answer for one. */
export async function loadAccountChoices(actor: Actor) {
  const orgId = readersOrg(actor);
  const [people, units, org] = await Promise.all([
    prisma.user.findMany({
      where: { orgId, active: true, roles: { some: { role: { in: [...PUBLISHER_ROLES] } } } },
      orderBy: { username: 'asc' },
      take: 300,
      select: { id: true, name: true, title: true },
    }),
    prisma.unit.findMany({
      where: { orgId },
      orderBy: { position: 'asc' },
      select: { id: true, name: true },
    }),
    prisma.org.findUniqueOrThrow({ where: { id: orgId }, select: { name: true } }),
  ]);
  return { people, units, orgName: org.name };
}

function readersOrg(actor: Actor): string {
  if (!holdsPermission(actor, 'account:read') || !actor.orgId) throw new Problem('FORBIDDEN');
  return actor.orgId;
}
