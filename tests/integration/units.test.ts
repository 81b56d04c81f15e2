import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStream } from '@/lib/audit/server';
import type { Actor } from '@/lib/incident/context';
import { loadDirectory } from '@/lib/incident/server';
import { listUnits, loadPrincipalChoices, nameUnitPrincipal } from '@/lib/org/server';
import { prisma } from '@/lib/platform/db';
import { Institution } from '../support/institution';
import { reasonOf } from '../support/reason-of';

let house: Institution;
let office: Actor;
const UNIT = '安全与后勤股';

beforeAll(async () => {
  house = await Institution.open();
  office = await house.actor('office');
});

afterAll(() => house.close());

async function unitOf(actor: Actor, name = UNIT) {
  const unit = (await listUnits(actor)).find((one) => one.name === name);
  if (!unit) throw new Error(`no unit ${name}`);
  return unit;
}

describe('the head of a unit', () => {
  it('is named, on record and told; feedback is theirs to sign from then on', async () => {
    const { id: unitId, principal } = await unitOf(office);
    const personId = house.person('officer');
    const beforeId = principal?.id ?? null;
    await nameUnitPrincipal(office, { unitId, beforeId, personId });
    expect((await unitOf(office)).principal).toMatchObject({ id: personId, isActive: true });
    const event = (await readStream(prisma, `org:${office.orgId}`)).at(-1);
    expect(event).toMatchObject({
      type: 'org.principalNamed',
      actor: { id: office.id },
      payload: { unitId, userId: personId },
    });
    const told = { rule: 'unit.principal', userId: personId };
    expect(await prisma.notification.count({ where: told })).toBe(1);
    const { units } = await loadDirectory(prisma, office.orgId ?? '', house.now);
    expect(units.find((one) => one.id === unitId)?.principalId).toBe(personId);

    expect(await reasonOf(nameUnitPrincipal(office, { unitId, beforeId, personId }))).toBe(
      'unit_stale',
    );
    await nameUnitPrincipal(office, { unitId, beforeId: personId, personId: null });
    expect((await unitOf(office)).principal).toBeNull();
    expect(await prisma.notification.count({ where: told })).toBe(2);
  });

  it('is somebody of the institution, named by office or leaders, in the own institution', async () => {
    const { id: unitId } = await unitOf(office);
    const { length } = await readStream(prisma, `org:${office.orgId}`);
    const wish = { unitId, beforeId: null, personId: house.person('handler') };
    for (const name of ['officer', 'handler', 'auditor', 'sysadmin']) {
      expect(await reasonOf(nameUnitPrincipal(await house.actor(name), wish))).toBe('FORBIDDEN');
    }
    const elsewhere = await prisma.user.findFirstOrThrow({
      where: { orgId: { not: office.orgId ?? '' } },
    });
    const unfit = { ...wish, personId: elsewhere.id };
    expect(await reasonOf(nameUnitPrincipal(office, unfit))).toBe('principal_unfit');
    const theirs = await prisma.unit.findFirstOrThrow({
      where: { orgId: { not: office.orgId ?? '' } },
    });
    const other = { ...wish, unitId: theirs.id, beforeId: theirs.principalId };
    expect(await reasonOf(nameUnitPrincipal(office, other))).toBe('NOT_FOUND');
    expect(await readStream(prisma, `org:${office.orgId}`)).toHaveLength(length);
    const seen = await listUnits(await house.actor('handler'));
    expect(seen.map((one) => one.id)).toContain(unitId);
    expect(seen.map((one) => one.id)).not.toContain(theirs.id);
    expect(await reasonOf(loadPrincipalChoices(await house.actor('handler')))).toBe('FORBIDDEN');
  });
});
