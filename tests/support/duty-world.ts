import { fromLocal, localDate } from '@/lib/calendar';
import { dateOfDay, dayOfDate } from '@/lib/calendar/instant';
import { enterCover, listRosters } from '@/lib/duty/server';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { planDuty, sweepTasks } from '@/lib/shift/server';
import { ClockWorld } from './clock-world';

/** The demo bureau on a day of its own for every story, with its duty tasks. */
export class DutyWorld {
  private constructor(
    readonly world: ClockWorld,
    readonly orgId: string,
    /** The local day of the story. */
    public day: string,
  ) {}

  static async create(): Promise<DutyWorld> {
    const world = await ClockWorld.create();
    const { orgId } = await world.actor('office');
    return new DutyWorld(world, orgId ?? '', localDate(await businessNow()));
  }

  dayAfter(days = 1): string {
    return dateOfDay(dayOfDate(this.day) + days);
  }

  /** A new day, planned, with the clock at its midnight and what lay before settled. */
  async newDay(): Promise<void> {
    this.day = this.dayAfter();
    await this.clock('00:01');
    await this.sweepAll();
    await prisma.dutyTask.updateMany({
      where: { orgId: this.orgId, startsAt: { lt: new Date(fromLocal(this.day, '00:00')) } },
      data: { nextActionAt: null },
    });
  }

  /** Moves the clock to a time of the day. */
  async clock(time: string): Promise<void> {
    await this.world.advanceTo(fromLocal(this.day, time));
  }

  async sweepAll(): Promise<void> {
    await planDuty(this.orgId);
    while ((await sweepTasks([])).isFull);
  }

  /** Moves the clock and fires all that is due then. */
  async at(time: string): Promise<void> {
    await this.clock(time);
    await this.sweepAll();
  }

  taskAt(kind: string, time: string, date = this.day) {
    return prisma.dutyTask.findFirstOrThrow({
      where: { orgId: this.orgId, kind, startsAt: new Date(fromLocal(date, time)) },
    });
  }

  /** Notices about a task, in order, as `rule person`. */
  async noticesOf(taskId: string): Promise<string[]> {
    const rows = await prisma.notification.findMany({
      where: { href: `/duty/tasks/${taskId}` },
      orderBy: [{ createdAt: 'asc' }, { seq: 'asc' }],
    });
    return rows.map(({ rule, userId }) => `${rule.replace('duty.', '')} ${this.nameOf(userId)}`);
  }

  nameOf(id: string): string {
    return Object.entries(this.world.demo.people).find(([, one]) => one === id)?.[0] ?? id;
  }

  /** Whom the roster names without its covers. */
  async officerAt(time: string, date = this.day): Promise<string> {
    const at = new Date(fromLocal(date, time));
    const shift = await prisma.dutyShift.findFirstOrThrow({
      where: { orgId: this.orgId, kind: 'shift', startsAt: { lte: at }, endsAt: { gt: at } },
    });
    return this.nameOf(shift.officerId ?? '');
  }

  /** One of those who share the duty and has no place in it at a time. */
  async freeAt(time: string, date = this.day): Promise<string> {
    const at = new Date(fromLocal(date, time));
    const shifts = await prisma.dutyShift.findMany({
      where: { orgId: this.orgId, startsAt: { lte: at }, endsAt: { gt: at } },
    });
    const busy = shifts.flatMap(({ officerId, backupId, leaderId }) =>
      [officerId, backupId, leaderId].map((id) => this.nameOf(id ?? '')),
    );
    const free = ['officer', 'officer2', 'office2'].find((name) => !busy.includes(name));
    if (!free) throw new Error(`nobody is free at ${date} ${time}`);
    return free;
  }

  /** Enters a cover for the officer between two times of a day. */
  async cover(username: string, from: string, to: string, date = this.day): Promise<void> {
    const office = await this.world.actor('office');
    const [roster] = await listRosters(office);
    await enterCover(
      office,
      { rosterId: roster?.id ?? '', revision: roster?.revision ?? 0 },
      {
        personId: this.world.personId(username),
        place: 'officer',
        startsAt: fromLocal(date, from),
        endsAt: fromLocal(date, to),
      },
    );
  }
}

export const taskOf = (id: string) => prisma.dutyTask.findUniqueOrThrow({ where: { id } });
