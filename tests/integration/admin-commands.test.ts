import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorFromBearer, signIn } from '@/lib/access/server';
import { findCurrentCalendar } from '@/lib/calendar/server';
import { findCurrentPlan } from '@/lib/plan/server';
import { clockOffsetMs } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { createTestDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;

function admin(...args: string[]) {
  const result = spawnSync(
    process.execPath,
    [
      '--import',
      './scripts/beside.mjs',
      '--conditions=react-server',
      '--import',
      'tsx',
      'scripts/admin.ts',
      ...args,
    ],
    { encoding: 'utf8', env: process.env },
  );
  const lines = result.stdout.trimEnd().split('\n');
  return { code: result.status, lines, last: lines.at(-1) ?? '', fault: result.stderr };
}

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

describe('npm run admin', () => {
  it('creates institutions that can work at once', async () => {
    expect(admin('org', 'create', '--name', '县教育局', '--code', 'JYJ')).toMatchObject({
      code: 0,
    });
    const school = admin('org', 'create', '--name', '一中', '--code', 'YZ', '--parent', 'JYJ');
    expect(school.code).toBe(0);
    const org = await prisma.org.findUniqueOrThrow({ where: { code: 'YZ' } });
    expect(org.id).toBe(school.last);
    expect((await findCurrentPlan(prisma, org.id, null))?.plan.key).toBe('p26');
    const calendar = await findCurrentCalendar(prisma, org.id);
    expect(calendar?.calendar.days['2026-10-01']?.kind).toBe('holiday');
    const again = admin('org', 'create', '--name', '一中', '--code', 'YZ');
    expect(again).toMatchObject({ code: 1, fault: expect.stringContaining('taken') });
  });

  it('creates people, with a password of their own or a generated one', async () => {
    const base = ['user', 'create', '--name', '张三', '--role', 'office', '--org', '县教育局'];
    expect(admin('unit', 'create', '--org', 'JYJ', '--name', '办公室').code).toBe(0);
    const made = admin(...base, '--username', 'zhang', '--unit', '办公室');
    expect(made.code).toBe(0);
    const head = ['unit', 'principal', '--org', 'JYJ', '--unit', '办公室', '--username'];
    expect(admin(...head, 'zhang').code).toBe(0);
    expect(await prisma.unit.findFirst({ where: { name: '办公室' } })).toMatchObject({
      principalId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(admin(...head, 'nobody').code).toBe(1);
    const password = /^password: (\S{16})$/.exec(made.last)?.[1] ?? '';
    expect(await signIn('zhang', password)).toMatchObject({ ok: true });
    expect(admin(...base, '--username', 'li', '--password', 'four random words').code).toBe(0);
    expect(await signIn('li', 'four random words')).toMatchObject({ ok: true });
    const weak = admin(...base, '--username', 'wang', '--password', '123');
    expect(weak).toMatchObject({ code: 1, fault: expect.stringContaining('10 characters') });
    const mixed = admin(...base, '--username', 'wang', '--role', 'secadmin');
    expect(mixed).toMatchObject({ code: 1, fault: expect.stringContaining('stand alone') });
    const elsewhere = admin(...base.slice(0, -1), '无此单位', '--username', 'wang');
    expect(elsewhere).toMatchObject({ code: 1, fault: expect.stringContaining('JYJ') });
  });

  it('prints a token as its last line', async () => {
    const made = admin('token', 'create', '--user', 'zhang', '--name', '监测');
    expect(made.code).toBe(0);
    expect(await actorFromBearer(`Bearer ${made.last}`)).toMatchObject({ scopes: [] });
    expect(admin('token', 'create', '--user', 'nobody', '--name', 'x').code).toBe(1);
  });

  it('moves the clock of demo data only', async () => {
    const refused = admin('clock', 'advance', '2h');
    expect(refused).toMatchObject({ code: 1, fault: expect.stringContaining('demo') });
    expect(await clockOffsetMs()).toBe(0);
    await prisma.user.updateMany({ where: { username: 'zhang' }, data: { isDemo: true } });
    expect(admin('clock', 'advance', '1h30m').code).toBe(0);
    expect(await clockOffsetMs()).toBe(5_400_000);
    expect(admin('clock', 'set', '2030-01-01T08:00:00+08:00').code).toBe(0);
    const businessMs = Date.now() + (await clockOffsetMs());
    expect(Math.abs(businessMs - Date.parse('2030-01-01T00:00:00Z'))).toBeLessThan(60_000);
    expect(admin('clock', 'show').lines[0]).toContain('2030-01-01 08:0');
    expect(admin('clock', 'reset').code).toBe(0);
    expect(await clockOffsetMs()).toBe(0);
  });

  it('answers what it does not understand with its usage', () => {
    for (const args of [
      [],
      ['user', 'destroy'],
      ['user', 'create', '--username', 'x'],
      ['token', 'create', '--user', 'zhang', '--name', 'x', '--colour', 'red'],
      ['clock', 'advance', 'soon'],
      ['clock', 'set', 'tomorrow'],
    ]) {
      const { code, fault } = admin(...args);
      expect(code).toBe(2);
      expect(fault).toContain('usage: npm run admin --');
    }
  });
});
