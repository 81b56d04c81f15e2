import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readStream } from '@/lib/audit/server';
import { verifyChain } from '@/lib/audit/verify';
import { localDate } from '@/lib/calendar';
import { clockHealth } from '@/lib/escalation/server';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { stopListening } from '@/lib/platform/listen';
import {
  acknowledgeTask,
  addSource,
  changeSettings,
  type DutyTasks,
  filePatrol,
  fileZero,
  findDeskTasks,
  getTask,
  linkIncident,
  listSources,
  listTasks,
  planDuty,
  startDutyTasks,
  sweepTasks,
  taskFilters,
  textOfOrigin,
} from '@/lib/shift/server';
import { until } from '../support/clock-world';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { DutyWorld, taskOf } from '../support/duty-world';
import { reasonOf } from '../support/reason-of';

let database: TestDatabase;
let duty: DutyWorld;
let workers: DutyTasks[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  duty = await DutyWorld.create();
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

describe('planning', () => {
  it('makes each task once, and planning again changes nothing', async () => {
    await duty.newDay();
    const before = await prisma.dutyTask.findMany({
      where: { orgId: duty.orgId },
      orderBy: { key: 'asc' },
    });
    expect(before.filter(({ kind }) => kind === 'patrol').length).toBeGreaterThanOrEqual(6);
    expect(before.filter(({ kind }) => kind === 'handover').length).toBeGreaterThanOrEqual(3);
    expect(await planDuty(duty.orgId)).toEqual({ added: 0, taken: 0 });
    const again = await prisma.dutyTask.findMany({
      where: { orgId: duty.orgId },
      orderBy: { key: 'asc' },
    });
    expect(again).toEqual(before);
  });

  it('takes back what the roster no longer asks for, and brings it back', async () => {
    const other = await duty.freeAt('20:00', duty.dayAfter(2));
    await duty.cover(other, '20:00', '22:00', duty.dayAfter(2));
    await planDuty(duty.orgId);
    const begin = await duty.taskAt('handover', '20:00', duty.dayAfter(2));
    expect(begin.state).toBe('open');
    const { count } = await prisma.dutyShift.deleteMany({
      where: { orgId: duty.orgId, kind: 'cover' },
    });
    expect(count).toBe(1);
    await planDuty(duty.orgId);
    expect((await taskOf(begin.id)).state).toBe('void');
  });

  it('two workers on one database fire everything once', async () => {
    await duty.newDay();
    workers = [startDutyTasks(), startDutyTasks()];
    await duty.clock('20:00');
    await until(
      'everything due to fire',
      async () =>
        (await prisma.dutyTask.count({
          where: { nextActionAt: { lte: new Date(await businessNow()) } },
        })) === 0,
    );
    const steps = await prisma.dutyTaskStep.findMany({ where: { task: { orgId: duty.orgId } } });
    const keys = steps.map(({ taskId, fromStep }) => `${taskId} ${fromStep}`);
    expect(new Set(keys).size).toBe(keys.length);
    const patrol = await duty.taskAt('patrol', '08:30');
    const escalated = await prisma.auditEvent.count({
      where: { type: 'duty.escalated', payload: { path: ['taskId'], equals: patrol.id } },
    });
    const rows = steps.filter(({ taskId }) => taskId === patrol.id).length;
    expect([rows, escalated]).toEqual([1, 1]);
    const told = await duty.noticesOf(patrol.id);
    expect(new Set(told).size).toBe(told.length);
    expect(told).toContain('patrolMissed leader');
  });
});

describe('a patrol', () => {
  it('reminds who is on duty when it fires, by the roster as it stands then', async () => {
    await duty.newDay();
    const patrol = await duty.taskAt('patrol', '18:00');
    const other = await duty.freeAt('18:30');
    await duty.cover(other, '18:00', '19:00');
    await duty.at('18:30');
    expect(await duty.noticesOf(patrol.id)).toEqual([`patrolSoon ${other}`]);
  });

  it('zero report in one step: done, in time, with every source looked at', async () => {
    await duty.newDay();
    const office = await duty.world.actor('office');
    await addSource(office, { name: '本地论坛', platform: '论坛', url: 'https://bbs.example.cn/' });
    await addSource(office, { name: '微博同城', platform: '微博', url: null });
    expect(
      await reasonOf(addSource(office, { name: '微博同城', platform: '微博', url: null })),
    ).toBe('source_name_taken');
    const patrol = await duty.taskAt('patrol', '08:30');
    const officer = await duty.world.actor('officer');
    expect(await reasonOf(fileZero(officer, patrol.id))).toBe('task_not_open_yet');
    await duty.clock('08:41');
    const desk = await findDeskTasks(officer, await businessNow());
    const today = desk.patrols.filter(({ startsAt }) => localDate(startsAt) === duty.day);
    expect(today.map(({ state }) => state)).toEqual(['open', 'open']);
    await fileZero(officer, patrol.id);
    expect(await taskOf(patrol.id)).toMatchObject({ state: 'done', outcome: 'nothing' });
    expect(await reasonOf(fileZero(officer, patrol.id))).toBe('task_closed');
    const { results } = await getTask(officer, patrol.id);
    expect(results.map(({ sourceName, result }) => `${sourceName} ${result}`)).toEqual([
      '本地论坛 nothing',
      '微博同城 nothing',
    ]);
    await duty.at('11:00');
    expect(await duty.noticesOf(patrol.id)).toEqual([]);
  });

  it('missed: told upwards, and late for ever when it is done after all', async () => {
    await duty.newDay();
    const patrol = await duty.taskAt('patrol', '08:30');
    await duty.at('09:31');
    expect(await taskOf(patrol.id)).toMatchObject({ state: 'missed', missedAt: patrol.dueAt });
    await duty.at('10:01');
    const told = await duty.noticesOf(patrol.id);
    expect(told).toContain('patrolMissed office');
    expect(told).toContain('patrolMissed leader');
    const officer = await duty.world.actor('officer');
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
    const incidentId = await duty.world.log();
    const origin = { kind: 'finding' as const, id: line?.id ?? '' };
    expect(await textOfOrigin(officer, origin)).toContain('家长发帖');
    await linkIncident(officer, origin, incidentId);
    await linkIncident(officer, origin, incidentId);
    expect(
      (await getTask(officer, patrol.id)).results.flatMap((one) => one.incidents),
    ).toHaveLength(1);
  });

  it('taken on: nobody is told again, that it was missed is recorded all the same', async () => {
    await duty.newDay();
    const patrol = await duty.taskAt('patrol', '08:30');
    await duty.at('09:05');
    await acknowledgeTask(await duty.world.actor('office'), patrol.id);
    const before = await duty.noticesOf(patrol.id);
    await duty.at('14:00');
    expect(await duty.noticesOf(patrol.id)).toEqual(before);
    expect((await taskOf(patrol.id)).state).toBe('missed');
  });

  it('nobody on duty: skipped with the reason, and the next in line is told', async () => {
    await duty.newDay();
    const patrol = await duty.taskAt('patrol', '18:00');
    const shifts = await prisma.dutyShift.findMany();
    await prisma.dutyShift.deleteMany();
    await duty.clock('18:31');
    while ((await sweepTasks([])).isFull);
    await prisma.dutyShift.createMany({ data: shifts });
    const [step] = await prisma.dutyTaskStep.findMany({ where: { taskId: patrol.id } });
    expect(step?.skipped).toContainEqual({ target: 'responsible', reason: 'nobody_on_duty' });
    expect(await duty.noticesOf(patrol.id)).toContain('patrolSoon office');
  });

  it('unfired for over a minute shows in the health of the clock', async () => {
    await duty.newDay();
    await duty.clock('20:00');
    // The clock has just jumped, which the worker may take ten seconds for.
    await prisma.$executeRaw`UPDATE "Setting" SET "updatedAt" = now() - interval '1 minute'
      WHERE key = 'clockOffsetMs'`;
    const before = (await clockHealth()).overdueUnfired;
    await duty.sweepAll();
    expect((await clockHealth()).overdueUnfired).toBeLessThan(before);
  });
});

it('settings change the steps; the list is filtered; the chain of the institution verifies', async () => {
  await duty.newDay();
  await changeSettings(await duty.world.actor('office'), { patrolMinutes: 30 });
  await planDuty(duty.orgId);
  const auditor = await duty.world.actor('auditor');
  const { items } = await listTasks(auditor, taskFilters.parse({ kind: 'patrol', state: 'late' }));
  expect(items.map(({ state }) => state)).toEqual(['late']);
  expect(await reasonOf(changeSettings(auditor, { patrolMinutes: 30 }))).toBe('FORBIDDEN');
  const events = await readStream(prisma, `org:${duty.orgId}`);
  expect(verifyChain(events).ok).toBe(true);
});
