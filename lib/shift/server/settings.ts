import 'server-only';
import { personActor, recordChange } from '@/lib/access/server';
import type { Actor } from '@/lib/incident/context';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { type DutySettings, dutySettings, readSettings } from '../settings';
import { shiftOrg } from './change';

/** What the own institution set itself. Throws `Problem` FORBIDDEN without `shift:read`. */
export async function loadSettings(actor: Actor): Promise<DutySettings> {
  const orgId = shiftOrg(actor, 'shift:read');
  const row = await prisma.dutyPlan.findUnique({ where: { orgId } });
  return readSettings(row?.settings);
}

/**
 * Changes it; tasks planned later follow it, steps of tasks under way too.
 * Throws `Problem` FORBIDDEN without `shift:configure`; ZodError for what is no setting.
 */
export async function changeSettings(actor: Actor, change: Partial<DutySettings>): Promise<void> {
  const orgId = shiftOrg(actor, 'shift:configure');
  await prisma.$transaction(async (tx) => {
    const now = new Date(await businessNow(tx));
    await tx.$executeRaw`INSERT INTO "DutyPlan" ("orgId", "plannedUntil", "nextPlanAt")
      VALUES (${orgId}::uuid, ${now}, ${now}) ON CONFLICT DO NOTHING`;
    await tx.$queryRaw`SELECT "orgId" FROM "DutyPlan" WHERE "orgId" = ${orgId}::uuid FOR UPDATE`;
    const row = await tx.dutyPlan.findUniqueOrThrow({ where: { orgId } });
    const settings = dutySettings.parse({ ...readSettings(row.settings), ...change });
    await tx.dutyPlan.update({ where: { orgId }, data: { settings } });
    await recordChange(tx, orgId, 'duty.settingsChanged', personActor(actor.id), { settings });
  });
}
