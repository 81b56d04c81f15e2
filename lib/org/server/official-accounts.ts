import 'server-only';
import { z } from 'zod';
import { Problem } from '@/lib/access/problem';
import { personActor, recordChange } from '@/lib/access/server';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';

/** An account the institution speaks through; publications and thread replies name one (guard 1). */
export interface OfficialAccountRow {
  id: string;
  platform: string;
  name: string;
  handle: string;
  verifiedAs: string;
  active: boolean;
}

const line = (max: number) => z.string().trim().min(1).max(max);

/** The four fields of a registration. */
export const newOfficialAccount = z.object({
  platform: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  name: line(80),
  handle: line(80),
  verifiedAs: line(160),
});
export type NewOfficialAccount = z.output<typeof newOfficialAccount>;

/** Registered accounts, those in use first. Throws `Problem` FORBIDDEN for others than sysadmin. */
export async function listOfficialAccounts(actor: Actor): Promise<OfficialAccountRow[]> {
  return prisma.officialAccount.findMany({
    where: { orgId: requireSysadmin(actor) },
    select: { id: true, platform: true, name: true, handle: true, verifiedAs: true, active: true },
    orderBy: [{ active: 'desc' }, { platform: 'asc' }, { name: 'asc' }],
    take: 200,
  });
}

/**
 * Registers an account and records it. Throws `Problem`: FORBIDDEN for others than the system
 * administrator, REFUSED `already_exists` when platform and handle are registered.
 */
export async function registerOfficialAccount(
  actor: Actor,
  account: NewOfficialAccount,
): Promise<void> {
  const orgId = requireSysadmin(actor);
  await prisma.$transaction(async (tx) => {
    const { platform, handle } = account;
    const known = await tx.officialAccount.findUnique({
      where: { orgId_platform_handle: { orgId, platform, handle } },
      select: { id: true },
    });
    if (known) throw new Problem('REFUSED', { reason: 'already_exists' });
    const id = newId();
    await tx.officialAccount.create({ data: { id, orgId, ownerId: null, ...account } });
    const payload = { accountId: id, ...account };
    await recordChange(tx, orgId, 'org.accountRegistered', personActor(actor.id), payload);
  });
}

/**
 * Takes an account out of use or back into it; what was published through it stays.
 * Throws `Problem`: FORBIDDEN as above, NOT_FOUND for an account of another institution.
 */
export async function switchOfficialAccount(
  actor: Actor,
  accountId: string,
  active: boolean,
): Promise<void> {
  const orgId = requireSysadmin(actor);
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.officialAccount.updateMany({
      where: { id: accountId, orgId, active: !active },
      data: { active },
    });
    if (count === 0) throw new Problem('NOT_FOUND');
    const type = active ? 'org.accountResumed' : 'org.accountRetired';
    await recordChange(tx, orgId, type, personActor(actor.id), { accountId });
  });
}

function requireSysadmin(actor: Actor): string {
  if (!actor.roles.includes('sysadmin') || actor.orgId === null) throw new Problem('FORBIDDEN');
  return actor.orgId;
}
