import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '@/lib/access/problem';
import { ROLES } from '@/lib/access/roles';
import { verifyInSnapshot } from '@/lib/audit/server/verify';
import { localDate } from '@/lib/calendar';
import { NO_EDIT } from '@/lib/calendar/edit';
import { findCalendarGaps, findCurrentCalendar, getCalendar } from '@/lib/calendar/server';
import type { Actor } from '@/lib/incident/context';
import { loadMany } from '@/lib/incident/server';
import { findOwnCalendar, previewCalendar, saveCalendar } from '@/lib/org/server';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { ClockWorld } from '../support/clock-world';
import { createTestDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
let world: ClockWorld;
let sysadmin: Actor;
let orgId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await ClockWorld.create();
  await world.advanceTo('2026-11-23T02:00:00.000Z');
  sysadmin = await world.actor('sysadmin');
  orgId = sysadmin.orgId ?? '';
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

const currentId = async () => (await findCurrentCalendar(prisma, orgId))?.id ?? '';

const off = (...dates: string[]) => ({
  ...NO_EDIT,
  days: Object.fromEntries(dates.map((date) => [date, { kind: 'holiday' as const, name: '调整' }])),
});

async function save(edit: Parameters<typeof previewCalendar>[1], moveRunning = false) {
  const basedOnId = await currentId();
  return saveCalendar(sysadmin, { basedOnId, edit, reason: '按通知调整', moveRunning });
}

async function problemOf(promise: Promise<unknown>): Promise<Problem> {
  const caught = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(caught instanceof Problem)) throw new Error(`no problem: ${String(caught)}`);
  return caught;
}

const dueOf = async (incidentId: string, rule: string) =>
  (
    await prisma.deadline.findFirstOrThrow({
      where: { incidentId, OR: [{ rule }, { key: rule }] },
    })
  ).dueAt?.toISOString();

describe('versions', () => {
  it('a new one stands beside the old, with its author, reason and record', async () => {
    const before = await currentId();
    const { version } = await save({ ...off('2026-11-25'), years: { 2027: true } });
    const own = await findOwnCalendar(sysadmin);
    expect(own).toMatchObject({ isNational: false, mayEdit: true });
    expect(own?.versions[0]).toMatchObject({ version, reason: '按通知调整', isCurrent: true });
    expect(own?.versions[0]?.byName).toBeTruthy();
    expect(own?.calendar.days['2026-11-25']).toEqual({ kind: 'holiday', name: '调整' });
    expect((await getCalendar(prisma, before)).calendar.days['2026-11-25']).toBeUndefined();
    expect(await findCalendarGaps(orgId, await businessNow())).toEqual([]);
    const event = await prisma.auditEvent.findFirstOrThrow({
      where: { streamId: `org:${orgId}`, type: 'org.calendarStored' },
      orderBy: { seq: 'desc' },
    });
    expect(event.actor).toMatchObject({ kind: 'person', id: sysadmin.id });
    expect(event.payload).toMatchObject({ version, basedOnId: before, reason: '按通知调整' });
  });

  it('are never changed, not even by the product itself', async () => {
    await expect(
      prisma.workCalendar.updateMany({ where: { orgId }, data: { reason: '别的' } }),
    ).rejects.toThrow();
  });

  it('the second of two people who edit the same one is told who was faster', async () => {
    const basedOnId = await currentId();
    const wanted = (date: string) => ({
      basedOnId,
      edit: off(date),
      reason: '同时',
      moveRunning: false,
    });
    const outcomes = await Promise.allSettled([
      saveCalendar(sysadmin, wanted('2026-11-26')),
      saveCalendar(sysadmin, wanted('2026-11-27')),
    ]);
    const [failed] = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(failed).toMatchObject({ code: 'CONFLICT' });
    expect(failed.facts).toMatchObject({ reason: 'stale_version' });
    expect(failed.facts.detail.by).toBeTruthy();
  });

  it('an edit that changes nothing, or makes hours that overlap, is refused', async () => {
    expect((await problemOf(save(NO_EDIT))).code).toBe('INVALID_INPUT');
    const hours = [
      { start: '08:00', end: '12:00' },
      { start: '11:00', end: '17:00' },
    ];
    const before = await currentId();
    expect((await problemOf(save({ ...NO_EDIT, hours }))).code).toBe('INVALID_INPUT');
    expect(await currentId()).toBe(before);
  });
});

describe('who may', () => {
  it.each(ROLES.filter((role) => role !== 'sysadmin'))('%s may look, not edit', async (role) => {
    const actor: Actor = { ...sysadmin, roles: [role] };
    expect((await findOwnCalendar(actor))?.mayEdit).toBe(false);
    expect((await problemOf(previewCalendar(actor, off('2026-12-02'), 'zh-CN'))).code).toBe(
      'FORBIDDEN',
    );
    const wanted = { basedOnId: await currentId(), edit: off('2026-12-02'), reason: '想改' };
    expect((await problemOf(saveCalendar(actor, { ...wanted, moveRunning: true }))).code).toBe(
      'FORBIDDEN',
    );
  });
});

describe('running incidents', () => {
  it('stay on their version; the preview says what would move, by number and duty alone', async () => {
    const id = await world.log({ title: '不可外传的标题' });
    const before = await dueOf(id, 'formal_answer');
    const date = localDate(before ?? '');
    const preview = await previewCalendar(sysadmin, off(date), 'zh-CN');
    const state = (await loadMany(prisma, [id])).get(id);
    const mine = preview.limits.filter(({ number }) => number === state?.incident.number);
    expect(mine.map(({ before: due }) => due)).toContain(before);
    expect(mine.every(({ after, before: due }) => (after ?? '') > (due ?? ''))).toBe(true);
    expect(JSON.stringify(preview)).not.toContain('标题');
    const english = await previewCalendar(sysadmin, off(date), 'en');
    expect(english.limits[0]?.duty).toMatch(/[a-z]/);
    await save(off(date));
    expect(await dueOf(id, 'formal_answer')).toBe(before);
    expect((await loadMany(prisma, [id])).get(id)).toEqual(state);
  });

  it('are taken along when asked, through the door; the record verifies, what ended stays', async () => {
    const id = await world.log();
    const missed = await world.log();
    const ended = await world.log();
    await world.do('officer', ended, 'dismiss', { reason: 'other_place', note: '外地' });
    await world.do('leader', ended, 'confirmDismissal', {});
    const endedBefore = (await loadMany(prisma, [ended])).get(ended);
    const date = localDate((await dueOf(id, 'formal_answer')) ?? '');
    const preview = await previewCalendar(sysadmin, off(date), 'zh-CN');
    const missedUp = await dueOf(missed, 'report_up');
    await world.advance(5 * 60);
    const { adopted } = await save(off(date), true);
    expect(adopted).toMatchObject({ failed: [] });
    expect(adopted?.incidents).toBe(preview.running);
    expect(adopted?.limits).toBeGreaterThan(0);
    const after = (await loadMany(prisma, [id])).get(id);
    expect(after?.incident.calendarId).toBe(await currentId());
    const foreseen = preview.limits
      .filter(({ number }) => number === after?.incident.number)
      .map((one) => one.after);
    const dues = after?.deadlines.map((one) => one.dueAt);
    for (const due of foreseen) expect(dues).toContain(due);
    expect(await dueOf(missed, 'report_up')).toBe(missedUp);
    expect((await loadMany(prisma, [ended])).get(ended)).toEqual(endedBefore);
    const events = await prisma.auditEvent.findMany({
      where: { streamId: `incident:${id}`, type: 'calendar.adopted' },
    });
    expect(events.map(({ actor }) => actor)).toEqual([{ kind: 'system', id: 'calendar' }]);
    expect(events[0]?.payload).toMatchObject({ by: sysadmin.id });
    expect(JSON.stringify(events[0]?.payload)).not.toContain('按通知调整');
    for (const one of [id, missed]) {
      expect(await verifyInSnapshot(`incident:${one}`)).toMatchObject({ ok: true });
    }
  });

  it('no person and no page may give the command itself', async () => {
    const id = await world.log();
    for (const username of ['leader', 'office']) {
      const problem = await problemOf(
        world.do(username, id, 'adoptCalendar', { calendarId: await currentId() }),
      );
      expect(problem.code).toBe('INVALID_INPUT');
    }
  });
});
