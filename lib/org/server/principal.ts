import 'server-only';
import { type RecordedChange, recordChange } from '@/lib/access/server';
import type { AuditActor } from '@/lib/audit/envelope';
import type { Db } from '@/lib/platform/db';

/** Writes who heads a unit, null = nobody in particular, with its record. */
export async function changePrincipal(
  tx: Db,
  { orgId, unitId, personId }: { orgId: string; unitId: string; personId: string | null },
  by: AuditActor,
): Promise<RecordedChange> {
  await tx.unit.update({ where: { id: unitId }, data: { principalId: personId } });
  return recordChange(tx, orgId, 'org.principalNamed', by, { unitId, userId: personId });
}
