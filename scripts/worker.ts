import { startDelivery } from '@/lib/channel/server';
import { startSweeper } from '@/lib/escalation/server';
import { assertAppendOnly, prisma } from '@/lib/platform/db';
import { stopListening } from '@/lib/platform/listen';
import { log } from '@/lib/platform/log';
import { startEraser } from '@/lib/retention/server';
import { startDutyTasks } from '@/lib/shift/server';

await assertAppendOnly();
const sweeper = startSweeper();
const delivery = startDelivery();
const dutyTasks = startDutyTasks();
const eraser = startEraser();
log.info('worker started');

let isStopping = false;
/** Finishes the batch at hand. The supervisor asks by signal, and so does its death (leash.mjs). */
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await Promise.all([sweeper.stop(), delivery.stop(), dutyTasks.stop(), eraser.stop()]);
  await stopListening();
  await prisma.$disconnect();
  log.info('worker stopped');
  process.exit(0);
}
for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, () => void stop());
