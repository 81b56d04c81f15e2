import { DEMO_PASSWORD } from '@/lib/access/password-policy';
import { hashPassword } from '@/lib/access/server/password';
import { seedCalendar } from '@/lib/calendar/server/seed';
import { contentHash } from '@/lib/incident/content-hash';
import { adoptPreset } from '@/lib/plan/server/adopt';
import { type Db, prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import {
  DEMO_ACCOUNTS,
  DEMO_ACKNOWLEDGEMENTS,
  DEMO_GROUPS,
  DEMO_HEADS,
  DEMO_ORGS,
  DEMO_PEOPLE,
} from './people';
import { buildRoster } from './roster';
import { buildWording } from './wording';

/** Ids of the demo institution by the names people use for them. */
export interface DemoWorld {
  orgs: Record<string, string>;
  people: Record<string, string>;
  /** Units by `org code/unit name`. */
  units: Record<string, string>;
  /** Official accounts by handle. */
  accounts: Record<string, string>;
}

/**
 * Makes the demo county with its bureau and schools: people in every role, the leadership groups,
 * official accounts, plan P26, the holiday calendar, and a roster around `now`.
 */
export async function buildInstitution(now: string): Promise<DemoWorld> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  return prisma.$transaction((db) => build(db, now, passwordHash), { timeout: 60_000 });
}

async function build(db: Db, now: string, passwordHash: string): Promise<DemoWorld> {
  const world: DemoWorld = { orgs: {}, people: {}, units: {}, accounts: {} };
  await db.workCalendar.create({
    data: { id: newId(), orgId: null, version: seedCalendar().version, content: seedCalendar() },
  });
  for (const org of DEMO_ORGS) {
    const id = newId();
    world.orgs[org.code] = id;
    const { code, name, shortName, kind } = org;
    const parentId = org.parent ? (world.orgs[org.parent] ?? null) : null;
    await db.org.create({ data: { id, code, name, shortName, kind, parentId } });
    for (const [position, unit] of org.units.entries()) {
      const unitId = newId();
      world.units[`${code}/${unit}`] = unitId;
      await db.unit.create({ data: { id: unitId, orgId: id, name: unit, position } });
    }
    const actor = { kind: 'system' as const, id: 'demo' };
    const adoption = {
      orgId: id,
      presetKey: 'p26',
      isDefault: true,
      publishedBy: null,
      at: now,
      actor,
    };
    await adoptPreset(db, adoption);
  }
  for (const seed of DEMO_PEOPLE) {
    const id = newId();
    world.people[seed.username] = id;
    const { username, name, title, phone, roles } = seed;
    await db.user.create({
      data: {
        id,
        orgId: at(world.orgs, seed.org),
        unitId: seed.unit ? at(world.units, `${seed.org}/${seed.unit}`) : null,
        username,
        name,
        title,
        phone,
        passwordHash,
        isDemo: true,
        roles: { create: roles.map((role) => ({ role })) },
      },
    });
  }
  for (const seed of DEMO_PEOPLE.filter((one) => DEMO_HEADS.includes(one.username))) {
    await db.unit.update({
      where: { id: at(world.units, `${seed.org}/${seed.unit}`) },
      data: { principalId: at(world.people, seed.username) },
    });
  }
  await buildGroups(db, world);
  await buildStandingIn(db, world, now);
  await buildWording(db, at(world.orgs, 'bureau'), at(world.people, 'office'), now);
  await buildAgreedTexts(db, world, now);
  for (const { org, verifiedOn, ownerUnit, owner, ...account } of DEMO_ACCOUNTS) {
    const id = newId();
    world.accounts[account.handle] = id;
    await db.officialAccount.create({
      data: {
        id,
        orgId: at(world.orgs, org),
        ownerId: at(world.people, owner),
        ownerUnitId: ownerUnit ? at(world.units, `${org}/${ownerUnit}`) : null,
        verifiedOn: verifiedOn ? new Date(verifiedOn) : null,
        ...account,
        publisherRoles: [...account.publisherRoles],
      },
    });
  }
  const roster = { id: newId(), orgId: at(world.orgs, 'bureau'), name: '值班表' };
  await db.dutyRoster.create({ data: roster });
  await db.dutyShift.createMany({ data: buildRoster(world, roster.id, now) });
  return world;
}

async function buildGroups(db: Db, world: DemoWorld): Promise<void> {
  for (const group of DEMO_GROUPS) {
    await db.leadershipGroup.create({
      data: {
        id: newId(),
        orgId: at(world.orgs, group.org),
        name: group.name,
        members: {
          create: group.members.map(({ username, duty, votes, officePhone }, position) => ({
            userId: at(world.people, username),
            duty,
            votes,
            position,
            officePhone: officePhone ?? null,
          })),
        },
      },
    });
  }
}

/** 受理回复语 of every institution, agreed to by the head of the bureau. */
async function buildAgreedTexts(db: Db, world: DemoWorld, now: string): Promise<void> {
  const inDays = (days: number) => new Date(Date.parse(now) + days * 86_400_000).toISOString();
  await db.acknowledgement.createMany({
    data: Object.values(world.orgs).flatMap((orgId) =>
      DEMO_ACKNOWLEDGEMENTS.map(({ key, name, text }) => ({
        ...{ id: newId(), orgId, key, name, text, state: 'agreed', validUntil: inDays(180) },
        contentHash: contentHash({ key, text }),
        proposedBy: at(world.people, 'office'),
        proposedAt: inDays(-181),
        decidedBy: at(world.people, 'leader'),
        decidedAt: inDays(-180),
      })),
    ),
  });
}

/** What lies behind the institution: a leader's journey with a delegate, and a heightened week. */
async function buildStandingIn(db: Db, world: DemoWorld, now: string): Promise<void> {
  const inDays = (days: number) => new Date(Date.parse(now) + days * 86_400_000).toISOString();
  const orgId = at(world.orgs, 'bureau');
  const [fromId, toId] = [at(world.people, 'leader2'), at(world.people, 'deputy')];
  await db.delegation.create({
    data: {
      id: newId(),
      ...{ orgId, fromId, toId, scope: 'all', startsAt: inDays(-40), endsAt: inDays(-37) },
      reason: '赴省城参加教育工作会议',
      givenBy: fromId,
      givenAt: inDays(-41),
    },
  });
  await db.heightenedPeriod.create({
    data: {
      id: newId(),
      ...{ orgId, includesBelow: true, startsAt: inDays(-52), endsAt: inDays(-45) },
      reason: '秋季学校食堂安全专项检查期间',
      startedBy: fromId,
      startedAt: inDays(-53),
    },
  });
}

/** An id by its name; a misspelt name is a defect of the seed. */
export function at(ids: Record<string, string>, name: string): string {
  const id = ids[name];
  if (!id) throw new RangeError(`the demo has no ${name}`);
  return id;
}
