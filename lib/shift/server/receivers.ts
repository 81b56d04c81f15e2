import 'server-only';
import type { Role } from '@/lib/access/roles';
import type { RecordedChange } from '@/lib/access/server';
import type { HouseRule } from '@/lib/notify/house-rules';
import { tellPeople } from '@/lib/outbox/server';
import { getPlanVersion } from '@/lib/plan/server';
import type { Db } from '@/lib/platform/db';
import type { TaskRow } from './rows';

/** Who gets what is filed, by the target a plan names. */
const RECEIVERS: Record<string, { roles: readonly Role[]; above: boolean }> = {
  office: { roles: ['office'], above: false },
  leader: { roles: ['leader', 'deputy'], above: false },
  group: { roles: ['leader', 'deputy', 'member'], above: false },
  superior: { roles: ['office', 'officer'], above: true },
};

/** To whom the plan sends what this task files; a daily zero report goes to the house above. */
export async function targetOf(db: Db, task: TaskRow): Promise<string> {
  if (!task.planVersionId) return 'office';
  const { plan } = await getPlanVersion(db, task.planVersionId);
  const rule = task.ruleKey.split('/').at(-1);
  const named = plan.obligations.find((one) => one.rule === rule)?.target;
  if (named && named in RECEIVERS) return named;
  return task.kind === 'zero_report' ? 'superior' : 'office';
}

/** Tells those the plan names that something was filed; without a house above, the leaders. */
export async function tellReceivers(
  tx: Db,
  task: TaskRow,
  event: RecordedChange,
  rule: HouseRule,
  actorId: string,
): Promise<string[]> {
  const { roles, above } = RECEIVERS[await targetOf(tx, task)] ?? {
    roles: ['office'],
    above: false,
  };
  const org = await tx.org.findUniqueOrThrow({
    where: { id: task.orgId },
    select: { parentId: true },
  });
  const isAbove = above && org.parentId !== null;
  const wanted = above && !isAbove ? ['leader', 'deputy'] : [...roles];
  const people = await tx.user.findMany({
    where: {
      orgId: isAbove && org.parentId ? org.parentId : task.orgId,
      active: true,
      roles: { some: { role: { in: wanted } } },
    },
    select: { id: true },
  });
  const personIds = people.map(({ id }) => id).filter((id) => id !== actorId);
  await tellPeople(tx, {
    orgId: task.orgId,
    ...event,
    rule,
    personIds,
    href: `/duty/tasks/${task.id}`,
    params: { at: task.startsAt, due: task.dueAt },
  });
  return personIds;
}
