import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN_ACTOR, revokeSession, setRoles } from '@/lib/access/server';
import { type Sweeper, startSweeper } from '@/lib/escalation/server';
import { closeStreams, openStream } from '@/lib/notify/server';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { stopListening } from '@/lib/platform/listen';
import { ClockWorld, countDue, until } from '../support/clock-world';
import { createTestDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
let world: ClockWorld;
let sweeper: Sweeper | null = null;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await ClockWorld.create();
});

afterEach(() => closeStreams());

afterAll(async () => {
  await sweeper?.stop();
  await stopListening();
  await prisma.$disconnect();
  await database.drop();
});

async function signIn(username: string): Promise<string> {
  const id = newId();
  const expiresAt = new Date(Date.now() + 3_600_000);
  await prisma.userSession.create({ data: { id, userId: world.personId(username), expiresAt } });
  return id;
}

/** A browser that listens; `text` is what it has heard. */
async function browser(username: string, sessionId?: string) {
  const session = sessionId ?? (await signIn(username));
  const opened = await openStream(session);
  if (!opened.ok) throw new Error(opened.reason);
  const heard = { session, text: '', isOver: false };
  const reader = opened.body.getReader();
  const decoder = new TextDecoder();
  const read = async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      heard.text += decoder.decode(value, { stream: true });
    }
    heard.isOver = true;
  };
  void read();
  // The first listener of a process connects; what it may have missed it is told to look up.
  await until('the stream to open', () => heard.text.includes(': open'));
  return heard;
}

describe('event stream', () => {
  it('tells of changes those who may see the incident, and nobody else', async () => {
    const [officer, handler, school] = await Promise.all([
      browser('officer'),
      browser('handler'),
      browser('monitor'),
    ]);
    await world.log();
    await until('the first word', () => officer.text.includes('incident.changed'));
    const id = await world.log();
    await until('the officer to hear', () => officer.text.includes(id));
    const unitId = world.demo.units['bureau/安全与后勤股'];
    await world.do('office', id, 'assign', { unitId, requirement: '请核实食堂情况' });
    await until('the handler to hear', () => handler.text.includes(id));
    expect(officer.text).toMatch(
      new RegExp(`event: incident.changed\\ndata: {"id":"${id}","version":\\d+}\\n\\n`),
    );
    expect(school.text).not.toContain('incident.changed');
  });

  it('tells news of the desk to the person they are for', async () => {
    const [office, auditor] = await Promise.all([browser('office'), browser('auditor')]);
    await world.log();
    await until('the office to hear', () => office.text.includes('desk.changed'));
    await until('the auditor to hear', () => auditor.text.includes('incident.changed'));
    const before = auditor.text.split('desk.changed').length;
    await world.log();
    const seen = auditor.text.split('incident.changed').length;
    await until('more', () => auditor.text.split('incident.changed').length > seen);
    expect(auditor.text.split('desk.changed').length).toBe(before);
  });

  it('is cut when the session is revoked, before another word', async () => {
    const officer = await browser('officer');
    const other = await browser('officer2');
    await revokeSession(officer.session, ADMIN_ACTOR);
    const id = await world.log();
    await until('the other to hear', () => other.text.includes(id));
    await until('the stream to end', () => officer.isOver);
    expect(officer.text).not.toContain(id);
    expect(await openStream(officer.session)).toEqual({ ok: false, reason: 'UNAUTHENTICATED' });
  });

  it('follows a change of roles at once', async () => {
    const member = await browser('member');
    const officer = await browser('officer');
    await setRoles(world.personId('member'), ['sysadmin'], ADMIN_ACTOR);
    const id = await world.log();
    await until('the officer to hear', () => officer.text.includes(id));
    expect(member.text).not.toContain(id);
  });

  it('does not keep an empty chair signed in', async () => {
    const session = await signIn('officer');
    const idle = new Date(Date.now() - 20 * 60_000);
    await prisma.userSession.update({ where: { id: session }, data: { lastSeenAt: idle } });
    const officer = await browser('officer', session);
    const id = await world.log();
    await until('the officer to hear', () => officer.text.includes(id));
    const row = await prisma.userSession.findUniqueOrThrow({ where: { id: session } });
    expect(row.lastSeenAt).toEqual(idle);
    const over = new Date(Date.now() - 31 * 60_000);
    await prisma.userSession.update({ where: { id: session }, data: { lastSeenAt: over } });
    await world.log();
    await until('the stream to end', () => officer.isOver);
  });

  it('is bounded per person', async () => {
    const session = await signIn('leader');
    for (let count = 0; count < 8; count += 1) await browser('leader', session);
    expect(await openStream(session)).toEqual({ ok: false, reason: 'RATE_LIMITED' });
    closeStreams();
    await browser('leader', session);
  });

  it('brings a notice to the desk within two seconds of the clock', async () => {
    const id = await world.log();
    sweeper = startSweeper();
    await until('what is due already', async () => (await countDue()) === 0);
    const office = await browser('office');
    await world.log();
    await until('the stream to be live', () => office.text.includes('incident.changed'));
    const before = office.text.length;
    await world.advance(24 * 60);
    const ms = await until('the notice', () => office.text.slice(before).includes('desk.changed'));
    expect(office.text.slice(before)).toContain('event: clock');
    expect(await prisma.notification.count({ where: { incidentId: id } })).toBeGreaterThan(0);
    expect(ms).toBeLessThan(2000);
  });
});
