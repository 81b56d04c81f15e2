import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  actorFromBearer,
  changeAccount,
  createToken,
  createUser,
  findUserId,
  listAccounts,
  listSessions,
  loadActor,
  resolveSession,
  revokeSession,
  revokeToken,
  setActive,
  setPassword,
  setRoles,
  signIn,
  unlockUser,
} from '@/lib/access/server';
import { readStream } from '@/lib/audit/server';
import { verifyChain } from '@/lib/audit/verify';
import { createOrg, createUnit } from '@/lib/org/server';
import { prisma } from '@/lib/platform/db';
import { createTestDatabase, type TestDatabase } from '../support/database';

const ADMIN = { kind: 'system', id: 'admin' } as const;
const PASSWORD = 'four random words';
const START = Date.parse('2026-11-22T02:00:00.000Z');
const later = (minutes: number) => new Date(START + minutes * 60_000);

let database: TestDatabase;
let orgId: string;
let nextPerson = 0;

async function person(roles: string[] = ['officer']): Promise<{ id: string; username: string }> {
  nextPerson += 1;
  const username = `person${nextPerson}`;
  const id = await createUser({ orgId, username, name: '某人', roles, password: PASSWORD }, ADMIN);
  return { id, username };
}

async function open(username: string, now: Date): Promise<string> {
  const outcome = await signIn(username, PASSWORD, now);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.sessionId;
}

beforeAll(async () => {
  database = await createTestDatabase();
  orgId = await createOrg({ name: '县教育局', code: 'JYJ' }, ADMIN);
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

describe('sign-in', () => {
  it('opens a session, whatever the case of the username', async () => {
    const { id, username } = await person();
    const outcome = await signIn(` ${username.toUpperCase()} `, PASSWORD);
    expect(outcome).toMatchObject({ ok: true, userId: id });
  });

  it('says the same of an unknown name, a wrong password and an inactive person', async () => {
    const { id, username } = await person();
    await setActive(id, false, ADMIN);
    const wrong = { ok: false, reason: 'wrong' };
    expect(await signIn('nobody', PASSWORD)).toEqual(wrong);
    expect(await signIn(username, PASSWORD)).toEqual(wrong);
    expect(await signIn((await person()).username, 'something else')).toEqual(wrong);
  });

  it('takes about as long for an unknown name', async () => {
    const { username } = await person();
    const took = async (name: string) => {
      const startedAt = performance.now();
      await signIn(name, 'something else');
      return performance.now() - startedAt;
    };
    await took('nobody');
    const unknown = await took('nobody');
    const known = await took(username);
    expect(unknown).toBeGreaterThan(known / 6);
  });

  it('locks at the fifth failure, refuses the right password, and grows', async () => {
    const { username } = await person();
    for (let failure = 1; failure < 5; failure += 1) {
      expect(await signIn(username, 'wrong', later(0))).toEqual({ ok: false, reason: 'wrong' });
    }
    const locked = (minutes: number) => ({ ok: false, reason: 'locked', minutes });
    expect(await signIn(username, 'wrong', later(0))).toEqual(locked(15));
    expect(await signIn(username, PASSWORD, later(5))).toEqual(locked(10));
    expect(await signIn(username, 'wrong', later(15))).toEqual(locked(30));
    expect(await signIn(username, 'wrong', later(45))).toEqual(locked(60));
    expect(await signIn(username, PASSWORD, later(105))).toMatchObject({ ok: true });
    expect(await signIn(username, 'wrong', later(106))).toEqual({ ok: false, reason: 'wrong' });
  });

  it('locks a name that nobody has just the same', async () => {
    const reasons: string[] = [];
    for (let failure = 1; failure <= 6; failure += 1) {
      const outcome = await signIn('no-such-person', 'wrong', later(0));
      reasons.push(outcome.ok ? 'ok' : outcome.reason);
    }
    expect(reasons).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'locked', 'locked']);
  });

  it('lets no burst of guesses overtake the lock', async () => {
    const { id, username } = await person();
    const guesses = Array.from({ length: 20 }, () => signIn(username, 'wrong', later(0)));
    const reasons = (await Promise.all(guesses)).map((outcome) => !outcome.ok && outcome.reason);
    expect(reasons.filter((reason) => reason === 'wrong')).toHaveLength(4);
    const user = await prisma.user.findUniqueOrThrow({ where: { id } });
    expect(user.failedSignIns).toBe(5);
  });

  it('many sign in at once as one person', async () => {
    const { id, username } = await person();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => signIn(username, PASSWORD)));
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    expect(await listSessions(id)).toHaveLength(8);
  });

  it('is unlocked by an administrator', async () => {
    const { id, username } = await person();
    for (let failure = 0; failure < 5; failure += 1) await signIn(username, 'wrong');
    await unlockUser(id, ADMIN);
    expect(await signIn(username, PASSWORD)).toMatchObject({ ok: true });
  });
});

describe('session', () => {
  it('ends after 30 idle minutes, and lives on while used', async () => {
    const { id, username } = await person(['office', 'handler']);
    const sessionId = await open(username, later(0));
    const found = await resolveSession(sessionId, later(29));
    expect(found).toMatchObject({
      sessionId,
      actor: { kind: 'person', id, orgId, unitId: null, roles: ['handler', 'office'] },
      person: { username, name: '某人' },
      org: { name: '县教育局' },
    });
    expect(await resolveSession(sessionId, later(58))).not.toBeNull();
    expect(await resolveSession(sessionId, later(88))).toBeNull();
  });

  it('ends after 12 hours in any case', async () => {
    const sessionId = await open((await person()).username, later(0));
    for (let minute = 20; minute < 720; minute += 20) {
      expect(await resolveSession(sessionId, later(minute))).not.toBeNull();
    }
    expect(await resolveSession(sessionId, later(720))).toBeNull();
  });

  it('is noted at most once a minute', async () => {
    const sessionId = await open((await person()).username, later(0));
    const seen = async () =>
      (await prisma.userSession.findUniqueOrThrow({ where: { id: sessionId } })).lastSeenAt;
    await resolveSession(sessionId, new Date(START + 59_000));
    expect(await seen()).toEqual(later(0));
    await resolveSession(sessionId, later(1));
    expect(await seen()).toEqual(later(1));
  });

  it('is revoked one by one', async () => {
    const { username } = await person();
    const [first, second] = [await open(username, later(0)), await open(username, later(0))];
    await revokeSession(first, ADMIN);
    expect(await resolveSession(first, later(1))).toBeNull();
    expect(await resolveSession(second, later(1))).not.toBeNull();
  });

  it('ends for all when the password changes or the person leaves', async () => {
    const { id, username } = await person();
    const now = new Date();
    const first = await open(username, now);
    await setPassword(id, 'another four words', ADMIN);
    expect(await resolveSession(first)).toBeNull();
    await setPassword(id, PASSWORD, ADMIN);
    const second = await open(username, now);
    await setActive(id, false, ADMIN);
    expect(await resolveSession(second)).toBeNull();
  });

  it('has the roles of this moment', async () => {
    const { id, username } = await person(['officer']);
    const sessionId = await open(username, later(0));
    await setRoles(id, ['leader'], ADMIN);
    expect((await resolveSession(sessionId, later(1)))?.actor.roles).toEqual(['leader']);
  });
});

describe('token', () => {
  it('acts as its person until it is revoked, and is stored as a hash', async () => {
    const { id } = await person(['office']);
    const token = await createToken(id, '监测软件', ['mentions:write']);
    expect(token).toMatch(/^hy_[A-Za-z0-9_-]{43}$/);
    const found = await actorFromBearer(`Bearer ${token}`, later(0));
    expect(found).toMatchObject({ actor: { id, roles: ['office'] }, scopes: ['mentions:write'] });
    const row = await prisma.apiToken.findUniqueOrThrow({ where: { id: found?.tokenId ?? '' } });
    expect(row.tokenHash).not.toContain(token.slice(3));
    await actorFromBearer(`Bearer ${token}`, new Date(START + 30_000));
    const again = await prisma.apiToken.findUniqueOrThrow({ where: { id: row.id } });
    expect(again.lastUsedAt).toEqual(later(0));
    await revokeToken(row.id, ADMIN);
    expect(await actorFromBearer(`Bearer ${token}`)).toBeNull();
  });

  it('ends with its person, and nothing else is a token', async () => {
    const { id } = await person();
    const token = await createToken(id, 'x');
    await setActive(id, false, ADMIN);
    for (const header of [
      `Bearer ${token}`,
      null,
      '',
      'Bearer ',
      `Basic ${token}`,
      'Bearer hy_x',
    ]) {
      expect(await actorFromBearer(header)).toBeNull();
    }
    await expect(createToken(id, 'x')).rejects.toMatchObject({ code: 'inactive' });
  });
});

describe('accounts', () => {
  const given = { name: '某人', password: PASSWORD, roles: ['officer'] };

  it('keeps the three administrators apart', async () => {
    for (const roles of [
      ['sysadmin', 'secadmin'],
      ['secadmin', 'audit_admin'],
      ['sysadmin', 'officer'],
      ['audit_admin', 'auditor'],
    ]) {
      const attempt = createUser({ ...given, orgId, username: 'mixed', roles }, ADMIN);
      await expect(attempt).rejects.toMatchObject({ code: 'roles_do_not_combine' });
    }
    const { id } = await person(['officer']);
    const attempt = setRoles(id, ['officer', 'secadmin'], ADMIN);
    await expect(attempt).rejects.toMatchObject({ code: 'roles_do_not_combine' });
  });

  it('refuses weak passwords, taken names, unknown roles and units of others', async () => {
    const { username } = await person();
    const otherOrg = await createOrg({ name: '第一中学', code: 'YZ', parentId: orgId }, ADMIN);
    const unitId = await createUnit(otherOrg, '政教处', ADMIN);
    const refused = async (change: object, code: string) => {
      const attempt = createUser({ ...given, orgId, username: 'fresh', ...change }, ADMIN);
      await expect(attempt).rejects.toMatchObject({ code });
    };
    await refused({ password: 'password123' }, 'password_refused');
    await refused({ username }, 'username_taken');
    await refused({ username: 'a b' }, 'username_invalid');
    await refused({ roles: ['king'] }, 'unknown_role');
    await refused({ roles: [] }, 'unknown_role');
    await refused({ unitId }, 'unknown_unit');
    await expect(findUserId('fresh')).rejects.toMatchObject({ code: 'unknown_user' });
  });
});

describe('security administrator', () => {
  const actorOf = async (id: string) => {
    const actor = await loadActor(id);
    if (!actor) throw new Error('inactive');
    return actor;
  };

  it('looks after accounts of the own institution and below, and nobody else does', async () => {
    const { id: secadminId } = await person(['secadmin']);
    const secadmin = await actorOf(secadminId);
    const locked = await person();
    for (let failure = 0; failure < 5; failure += 1) await signIn(locked.username, 'wrong');
    const find = async () => (await listAccounts(secadmin)).find(({ id }) => id === locked.id);
    expect(await find()).toMatchObject({ lockedMinutes: 15, openSessions: 0, roles: ['officer'] });
    await changeAccount(secadmin, locked.id, 'unlock');
    await open(locked.username, new Date());
    expect(await find()).toMatchObject({ lockedMinutes: 0, openSessions: 1 });
    await changeAccount(secadmin, locked.id, 'endSessions');
    expect(await find()).toMatchObject({ openSessions: 0, active: true });
    await changeAccount(secadmin, locked.id, 'deactivate');
    expect(await find()).toMatchObject({ active: false });

    const otherOrg = await createOrg({ name: '邻县教育局', code: 'LX' }, ADMIN);
    const stranger = await createUser(
      {
        orgId: otherOrg,
        username: 'stranger',
        name: '某人',
        roles: ['office'],
        password: PASSWORD,
      },
      ADMIN,
    );
    const refusal = (code: string) => ({ code });
    await expect(changeAccount(secadmin, stranger, 'deactivate')).rejects.toMatchObject(
      refusal('NOT_FOUND'),
    );
    await expect(changeAccount(secadmin, secadminId, 'deactivate')).rejects.toMatchObject(
      refusal('FORBIDDEN'),
    );
    for (const role of ['leader', 'sysadmin', 'audit_admin', 'auditor']) {
      const other = await actorOf((await person([role])).id);
      await expect(listAccounts(other)).rejects.toMatchObject(refusal('FORBIDDEN'));
      await expect(changeAccount(other, locked.id, 'activate')).rejects.toMatchObject(
        refusal('FORBIDDEN'),
      );
    }
  });
});

describe('record', () => {
  it('keeps accesses and changes in chains that verify, without names', async () => {
    const { id, username } = await person();
    const sessionId = await open(username, new Date());
    await revokeSession(sessionId, { kind: 'person', id });
    const streams = await prisma.auditStream.findMany({ orderBy: { id: 'asc' } });
    const ids = streams.map((stream) => stream.id);
    expect(ids).toContain(`org:${orgId}`);
    expect(ids.some((stream) => /^access:[0-9a-f-]{36}:\d{4}-\d\d-\d\d$/.test(stream))).toBe(true);
    const types = new Set<string>();
    for (const streamId of ids) {
      const events = await readStream(prisma, streamId);
      expect(verifyChain(events)).toMatchObject({ ok: true });
      for (const event of events) types.add(event.type);
      expect(JSON.stringify(events)).not.toMatch(/某人|person\d/);
    }
    for (const type of [
      'access.signedIn',
      'access.signInFailed',
      'access.locked',
      'access.signedOut',
      'access.sessionRevoked',
      'org.created',
      'org.planAdopted',
      'org.userCreated',
      'org.tokenCreated',
      'org.tokenRevoked',
    ]) {
      expect(types).toContain(type);
    }
  });
});
