import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '@/lib/access/problem';
import { readStream } from '@/lib/audit/server';
import { verifyChain } from '@/lib/audit/verify';
import { fromLocal, localDate } from '@/lib/calendar';
import { dateOfDay, dayOfDate } from '@/lib/calendar/instant';
import { enterCover, listRosters } from '@/lib/duty/server';
import { clockHealth } from '@/lib/escalation/server';
import { adoptPreset } from '@/lib/plan/server';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { stopListening } from '@/lib/platform/listen';
import {
  acknowledgeTask,
  addSource,
  changeSettings,
  type DutyTasks,
  filePatrol,
  fileSummary,
  fileZero,
  findDeskTasks,
  getTask,
  handOver,
  linkIncident,
  listSources,
  listTasks,
  planDuty,
  readLog,
  receiveHandover,
  startDutyTasks,
  sweepTasks,
  taskFilters,
  textOfOrigin,
  writeLog,
} from '@/lib/shift/server';
import { ClockWorld, until } from '../support/clock-world';
import { createTestDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
let world: ClockWorld;
let orgId: string;
/** A local day some days ahead, its own for every story. */
let day: string;
let workers: DutyTasks[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  world = await ClockWorld.create();
  orgId = (await world.actor('office')).orgId ?? '';
  day = localDate(await businessNow());
});

afterEach(async () => {
  await Promise.all(workers.map((one) => one.stop()));
  workers = [];
});

afterAll(async () => {
  await stopListening();
  await prisma.$disconnect();
  await database.drop();
});

const dayAfter = (date: string, days = 1) => dateOfDay(dayOfDate(date) + days);
const reasonOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'carried out',
    (error: unknown) => (error instanceof Problem ? (error.facts.reason ?? error.code) : error),
  );
const taskAt = (kind: string, time: string, date = day) =>
  prisma.dutyTask.findFirstOrThrow({
    where: { orgId, kind, startsAt: new Date(fromLocal(date, time)) },
  });
const taskOf = (id: string) => prisma.dutyTask.findUniqueOrThrow({ where: { id } });
const noticesOf = async (taskId: string) => {
  const rows = await prisma.notification.findMany({
    where: { href: `/duty/tasks/${taskId}` },
    orderBy: [{ createdAt: 'asc' }, { seq: 'asc' }],
  });
  return rows.map(({ rule, userId }) => `${rule.replace('duty.', '')} ${nameOf(userId)}`);
};
const nameOf = (id: string) =>
  Object.entries(world.demo.people).find(([, one]) => one === id)?.[0] ?? id;
const sweepAll = async () => {
  await planDuty(orgId);
  while ((await sweepTasks([])).isFull);
};
/** A new day, planned, with the clock at its midnight and what lay before settled. */
const newDay = async () => {
  day = dayAfter(day);
  await world.advanceTo(fromLocal(day, '00:01'));
  await sweepAll();
  await prisma.dutyTask.updateMany({
    where: { orgId, startsAt: { lt: new Date(fromLocal(day, '00:00')) } },
    data: { nextActionAt: null },
  });
};
const officerAt = async (time: string, date = day) => {
  const at = new Date(fromLocal(date, time));
  const shift = await prisma.dutyShift.findFirstOrThrow({
    where: { orgId, kind: 'shift', startsAt: { lte: at }, endsAt: { gt: at } },
  });
  return nameOf(shift.officerId ?? '');
};

describe('planning', () => {
  it('makes each task once, and planning again changes nothing', async () => {
    await newDay();
    const before = await prisma.dutyTask.findMany({ where: { orgId }, orderBy: { key: 'asc' } });
    expect(before.filter(({ kind }) => kind === 'patrol').length).toBeGreaterThanOrEqual(6);
    expect(before.filter(({ kind }) => kind === 'handover').length).toBeGreaterThanOrEqual(3);
    expect(await planDuty(orgId)).toEqual({ added: 0, taken: 0 });
    const again = await prisma.dutyTask.findMany({ where: { orgId }, orderBy: { key: 'asc' } });
    expect(again).toEqual(before);
  });

  it('takes back what the roster no longer asks for, and brings it back', async () => {
    const [roster] = await listRosters(await world.actor('office'));
    const cover = {
      place: 'officer' as const,
      personId: world.personId('office2'),
      startsAt: fromLocal(dayAfter(day, 2), '20:00'),
      endsAt: fromLocal(dayAfter(day, 2), '22:00'),
    };
    const officer = await officerAt('20:00', dayAfter(day, 2));
    const personId = world.personId(officer === 'office2' ? 'officer' : 'office2');
    await enterCover(
      await world.actor('office'),
      { rosterId: roster?.id ?? '', revision: roster?.revision ?? 0 },
      { ...cover, personId },
    );
    await planDuty(orgId);
    const begin = await taskAt('handover', '20:00', dayAfter(day, 2));
    expect(begin.state).toBe('open');
    const { count } = await prisma.dutyShift.deleteMany({ where: { orgId, kind: 'cover' } });
    expect(count).toBe(1);
    await planDuty(orgId);
    expect((await taskOf(begin.id)).state).toBe('void');
  });

  it('two workers on one database fire everything once', async () => {
    await newDay();
    workers = [startDutyTasks(), startDutyTasks()];
    await world.advanceTo(fromLocal(day, '20:00'));
    await until(
      'everything due to fire',
      async () =>
        (await prisma.dutyTask.count({
          where: { nextActionAt: { lte: new Date(await businessNow()) } },
        })) === 0,
    );
    const steps = await prisma.dutyTaskStep.findMany({ where: { task: { orgId } } });
    const keys = steps.map(({ taskId, fromStep }) => `${taskId} ${fromStep}`);
    expect(new Set(keys).size).toBe(keys.length);
    const patrol = await taskAt('patrol', '08:30');
    const escalated = await prisma.auditEvent.count({
      where: { type: 'duty.escalated', payload: { path: ['taskId'], equals: patrol.id } },
    });
    const rows = steps.filter(({ taskId }) => taskId === patrol.id).length;
    expect([rows, escalated]).toEqual([1, 1]);
    const told = await noticesOf(patrol.id);
    expect(new Set(told).size).toBe(told.length);
    expect(told).toContain('patrolMissed leader');
  });
});

describe('a patrol', () => {
  it('reminds who is on duty when it fires, by the roster as it stands then', async () => {
    await newDay();
    const patrol = await taskAt('patrol', '18:00');
    const planned = await officerAt('18:30');
    const other = planned === 'officer2' ? 'officer' : 'officer2';
    const [roster] = await listRosters(await world.actor('office'));
    await enterCover(
      await world.actor('office'),
      { rosterId: roster?.id ?? '', revision: roster?.revision ?? 0 },
      {
        personId: world.personId(other),
        place: 'officer',
        startsAt: fromLocal(day, '18:00'),
        endsAt: fromLocal(day, '19:00'),
      },
    );
    await world.advanceTo(fromLocal(day, '18:30'));
    await sweepAll();
    expect(await noticesOf(patrol.id)).toEqual([`patrolSoon ${other}`]);
  });

  it('zero report in one step: done, in time, with every source looked at', async () => {
    await newDay();
    const office = await world.actor('office');
    await addSource(office, { name: '本地论坛', platform: '论坛', url: 'https://bbs.example.cn/' });
    await addSource(office, { name: '微博同城', platform: '微博', url: null });
    expect(
      await reasonOf(addSource(office, { name: '微博同城', platform: '微博', url: null })),
    ).toBe('source_name_taken');
    const patrol = await taskAt('patrol', '08:30');
    const officer = await world.actor('officer');
    expect(await reasonOf(fileZero(officer, patrol.id))).toBe('task_not_open_yet');
    await world.advanceTo(fromLocal(day, '08:41'));
    const desk = await findDeskTasks(officer, await businessNow());
    const today = desk.patrols.filter(({ startsAt }) => localDate(startsAt) === day);
    expect(today.map(({ state }) => state)).toEqual(['open', 'open']);
    await fileZero(officer, patrol.id);
    expect(await taskOf(patrol.id)).toMatchObject({ state: 'done', outcome: 'nothing' });
    expect(await reasonOf(fileZero(officer, patrol.id))).toBe('task_closed');
    const { results } = await getTask(officer, patrol.id);
    expect(results.map(({ sourceName, result }) => `${sourceName} ${result}`)).toEqual([
      '本地论坛 nothing',
      '微博同城 nothing',
    ]);
    await world.advanceTo(fromLocal(day, '11:00'));
    await sweepAll();
    expect(await noticesOf(patrol.id)).toEqual([]);
  });

  it('missed: told upwards, and late for ever when it is done after all', async () => {
    await newDay();
    const patrol = await taskAt('patrol', '08:30');
    await world.advanceTo(fromLocal(day, '09:31'));
    await sweepAll();
    expect(await taskOf(patrol.id)).toMatchObject({ state: 'missed', missedAt: patrol.dueAt });
    await world.advanceTo(fromLocal(day, '10:01'));
    await sweepAll();
    const told = await noticesOf(patrol.id);
    expect(told).toContain('patrolMissed office');
    expect(told).toContain('patrolMissed leader');
    const officer = await world.actor('officer');
    const [source] = await listSources(officer);
    const found = await filePatrol(officer, {
      taskId: patrol.id,
      sources: [{ sourceId: source?.id ?? '', result: 'found', note: '家长发帖，电话13812345678' }],
    });
    expect(found).toEqual({ found: 1 });
    expect(await taskOf(patrol.id)).toMatchObject({ state: 'late', missedAt: patrol.dueAt });
    await expect(
      prisma.dutyTask.update({ where: { id: patrol.id }, data: { state: 'done', missedAt: null } }),
    ).rejects.toThrow();
    const view = await getTask(officer, patrol.id);
    const line = view.results.find(({ result }) => result === 'found');
    expect(line?.note).toBe('家长发帖，电话138****5678');
    const incidentId = await world.log();
    const origin = { kind: 'finding' as const, id: line?.id ?? '' };
    expect(await textOfOrigin(officer, origin)).toContain('家长发帖');
    await linkIncident(officer, origin, incidentId);
    await linkIncident(officer, origin, incidentId);
    expect(
      (await getTask(officer, patrol.id)).results.flatMap((one) => one.incidents),
    ).toHaveLength(1);
  });

  it('taken on: nobody is told again, that it was missed is recorded all the same', async () => {
    await newDay();
    const patrol = await taskAt('patrol', '08:30');
    await world.advanceTo(fromLocal(day, '09:05'));
    await sweepAll();
    await acknowledgeTask(await world.actor('office'), patrol.id);
    const before = await noticesOf(patrol.id);
    await world.advanceTo(fromLocal(day, '14:00'));
    await sweepAll();
    expect(await noticesOf(patrol.id)).toEqual(before);
    expect((await taskOf(patrol.id)).state).toBe('missed');
  });

  it('nobody on duty: skipped with the reason, and the next in line is told', async () => {
    await newDay();
    const patrol = await taskAt('patrol', '18:00');
    const shifts = await prisma.dutyShift.findMany();
    await prisma.dutyShift.deleteMany();
    await world.advanceTo(fromLocal(day, '18:31'));
    while ((await sweepTasks([])).isFull);
    await prisma.dutyShift.createMany({ data: shifts });
    const [step] = await prisma.dutyTaskStep.findMany({ where: { taskId: patrol.id } });
    expect(step?.skipped).toContainEqual({ target: 'responsible', reason: 'nobody_on_duty' });
    expect(await noticesOf(patrol.id)).toContain('patrolSoon office');
  });

  it('unfired for over a minute shows in the health of the clock', async () => {
    await newDay();
    await world.advanceTo(fromLocal(day, '20:00'));
    // The clock has just jumped, which the worker may take ten seconds for.
    await prisma.$executeRaw`UPDATE "Setting" SET "updatedAt" = now() - interval '1 minute'
      WHERE key = 'clockOffsetMs'`;
    const before = (await clockHealth()).overdueUnfired;
    await sweepAll();
    expect((await clockHealth()).overdueUnfired).toBeLessThan(before);
  });
});

describe('a handover', () => {
  it('holds what is open and promised, is frozen by the first signature and needs two people', async () => {
    await newDay();
    await world.log({ title: '校门口拥堵' });
    const outgoing = await world.actor(await officerAt('08:00'));
    const incoming = await world.actor(await officerAt('09:00'));
    await writeLog(outgoing, { kind: 'note', text: '夜间有家长来电，已记录' });
    const handover = await taskAt('handover', '08:30');
    expect(await reasonOf(handOver(outgoing, handover.id, null))).toBe('task_not_open_yet');
    await world.advanceTo(fromLocal(day, '08:20'));
    expect(await reasonOf(handOver(incoming, handover.id, null))).toBe('task_not_yours');
    expect(await reasonOf(receiveHandover(incoming, handover.id, 'x'))).toBe('handover_unsigned');
    const hash = await handOver(outgoing, handover.id, '请关注论坛跟帖 13812345678');
    expect(await noticesOf(handover.id)).toContain(`handoverToReceive ${nameOf(incoming.id)}`);
    const { handover: sheet } = await getTask(incoming, handover.id);
    expect(sheet).toMatchObject({ contentHash: hash, isWhole: true });
    expect(sheet?.content.open.map(({ title }) => title)).toContain('校门口拥堵');
    expect(sheet?.content.notes.map(({ text }) => text)).toContain('夜间有家长来电，已记录');
    expect(sheet?.content.note).toBe('请关注论坛跟帖 138****5678');
    expect(await reasonOf(receiveHandover(outgoing, handover.id, hash))).toBe(
      'handover_same_person',
    );
    expect(await reasonOf(receiveHandover(incoming, handover.id, 'other'))).toBe('sheet_changed');
    await receiveHandover(incoming, handover.id, hash);
    expect(await taskOf(handover.id)).toMatchObject({ state: 'done', outcome: 'signed' });
    await expect(
      prisma.dutySheet.update({ where: { taskId: handover.id }, data: { sealed: 'AAAA' } }),
    ).rejects.toThrow();
  });

  it('unsigned escalates: after 15 minutes the leader on duty and the office, after 30 the leader', async () => {
    await newDay();
    const handover = await taskAt('handover', '08:30');
    const told: string[][] = [];
    for (const time of ['08:16', '08:31', '08:46', '09:01']) {
      await world.advanceTo(fromLocal(day, time));
      await sweepAll();
      told.push((await noticesOf(handover.id)).slice(told.flat().length));
    }
    const outgoing = await officerAt('08:00');
    expect(told[0]).toContain(`handoverSoon ${outgoing}`);
    expect(told[2]).toContain('handoverUnsigned office');
    expect(told[3]).toContain('handoverUnsigned leader');
    expect((await taskOf(handover.id)).state).toBe('missed');
    // The office signs in place of somebody who cannot; the record says so.
    const office = await world.actor('office');
    await handOver(office, handover.id, null);
    const last = await prisma.auditEvent.findFirstOrThrow({
      where: { type: 'duty.handedOver' },
      orderBy: { seq: 'desc' },
    });
    expect(last.payload).toMatchObject({ isOnBehalf: outgoing !== 'office' });
    expect((await getTask(await world.actor('auditor'), handover.id)).steps.length).toBeGreaterThan(
      2,
    );
  });

  it('the same person on both sides: nothing to hand over, recorded', async () => {
    await newDay();
    const handover = await taskAt('handover', '08:30');
    const [roster] = await listRosters(await world.actor('office'));
    await enterCover(
      await world.actor('office'),
      { rosterId: roster?.id ?? '', revision: roster?.revision ?? 0 },
      {
        personId: world.personId(await officerAt('08:00')),
        place: 'officer',
        startsAt: fromLocal(day, '08:30'),
        endsAt: fromLocal(day, '12:00'),
      },
    );
    await world.advanceTo(fromLocal(day, '08:31'));
    await sweepAll();
    expect(await taskOf(handover.id)).toMatchObject({ state: 'spared', outcome: 'same_person' });
  });
});

describe('the shift’s book', () => {
  it('masks and seals; corrections are appended; nothing is in clear or changed', async () => {
    const officer = await world.actor('officer');
    const id = await writeLog(officer, {
      kind: 'call',
      caller: '王女士 13812345678',
      text: '反映学校门口交通问题，回电13912345678',
      toldWhom: '带班领导',
    });
    await writeLog(officer, { kind: 'correction', correctsId: id, text: '是西门，不是东门' });
    const { items } = await readLog(officer);
    expect(items[0]).toMatchObject({
      caller: '王女士 138****5678',
      text: '反映学校门口交通问题，回电139****5678',
      corrections: [{ text: '是西门，不是东门' }],
    });
    const events = await prisma.auditEvent.findMany({ where: { type: 'duty.logged' } });
    expect(JSON.stringify(events)).not.toContain('交通');
    const rows = await prisma.shiftLogEntry.findMany();
    expect(JSON.stringify(rows)).not.toContain('交通');
    await expect(
      prisma.shiftLogEntry.update({ where: { id }, data: { sealed: '' } }),
    ).rejects.toThrow();
    await expect(prisma.shiftLogEntry.delete({ where: { id } })).rejects.toThrow();
    expect(await reasonOf(readLog(await world.actor('monitor')))).toBe('FORBIDDEN');
    expect((await readLog(await world.actor('auditor'))).items.length).toBeGreaterThan(0);
    expect(
      await reasonOf(writeLog(await world.actor('auditor'), { kind: 'note', text: 'x' })),
    ).toBe('FORBIDDEN');
  });
});

describe('the daily summary', () => {
  it('P23: due at 17:00, compiled from facts, confirmed as seen, told to whom the plan names', async () => {
    await prisma.$transaction(async (tx) =>
      adoptPreset(tx, {
        orgId,
        presetKey: 'p23',
        isDefault: false,
        publishedBy: null,
        at: await businessNow(),
      }),
    );
    await newDay();
    const summary = await taskAt('daily_summary', '16:00');
    await world.advanceTo(fromLocal(day, '16:10'));
    await sweepAll();
    const officer = await world.actor('officer');
    const seen = (await getTask(officer, summary.id)).summaryNow;
    expect(seen?.facts.open).toBeGreaterThan(0);
    await world.log();
    const stale = fileSummary(officer, summary.id, { seen: seen?.mark ?? '', note: null });
    expect(await reasonOf(stale)).toBe('sheet_changed');
    const now = (await getTask(officer, summary.id)).summaryNow;
    expect(now?.facts.freshCount).toBe((seen?.facts.freshCount ?? 0) + 1);
    await fileSummary(officer, summary.id, { seen: now?.mark ?? '', note: '无' });
    expect(await taskOf(summary.id)).toMatchObject({ state: 'done', outcome: 'filed' });
    expect(await noticesOf(summary.id)).toContain('summaryFiled office');
  });

  it('missed, it goes upwards', async () => {
    await newDay();
    const summary = await taskAt('daily_summary', '16:00');
    await world.advanceTo(fromLocal(day, '17:31'));
    await sweepAll();
    expect(await noticesOf(summary.id)).toContain('summaryMissed leader');
  });
});

it('settings change the steps; the list is filtered; the chain of the institution verifies', async () => {
  await newDay();
  await changeSettings(await world.actor('office'), { patrolMinutes: 30 });
  await planDuty(orgId);
  const auditor = await world.actor('auditor');
  const { items } = await listTasks(auditor, taskFilters.parse({ kind: 'patrol', state: 'late' }));
  expect(items.map(({ state }) => state)).toEqual(['late']);
  expect(await reasonOf(changeSettings(auditor, { patrolMinutes: 30 }))).toBe('FORBIDDEN');
  const events = await readStream(prisma, `org:${orgId}`);
  expect(verifyChain(events).ok).toBe(true);
});
