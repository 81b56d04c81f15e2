import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isHeightened } from '@/lib/group/heightened';
import { loadHeightened } from '@/lib/group/server';
import { loadDirectory } from '@/lib/incident/server';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { at, buildInstitution, type DemoWorld } from '@/prisma/seed/builders/institution';
import { createTestDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
let world: DemoWorld;
const now = new Date().toISOString();
const inDays = (days: number) => new Date(Date.parse(now) + days * 86_400_000).toISOString();
const person = (name: string) => at(world.people, name);

beforeAll(async () => {
  database = await createTestDatabase();
  world = await buildInstitution(now);
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

describe('the directory', () => {
  it('holds authorities in force and those that ended lately, never revoked ones', async () => {
    const orgId = at(world.orgs, 'bureau');
    const paper = (from: number, to: number, revoked = false) => ({
      id: newId(),
      orgId,
      fromId: person('leader'),
      toId: person('deputy'),
      scope: 'approve',
      startsAt: inDays(from),
      endsAt: inDays(to),
      reason: '出差',
      givenBy: person('leader'),
      givenAt: now,
      revokedBy: revoked ? person('leader') : null,
      revokedAt: revoked ? now : null,
    });
    const [running, lately] = [paper(-1, 2), paper(-20, -10)];
    await prisma.delegation.createMany({
      data: [running, lately, paper(1, 2), paper(-60, -40), paper(-1, 5, true)],
    });
    const { delegations } = await loadDirectory(prisma, orgId, now);
    expect(delegations.map((one) => one.id).sort()).toEqual([running.id, lately.id].sort());
    expect(delegations.find((one) => one.id === running.id)).toEqual({
      id: running.id,
      fromId: running.fromId,
      toId: running.toId,
      scope: 'approve',
      startsAt: running.startsAt,
      endsAt: running.endsAt,
    });
  });
});

describe('heightened periods', () => {
  it('bind the institutions below where they were declared for them', async () => {
    const [bureau, school] = [at(world.orgs, 'bureau'), at(world.orgs, 'school-a')];
    const period = (includesBelow: boolean, from: number, to: number) => ({
      id: newId(),
      orgId: bureau,
      includesBelow,
      startsAt: inDays(from),
      endsAt: inDays(to),
      reason: '高考期间',
      startedBy: person('leader'),
      startedAt: now,
    });
    await prisma.heightenedPeriod.createMany({ data: [period(true, -1, 1), period(false, 4, 6)] });
    const span = { from: inDays(-10), to: inDays(10) };
    const [own, below] = [await loadHeightened(bureau, span), await loadHeightened(school, span)];
    expect([own.length, below.length]).toEqual([2, 1]);
    expect([isHeightened(below, now), isHeightened(below, inDays(5))]).toEqual([true, false]);
    expect(isHeightened(own, inDays(5))).toBe(true);
  });
});
