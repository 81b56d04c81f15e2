import { MINUTE_MS } from '@/lib/calendar/instant';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { planDuty } from '@/lib/shift/server';

/**
 * Owes the bureau a patrol and a handover between two people at this moment, on a roster of its own
 * behind the others: `owe-duty.ts OUTGOING INCOMING`. Prints their ids as JSON.
 */
const [outgoing = '', incoming = ''] = process.argv.slice(2);
const people = await prisma.user.findMany({ where: { username: { in: [outgoing, incoming] } } });
const person = (username: string) => {
  const found = people.find((one) => one.username === username);
  if (!found) throw new Error(`no ${username}`);
  return found;
};
const { orgId } = person(outgoing);
const now = Date.parse(await businessNow());
const at = (minutes: number) => new Date(now + minutes * MINUTE_MS);
const rosterId = newId();
// Behind all others, and apart from what another story makes at this moment.
const position = 1000 + Math.floor(Math.random() * 1_000_000);
const name = `接线岗 ${rosterId.slice(-6)}`;
await prisma.dutyRoster.create({ data: { id: rosterId, orgId, name, position } });
const shift = (officer: string, from: number, to: number) => ({
  ...{ id: newId(), orgId, rosterId, officerId: person(officer).id },
  ...{ startsAt: at(from), endsAt: at(to) },
});
await prisma.dutyShift.createMany({
  data: [shift(outgoing, -60, 10), shift(incoming, 10, 70)],
});
const handover = await planned();
const patrolId = newId();
await prisma.dutyTask.create({
  data: {
    ...{ id: patrolId, orgId, kind: 'patrol', ruleKey: 'test', key: `patrol:test:${patrolId}` },
    ...{ label: { zh: '临时巡查', en: 'Extra patrol' }, opensAt: at(-5), startsAt: at(-5) },
    ...{ dueAt: at(55), nextActionAt: at(25) },
  },
});
process.stdout.write(JSON.stringify({ handoverId: handover.id, patrolId }));
await prisma.$disconnect();

/** The handover of the roster; the worker may be planning at this very moment, then again. */
async function planned() {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    await planDuty(orgId);
    const task = await prisma.dutyTask.findFirst({ where: { rosterId } });
    if (task) return task;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('no handover was planned');
}
