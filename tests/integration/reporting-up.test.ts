import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyStream } from '@/lib/audit/server/verify';
import { getIncident, listIncidents, readTimeline, streamOf } from '@/lib/incident/server';
import { listNotices } from '@/lib/notify/server';
import { prisma } from '@/lib/platform/db';
import { ClockWorld } from '../support/clock-world';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { listTodos } from '../support/todos';

let database: TestDatabase;
let world: ClockWorld;
let incidentId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await ClockWorld.create();
  const input = { title: '家长反映午餐有异物', category: 'inquiry' };
  incidentId = (await world.do('school_office', null, 'log', input)).id;
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

const todosOf = async (username: string) =>
  (await listTodos(await world.actor(username))).filter((one) => one.incidentId === incidentId);
const seenBy = async (username: string) =>
  (await listIncidents(await world.actor(username), { limit: 50 })).items.some(
    ({ id }) => id === incidentId,
  );

describe('a report sent to the bureau above', () => {
  it('is not seen there before', async () => {
    expect(await seenBy('officer')).toBe(false);
    await expect(getIncident(await world.actor('officer'), incidentId)).rejects.toThrow();
  });

  it('appears on its desk, is received there, and both timelines agree', async () => {
    const report = { content: '首报：午餐有异物，正在核实。', target: 'superior' };
    await world.do('school_office', incidentId, 'sendReport', report);
    expect(await seenBy('officer')).toBe(true);
    const [waiting] = await todosOf('officer');
    expect(waiting).toMatchObject({ kind: 'acknowledge_report' });
    const { items } = await listNotices(await world.actor('office'));
    expect(items.find((one) => one.incident?.id === incidentId)?.rule).toBe('report.received');
    const receipt = { reportId: waiting?.refId };
    await expect(
      world.do('school_leader', incidentId, 'acknowledgeReport', receipt),
    ).rejects.toThrow(/not_your_unit/);
    await world.do('officer', incidentId, 'acknowledgeReport', receipt);
    expect(await todosOf('officer')).toEqual([]);
    const [here, above] = await Promise.all(
      ['school_office', 'officer'].map(async (name) =>
        readTimeline(await world.actor(name), incidentId),
      ),
    );
    expect(above?.map(({ seq, type, hash }) => [seq, type, hash])).toEqual(
      here?.map(({ seq, type, hash }) => [seq, type, hash]),
    );
    expect(here?.some(({ type }) => type === 'report.acknowledged')).toBe(true);
  });
});

describe('what is raised to the bureau (提级)', () => {
  it('waits on the desk above, is answered there alone, and the record still verifies', async () => {
    const input = { kind: 'raise', content: '涉及供餐企业，超出学校处置范围' };
    await world.do('school_office', incidentId, 'refer', input);
    const [waiting] = await todosOf('office');
    expect(waiting).toMatchObject({ kind: 'answer_referral' });
    const answer = { referralId: waiting?.refId, accepts: true, answer: '由我局牵头调查' };
    await expect(world.do('school_leader', incidentId, 'answerReferral', answer)).rejects.toThrow(
      /not_your_unit/,
    );
    await world.do('office', incidentId, 'answerReferral', answer);
    expect(await todosOf('office')).toEqual([]);
    const { state } = await getIncident(await world.actor('school_office'), incidentId);
    expect(state.referrals).toMatchObject([{ state: 'accepted', answer: '由我局牵头调查' }]);
    expect(await verifyStream(prisma, streamOf(incidentId))).toMatchObject({ ok: true });
  });

  it('an instruction waits for the office until it is answered', async () => {
    const dueAt = new Date(Date.now() + 7_200_000).toISOString();
    const note = { source: 'superior', issuer: '教育局', number: '教舆转〔2026〕3号' };
    const input = { ...note, content: '请于两小时内反馈', dueAt };
    await world.do('school_office', incidentId, 'recordInstruction', input);
    const [waiting] = await todosOf('school_office');
    expect(waiting).toMatchObject({ kind: 'answer_instruction', about: '教舆转〔2026〕3号' });
    const answer = { instructionId: waiting?.refId, answer: '已核实，正在整改' };
    await world.do('school_office', incidentId, 'answerInstruction', answer);
    expect(await todosOf('school_office')).toEqual([]);
    expect(await verifyStream(prisma, streamOf(incidentId))).toMatchObject({ ok: true });
  });
});
