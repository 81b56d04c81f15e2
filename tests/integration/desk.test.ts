import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '@/lib/access/roles';
import type { Actor } from '@/lib/incident/context';
import { changeIncident } from '@/lib/incident/server';
import { prisma } from '@/lib/platform/db';
import { buildInstitution, type DemoWorld } from '@/prisma/seed/builders/institution';
import { DEMO_PEOPLE } from '@/prisma/seed/builders/people';
import { listTodos } from '../support/todos';

let demo: DemoWorld;

async function actorOf(username: string): Promise<Actor> {
  const user = await prisma.user.findUniqueOrThrow({
    where: { username },
    include: { roles: true },
  });
  const roles = user.roles.map((one) => one.role as Role);
  return { kind: 'person', id: user.id, orgId: user.orgId, unitId: user.unitId, roles };
}

beforeAll(async () => {
  demo = await buildInstitution(new Date().toISOString());
  const officer = await actorOf('officer');
  const made = await changeIncident({
    actor: officer,
    incidentId: null,
    type: 'log',
    input: { title: '家长询问校车线路调整' },
  });
  await changeIncident({
    actor: await actorOf('office'),
    incidentId: made.id,
    type: 'present',
    input: {
      assessment: { facts: '线路确有调整。', proposedGrade: 'ordinary' },
      assignment: {
        unitId: demo.units['bureau/安全与后勤股'],
        requirement: '请核实线路调整的依据。',
      },
    },
  });
});

describe('what waits for a person', () => {
  it.each(DEMO_PEOPLE.map(({ username }) => username))('can be listed for %s', async (username) => {
    await expect(listTodos(await actorOf(username))).resolves.toBeInstanceOf(Array);
  });

  it('is the grade for the deputy and the assignment for the unit', async () => {
    const kinds = async (username: string) =>
      (await listTodos(await actorOf(username))).map((todo) => todo.kind);
    expect(await kinds('deputy')).toContain('decide_grade');
    expect(await kinds('handler')).toHaveLength(1);
    expect(await kinds('handler3')).toEqual([]);
  });
});
