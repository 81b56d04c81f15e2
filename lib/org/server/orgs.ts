import 'server-only';
import { AccessFault } from '@/lib/access/fault';
import { recordChange } from '@/lib/access/server';
import type { AuditActor } from '@/lib/audit/envelope';
import { seedCalendar } from '@/lib/calendar/server';
import { adoptPreset } from '@/lib/plan/server';
import { realNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { changePrincipal } from './principal';

export interface NewOrg {
  name: string;
  shortName?: string;
  /** Short name in numbers of documents; unique. */
  code: string;
  parentId?: string | null;
  /** What it is, `office` where absent: `bureau`, `school`, … */
  kind?: string;
}

const CODE = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,31}$/u;

/** The plan that a new institution starts with. */
const FIRST_PRESET = 'p26';

/**
 * Creates an institution ready for work: with the national calendar as its own, and the preset
 * P26 as its default plan. Returns its id. Throws `AccessFault`.
 */
export async function createOrg(given: NewOrg, by: AuditActor): Promise<string> {
  const name = given.name.trim();
  const code = given.code.trim();
  if (name.length === 0 || name.length > 120) {
    throw new AccessFault('name_invalid', 'The name of an institution has 1 to 120 characters.');
  }
  if (!CODE.test(code)) {
    throw new AccessFault('code_invalid', 'A code has 1 to 32 letters, digits, hyphens.');
  }
  return prisma.$transaction(async (tx) => {
    if (await tx.org.findUnique({ where: { code }, select: { id: true } })) {
      throw new AccessFault('code_taken', `The code ${code} is taken.`);
    }
    const id = newId();
    const at = realNow();
    const { parentId = null, kind = 'office', shortName = name } = given;
    await tx.org.create({ data: { id, parentId, name, shortName, code, kind, createdAt: at } });
    const calendar = seedCalendar();
    const calendarId = newId();
    await tx.workCalendar.create({
      data: { id: calendarId, orgId: id, version: calendar.version, content: calendar },
    });
    const plan = await adoptPreset(tx, {
      orgId: id,
      presetKey: FIRST_PRESET,
      isDefault: true,
      publishedBy: null,
      at,
    });
    await recordChange(tx, id, 'org.created', by, { orgId: id, parentId, code, kind });
    const stored = { calendarId, version: calendar.version };
    await recordChange(tx, id, 'org.calendarStored', by, stored);
    await recordChange(tx, id, 'org.planAdopted', by, { presetKey: FIRST_PRESET, ...plan });
    return id;
  });
}

/** Adds a department to an institution. Returns its id. Throws `AccessFault`. */
export async function createUnit(orgId: string, given: string, by: AuditActor): Promise<string> {
  const name = given.trim();
  if (name.length === 0 || name.length > 80) {
    throw new AccessFault('name_invalid', 'The name of a unit has 1 to 80 characters.');
  }
  return prisma.$transaction(async (tx) => {
    const position = await tx.unit.count({ where: { orgId } });
    if (await tx.unit.findUnique({ where: { orgId_name: { orgId, name } } })) {
      throw new AccessFault('code_taken', `The institution has a unit ${name} already.`);
    }
    const id = newId();
    await tx.unit.create({ data: { id, orgId, name, position } });
    await recordChange(tx, orgId, 'org.unitCreated', by, { unitId: id });
    return id;
  });
}

/**
 * Names the person who heads a unit (主要负责人) and signs what it feeds back; it is one of the
 * institution's active people. Throws `AccessFault`.
 */
export async function namePrincipal(unitId: string, userId: string, by: AuditActor): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const unit = await tx.unit.findUniqueOrThrow({ where: { id: unitId } });
    const person = await tx.user.findUnique({ where: { id: userId } });
    if (!person?.active || person.orgId !== unit.orgId) {
      throw new AccessFault(
        'unknown_user',
        'The head of a unit is an active person of its institution.',
      );
    }
    await changePrincipal(tx, { orgId: unit.orgId, unitId, personId: userId }, by);
  });
}

/** The institution with this code, or else with this name. Throws `AccessFault`, naming what there is. */
export async function findOrg(codeOrName: string): Promise<{ id: string; name: string }> {
  const found = await prisma.org.findMany({
    where: { OR: [{ code: codeOrName }, { name: codeOrName }, { shortName: codeOrName }] },
    select: { id: true, name: true, code: true },
  });
  const org = found.find(({ code }) => code === codeOrName) ?? found[0];
  if (org && (found.length === 1 || org.code === codeOrName)) return org;
  const all = await prisma.org.findMany({
    select: { name: true, code: true },
    orderBy: { code: 'asc' },
    take: 30,
  });
  const list = all.map(({ name, code }) => `  ${code}  ${name}`).join('\n');
  const said = found.length > 1 ? 'names several institutions' : 'is no institution';
  throw new AccessFault(
    'unknown_org',
    all.length === 0
      ? `"${codeOrName}" ${said}: there is none yet. Create one with: org create`
      : `"${codeOrName}" ${said}. There are:\n${list}`,
  );
}

/** The unit of this name in an institution. Throws `AccessFault`, naming what there is. */
export async function findUnit(orgId: string, name: string): Promise<string> {
  const units = await prisma.unit.findMany({ where: { orgId }, orderBy: { position: 'asc' } });
  const unit = units.find((candidate) => candidate.name === name);
  if (unit) return unit.id;
  const names = units.map((candidate) => candidate.name).join(', ') || 'none yet';
  throw new AccessFault('unknown_unit', `There is no unit "${name}". Units: ${names}.`);
}
