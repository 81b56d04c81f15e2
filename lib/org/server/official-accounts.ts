import 'server-only';
import { z } from 'zod';
import { holdsPermission } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import { personActor, recordChange } from '@/lib/access/server';
import type { Actor } from '@/lib/incident/context';
import { businessNow } from '@/lib/platform/clock';
import { type Db, prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { PUBLISHER_ROLES, VERIFICATIONS } from '../official-voice';
import type { AccountRefusalCode } from '../refusal';

const line = (max: number) => z.string().trim().min(1).max(max);
const maybe = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value || null);
const maybeId = z.union([z.literal('').transform(() => null), z.uuid(), z.null()]).default(null);

/** What is registered of an account and may be put right later. */
export const accountDetails = z.object({
  name: line(80),
  verifiedAs: line(160),
  verification: z.enum(VERIFICATIONS),
  verifiedOn: z.union([z.literal('').transform(() => null), z.iso.date(), z.null()]).default(null),
  verificationReference: maybe(160),
  signingUnit: line(120),
  ownerId: maybeId,
  ownerUnitId: maybeId,
  publisherRoles: z.array(z.enum(PUBLISHER_ROLES)).max(PUBLISHER_ROLES.length).default([]),
  publisherIds: z.array(z.uuid()).max(50).default([]),
});
export type AccountDetails = z.output<typeof accountDetails>;

/** A registration: the account itself, which never changes, and its details. */
export const newOfficialAccount = accountDetails.extend({
  platform: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  handle: line(80),
});

/** An account as somebody saw it who now changes it. */
export interface AccountMark {
  accountId: string;
  revision: number;
}

/**
 * Registers an account and records it. Throws `Problem`: FORBIDDEN without `account:edit`; REFUSED
 * `account_taken` when platform and handle are registered, `verification_incomplete` for a verified
 * account without date, `publisher_unfit` for people who neither publish nor answer here.
 */
export async function registerOfficialAccount(
  actor: Actor,
  account: z.output<typeof newOfficialAccount>,
): Promise<string> {
  const orgId = editorsOrg(actor);
  return prisma.$transaction(async (tx) => {
    const { platform, handle } = account;
    const known = await tx.officialAccount.findUnique({
      where: { orgId_platform_handle: { orgId, platform, handle } },
      select: { id: true },
    });
    if (known) throw refused('account_taken');
    await requireFit(tx, orgId, account);
    const id = newId();
    await tx.officialAccount.create({ data: { id, orgId, ...stored(account), platform, handle } });
    const payload = { accountId: id, ...account };
    await recordChange(tx, orgId, 'org.accountRegistered', personActor(actor.id), payload);
    return id;
  });
}

/**
 * Puts the details of an account right: verification, signing unit, who may publish. Throws
 * `Problem` as `registerOfficialAccount`; NOT_FOUND; CONFLICT `account_stale`.
 */
export async function changeOfficialAccount(
  actor: Actor,
  mark: AccountMark,
  details: AccountDetails,
): Promise<void> {
  await changeAccount(actor, mark, async (tx, orgId) => {
    await requireFit(tx, orgId, details);
    await tx.officialAccount.update({ where: { id: mark.accountId }, data: stored(details) });
    return { type: 'org.accountChanged', payload: details };
  });
}

/** Takes an account out of use, with a reason; what was published through it stays. As above. */
export async function retireOfficialAccount(
  actor: Actor,
  mark: AccountMark,
  reason: string,
): Promise<void> {
  await changeAccount(actor, mark, async (tx) => {
    const data = { active: false, retiredReason: reason, retiredAt: await businessNow(tx) };
    await tx.officialAccount.update({ where: { id: mark.accountId }, data });
    return { type: 'org.accountRetired', payload: { reason } };
  });
}

/** Takes a retired account into use again. As above. */
export async function resumeOfficialAccount(actor: Actor, mark: AccountMark): Promise<void> {
  await changeAccount(actor, mark, async (tx) => {
    const data = { active: true, retiredReason: null, retiredAt: null };
    await tx.officialAccount.update({ where: { id: mark.accountId }, data });
    return { type: 'org.accountResumed', payload: {} };
  });
}

/** One change of one account: locked, still at the revision seen, recorded under who did it. */
async function changeAccount(
  actor: Actor,
  { accountId, revision }: AccountMark,
  change: (
    tx: Db,
    orgId: string,
  ) => Promise<{ type: `org.${string}`; payload: AccountDetails | Record<string, string> }>,
): Promise<void> {
  const orgId = editorsOrg(actor);
  await prisma.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ revision: number }[]>`
      SELECT revision FROM "OfficialAccount"
      WHERE id = ${accountId}::uuid AND "orgId" = ${orgId}::uuid FOR UPDATE`;
    if (!row) throw new Problem('NOT_FOUND');
    if (row.revision !== revision) throw new Problem('CONFLICT', { reason: 'account_stale' });
    const { type, payload } = await change(tx, orgId);
    const next = { revision: revision + 1 };
    await tx.officialAccount.update({ where: { id: accountId }, data: next });
    await recordChange(tx, orgId, type, personActor(actor.id), { accountId, ...payload });
  });
}

const stored = ({ verifiedOn, ...details }: AccountDetails) => ({
  ...details,
  verifiedOn: verifiedOn ? new Date(verifiedOn) : null,
});

/** A verified account says since when; people and unit are the institution's own. */
async function requireFit(tx: Db, orgId: string, details: AccountDetails): Promise<void> {
  const { verification, verifiedOn, publisherIds, ownerId, ownerUnitId } = details;
  if (verification === 'verified' && !verifiedOn) throw refused('verification_incomplete');
  const ids = [...new Set([...publisherIds, ...(ownerId ? [ownerId] : [])])];
  const roles = { some: { role: { in: [...PUBLISHER_ROLES] } } };
  const fit = await tx.user.count({ where: { id: { in: ids }, orgId, active: true, roles } });
  const unit = ownerUnitId ? await tx.unit.count({ where: { id: ownerUnitId, orgId } }) : 1;
  if (fit < ids.length || unit === 0) throw refused('publisher_unfit');
}

const refused = (reason: AccountRefusalCode) => new Problem('REFUSED', { reason });

function editorsOrg(actor: Actor): string {
  if (!holdsPermission(actor, 'account:edit') || !actor.orgId) throw new Problem('FORBIDDEN');
  return actor.orgId;
}
