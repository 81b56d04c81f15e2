import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStream } from '@/lib/audit/server';
import { verifyStream } from '@/lib/audit/server/verify';
import { getIncident, listIncidents, readTimeline, replay, streamOf } from '@/lib/incident/server';
import { listNotices } from '@/lib/notify/server';
import { prisma } from '@/lib/platform/db';
import { at } from '@/prisma/seed/builders/institution';
import { ClockWorld } from '../support/clock-world';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { listTodos } from '../support/todos';

let database: TestDatabase;
let world: ClockWorld;
let incidentId: string;
let assignmentId: string;

const ANSWERS = [
  { point: 0, finding: 'partly_true', said: '当日一份餐盒内有包装碎屑' },
  { point: 1, finding: 'unverifiable', said: '供货方尚未提供批次记录' },
];
const feedback = () => ({ assignmentId, finding: 'partly_true', answers: ANSWERS });

beforeAll(async () => {
  database = await createTestDatabase();
  world = await ClockWorld.create();
  await world.advanceToWeekday();
  incidentId = await world.log({ title: '家长反映午餐有异物' });
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

const todosOf = async (username: string) =>
  (await listTodos(await world.actor(username)))
    .filter((one) => one.incidentId === incidentId)
    .map(({ kind }) => kind);
const seenBy = async (username: string) =>
  (await listIncidents(await world.actor(username), { limit: 50 })).items.some(
    ({ id }) => id === incidentId,
  );
const noticesOf = async (username: string) =>
  (await listNotices(await world.actor(username))).items
    .filter((one) => one.incident?.id === incidentId)
    .map(({ rule }) => rule);

/** Everybody of the schools next door, and those of the school who have no part in it. */
const STRANGERS = ['school_b_handler', 'school_c_handler', 'school_c_leader', 'monitor'];

describe('an order of the bureau to a school below', () => {
  it('is unknown there before', async () => {
    expect(await seenBy('school_office')).toBe(false);
    await expect(getIncident(await world.actor('school_office'), incidentId)).rejects.toThrow();
  });

  it('stands on the school’s desk, and on nobody else’s', async () => {
    await world.do('office', incidentId, 'assign', {
      unitId: at(world.demo.units, 'school-a/总务处'),
      requirement: '核实午餐异物并逐条答复',
      points: ['餐盒内是否有异物', '供货批次有无问题'],
      responsible: '林见山',
      liaison: '邵文渊',
      helperUnitIds: [at(world.demo.units, 'bureau/安全与后勤股')],
    });
    const { state } = await getIncident(await world.actor('office'), incidentId);
    const order = state.assignments.find((one) => one.isLead);
    expect(order).toMatchObject({ toOrgId: at(world.demo.orgs, 'school-a'), state: 'issued' });
    assignmentId = order?.id ?? '';
    for (const name of ['school_office', 'school_leader', 'handler2']) {
      expect([name, await seenBy(name)]).toEqual([name, true]);
      expect(await todosOf(name)).toContain('accept');
      expect(await noticesOf(name)).toContain('assignment.issued');
    }
    for (const name of STRANGERS) {
      expect([name, await seenBy(name)]).toEqual([name, false]);
      const stranger = await world.actor(name);
      await expect(getIncident(stranger, incidentId)).rejects.toThrow();
      await expect(readTimeline(stranger, incidentId)).rejects.toThrow();
      const accept = world.do(name, incidentId, 'acceptAssignment', { assignmentId });
      await expect(accept).rejects.toThrow();
    }
  });

  it('is accepted and answered there, and comes back only with the principal’s signature', async () => {
    await world.do('school_office', incidentId, 'acceptAssignment', { assignmentId });
    await world.do('handler2', incidentId, 'feedBack', feedback());
    expect(await todosOf('office')).not.toContain('check_feedback');
    expect(await todosOf('school_leader')).toContain('sign_feedback');
    expect(await noticesOf('school_leader')).toContain('assignment.to_sign');
    // The bureau's own leader is not the school's principal.
    const others = world.do('leader', incidentId, 'signFeedback', { assignmentId });
    await expect(others).rejects.toThrow(/principal_signature_needed/);
    await world.do('school_leader', incidentId, 'signFeedback', { assignmentId });
    expect(await todosOf('office')).toContain('check_feedback');
  });

  it('goes back for more work, is answered again, and is settled by the bureau', async () => {
    const reason = '第二条请附批次记录';
    await world.do('office', incidentId, 'returnFeedback', { assignmentId, reason });
    expect(await todosOf('school_office')).toContain('redo_feedback');
    await world.do('school_office', incidentId, 'feedBack', feedback());
    await world.do('school_leader', incidentId, 'signFeedback', { assignmentId });
    const own = world.do('school_office', incidentId, 'settleAssignment', { assignmentId });
    await expect(own).rejects.toThrow();
    await world.do('office', incidentId, 'settleAssignment', { assignmentId });
    expect(await todosOf('school_office')).toEqual([]);
    const { state } = await getIncident(await world.actor('school_leader'), incidentId);
    expect(state.assignments).toMatchObject([{ id: assignmentId, state: 'settled' }]);
  });

  it('both timelines agree on what both see, the record verifies and the rows are its replay', async () => {
    const [above, below] = await Promise.all(
      ['office', 'school_leader'].map(async (name) =>
        readTimeline(await world.actor(name), incidentId),
      ),
    );
    const keyOf = ({ seq, type, hash }: { seq: number; type: string; hash: string }) =>
      `${seq} ${type} ${hash}`;
    const known = new Set(above?.map(keyOf));
    expect(below?.every((one) => known.has(keyOf(one)))).toBe(true);
    const orders = (items: typeof above) =>
      items
        ?.filter(
          ({ type, payload }) => type.startsWith('assignment.') && payload.id === assignmentId,
        )
        .map(keyOf);
    expect(orders(below)).toEqual(orders(above));
    expect(orders(below)).toHaveLength(8);
    expect(await verifyStream(prisma, streamOf(incidentId))).toMatchObject({ ok: true });
    const events = await readStream(prisma, streamOf(incidentId));
    expect(await replay(prisma, incidentId, events)).toBeNull();
  });
});

describe('an order that is no business of the school', () => {
  it('is refused with a reason and waits for the office to give it elsewhere', async () => {
    const other = await world.log({ title: '校门口占道' });
    await world.do('office', other, 'assign', {
      unitId: at(world.demo.units, 'school-a/总务处'),
      requirement: '清理占道',
    });
    const { state } = await getIncident(await world.actor('school_office'), other);
    const refusal = { assignmentId: state.assignments[0]?.id, reason: '属城管职责' };
    await world.do('school_office', other, 'refuseAssignment', refusal);
    const waiting = async () =>
      (await listTodos(await world.actor('office'))).filter(
        (one) => one.incidentId === other && one.kind === 'reassign',
      );
    expect(await waiting()).toHaveLength(1);
    const unitId = at(world.demo.units, 'bureau/安全与后勤股');
    await world.do('office', other, 'assign', { unitId, requirement: '清理占道' });
    expect(await waiting()).toEqual([]);
  });
});
