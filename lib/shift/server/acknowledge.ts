import 'server-only';
import type { Actor } from '@/lib/incident/context';
import { nextActionAt } from '../schedule';
import { readSettings } from '../settings';
import { refuseShift, withTask } from './change';

/**
 * Somebody takes an undone task on: nobody else is told any more. That its time passes is recorded
 * all the same. Throws `Problem`: FORBIDDEN without `shift:sign`; NOT_FOUND; REFUSED `task_closed`.
 */
export async function acknowledgeTask(actor: Actor, taskId: string): Promise<void> {
  await withTask(actor, 'shift:sign', taskId, async ({ tx, task, now, record }) => {
    if (task.state !== 'open' && task.state !== 'missed') throw refuseShift('task_closed');
    if (task.acknowledgedAt) return;
    const plan = await tx.dutyPlan.findUnique({ where: { orgId: task.orgId } });
    const taken = { ...task, acknowledgedAt: now };
    await tx.dutyTask.update({
      where: { id: taskId },
      data: {
        acknowledgedBy: actor.id,
        acknowledgedAt: now,
        nextActionAt: nextActionAt(readSettings(plan?.settings), task.kind, taken),
      },
    });
    await record('duty.acknowledged');
  });
}
