import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adoptPreset } from '@/lib/plan/server';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { stopListening } from '@/lib/platform/listen';
import {
  fileSummary,
  getTask,
  handOver,
  readLog,
  receiveHandover,
  writeLog,
} from '@/lib/shift/server';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { DutyWorld, taskOf } from '../support/duty-world';
import { reasonOf } from '../support/reason-of';

let database: TestDatabase;
let duty: DutyWorld;

beforeAll(async () => {
  database = await createTestDatabase();
  duty = await DutyWorld.create();
});

afterAll(async () => {
  await stopListening();
  await prisma.$disconnect();
  await database.drop();
});

describe('a handover', () => {
  it('holds what is open and promised, is frozen by the first signature and needs two people', async () => {
    await duty.newDay();
    await duty.world.log({ title: '校门口拥堵' });
    const outgoing = await duty.world.actor(await duty.officerAt('08:00'));
    const incoming = await duty.world.actor(await duty.officerAt('09:00'));
    await writeLog(outgoing, { kind: 'note', text: '夜间有家长来电，已记录' });
    const handover = await duty.taskAt('handover', '08:30');
    expect(await reasonOf(handOver(outgoing, handover.id, null))).toBe('task_not_open_yet');
    await duty.clock('08:20');
    expect(await reasonOf(handOver(incoming, handover.id, null))).toBe('task_not_yours');
    expect(await reasonOf(receiveHandover(incoming, handover.id, 'x'))).toBe('handover_unsigned');
    const hash = await handOver(outgoing, handover.id, '请关注论坛跟帖 13812345678');
    expect(await duty.noticesOf(handover.id)).toContain(
      `handoverToReceive ${duty.nameOf(incoming.id)}`,
    );
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
    await duty.newDay();
    const handover = await duty.taskAt('handover', '08:30');
    const told: string[][] = [];
    for (const time of ['08:16', '08:31', '08:46', '09:01']) {
      await duty.at(time);
      told.push((await duty.noticesOf(handover.id)).slice(told.flat().length));
    }
    const outgoing = await duty.officerAt('08:00');
    expect(told[0]).toContain(`handoverSoon ${outgoing}`);
    expect(told[2]).toContain('handoverUnsigned office');
    expect(told[3]).toContain('handoverUnsigned leader');
    expect((await taskOf(handover.id)).state).toBe('missed');
    // The office signs in place of somebody who cannot; the record says so.
    const office = await duty.world.actor('office');
    await handOver(office, handover.id, null);
    const last = await prisma.auditEvent.findFirstOrThrow({
      where: { type: 'duty.handedOver' },
      orderBy: { seq: 'desc' },
    });
    expect(last.payload).toMatchObject({ isOnBehalf: outgoing !== 'office' });
    expect(
      (await getTask(await duty.world.actor('auditor'), handover.id)).steps.length,
    ).toBeGreaterThan(2);
  });

  it('the same person on both sides: nothing to hand over, recorded', async () => {
    await duty.newDay();
    const handover = await duty.taskAt('handover', '08:30');
    await duty.cover(await duty.officerAt('08:00'), '08:30', '12:00');
    await duty.at('08:31');
    expect(await taskOf(handover.id)).toMatchObject({ state: 'spared', outcome: 'same_person' });
  });
});

describe('the shift’s book', () => {
  it('masks and seals; corrections are appended; nothing is in clear or changed', async () => {
    const officer = await duty.world.actor('officer');
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
    const before = await prisma.shiftLogEntry.count();
    const marked = { kind: 'note' as const, text: '来电转述：秘密★1年' };
    expect(await reasonOf(writeLog(officer, marked))).toBe('classification_mark');
    expect(await prisma.shiftLogEntry.count()).toBe(before);
    expect(await reasonOf(readLog(await duty.world.actor('monitor')))).toBe('FORBIDDEN');
    expect((await readLog(await duty.world.actor('auditor'))).items.length).toBeGreaterThan(0);
    expect(
      await reasonOf(writeLog(await duty.world.actor('auditor'), { kind: 'note', text: 'x' })),
    ).toBe('FORBIDDEN');
  });
});

describe('the daily summary', () => {
  it('P23: due at 17:00, compiled from facts, confirmed as seen, told to whom the plan names', async () => {
    await prisma.$transaction(async (tx) =>
      adoptPreset(tx, {
        orgId: duty.orgId,
        presetKey: 'p23',
        isDefault: false,
        publishedBy: null,
        at: await businessNow(),
      }),
    );
    await duty.newDay();
    const summary = await duty.taskAt('daily_summary', '16:00');
    await duty.at('16:10');
    const officer = await duty.world.actor('officer');
    const seen = (await getTask(officer, summary.id)).summaryNow;
    expect(seen?.facts.open).toBeGreaterThan(0);
    await duty.world.log();
    const stale = fileSummary(officer, summary.id, { seen: seen?.mark ?? '', note: null });
    expect(await reasonOf(stale)).toBe('sheet_changed');
    const now = (await getTask(officer, summary.id)).summaryNow;
    expect(now?.facts.freshCount).toBe((seen?.facts.freshCount ?? 0) + 1);
    await fileSummary(officer, summary.id, { seen: now?.mark ?? '', note: '无' });
    expect(await taskOf(summary.id)).toMatchObject({ state: 'done', outcome: 'filed' });
    expect(await duty.noticesOf(summary.id)).toContain('summaryFiled office');
  });

  it('missed, it goes upwards', async () => {
    await duty.newDay();
    const summary = await duty.taskAt('daily_summary', '16:00');
    await duty.at('17:31');
    expect(await duty.noticesOf(summary.id)).toContain('summaryMissed leader');
  });
});
