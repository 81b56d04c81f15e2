import 'server-only';
import { z } from 'zod';
import { personActor, recordChange } from '@/lib/access/server';
import type { Actor } from '@/lib/incident/context';
import { type Db, prisma } from '@/lib/platform/db';
import { COPY_PLATFORMS, type CopyLimits, LIMIT_MAX, limitsOf } from '../platforms';
import { ownOrg } from './own-org';

/** How long a copy may be on each platform: the institution's own figures over the starting ones. */
export async function loadCopyLimits(db: Db, orgId: string): Promise<CopyLimits> {
  const org = await db.org.findUniqueOrThrow({
    where: { id: orgId },
    select: { copyLimits: true },
  });
  return limitsOf(org.copyLimits);
}

/** The same for a page. Throws `Problem` FORBIDDEN. */
export async function readCopyLimits(actor: Actor): Promise<CopyLimits> {
  return loadCopyLimits(prisma, ownOrg(actor, 'wording:read'));
}

const figure = z.int().min(1).max(LIMIT_MAX).nullable();

export const copyLimitsInput = z.record(
  z.enum(COPY_PLATFORMS),
  z.strictObject({ title: figure, body: figure }),
);

/** Sets the figures of every platform. Throws `Problem` FORBIDDEN without `wording:configure`. */
export async function changeCopyLimits(
  actor: Actor,
  limits: z.output<typeof copyLimitsInput>,
): Promise<void> {
  const orgId = ownOrg(actor, 'wording:configure');
  await prisma.$transaction(async (tx) => {
    await tx.org.update({ where: { id: orgId }, data: { copyLimits: limits } });
    await recordChange(tx, orgId, 'wording.limitsSet', personActor(actor.id), { limits });
  });
}
