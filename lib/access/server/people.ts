import 'server-only';
import { AccessFault } from '@/lib/access/fault';
import { DEMO_PASSWORD, passwordFault } from '@/lib/access/password-policy';
import { ROLES, type Role, rolesCombine } from '@/lib/access/roles';
import type { AuditActor } from '@/lib/audit/envelope';
import { type Db, prisma } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { newId } from '@/lib/platform/ids';
import { hashPassword } from './password';
import { recordChange } from './record';
import { revokeSessionsOf } from './user-session';

export interface NewPerson {
  orgId: string;
  unitId?: string | null;
  /** Stored in lower case; letters, digits, dot, hyphen, underscore. */
  username: string;
  name: string;
  title?: string | null;
  phone?: string | null;
  roles: readonly string[];
  password: string;
}

const USERNAME = /^[a-z0-9][a-z0-9._-]{1,39}$/;

const PASSWORD_SENTENCES = {
  too_short: 'The password has fewer than 10 characters.',
  too_long: 'The password has more than 200 characters.',
  too_common: 'The password is one of those that are tried first.',
  contains_username: 'The password contains the username.',
} as const;

/**
 * Creates an account and records it under the institution. Returns the person's id.
 * Throws `AccessFault`: roles that do not exist or do not combine (三员分立), a username that is
 * taken or not usable, a refused password, a unit of another institution.
 */
export async function createUser(given: NewPerson, by: AuditActor): Promise<string> {
  const username = given.username.trim().toLowerCase();
  if (!USERNAME.test(username)) {
    throw new AccessFault(
      'username_invalid',
      'A username has 2 to 40 letters, digits, dots, hyphens or underscores.',
    );
  }
  const name = given.name.trim();
  if (name.length === 0 || name.length > 80) {
    throw new AccessFault('name_invalid', 'A name has 1 to 80 characters.');
  }
  const roles = checkRoles(given.roles);
  const passwordHash = await hashNewPassword(given.password, username);
  const { orgId, unitId = null, title = null, phone = null } = given;
  return prisma.$transaction(async (tx) => {
    await requireUnit(tx, orgId, unitId);
    if (await tx.user.findUnique({ where: { username }, select: { id: true } })) {
      throw new AccessFault('username_taken', `The username ${username} is taken.`);
    }
    const id = newId();
    await tx.user.create({
      data: { id, orgId, unitId, username, name, title, phone, passwordHash },
    });
    await tx.userRole.createMany({ data: roles.map((role) => ({ userId: id, role })) });
    await recordChange(tx, orgId, 'org.userCreated', by, { userId: id, unitId, roles });
    return id;
  });
}

/** The roles without repetition. Throws `AccessFault` for an unknown one or a barred combination. */
export function checkRoles(given: readonly string[]): Role[] {
  const unknown = given.find((role) => !ROLES.some((known) => known === role));
  if (unknown !== undefined || given.length === 0) {
    const said =
      unknown === undefined ? 'A person needs a role.' : `There is no role "${unknown}".`;
    throw new AccessFault('unknown_role', `${said} Roles: ${ROLES.join(', ')}.`);
  }
  const roles = ROLES.filter((role) => given.includes(role));
  if (!rolesCombine(roles)) {
    throw new AccessFault(
      'roles_do_not_combine',
      'sysadmin, secadmin and audit_admin stand alone: not with each other, nor with another role.',
    );
  }
  return roles;
}

/** Replaces the roles of a person; they hold from the next request on. */
export async function setRoles(
  userId: string,
  given: readonly string[],
  by: AuditActor,
): Promise<void> {
  const roles = checkRoles(given);
  await prisma.$transaction(async (tx) => {
    const { orgId } = await requireUser(tx, userId);
    const before = await tx.userRole.findMany({ where: { userId }, orderBy: { role: 'asc' } });
    await tx.userRole.deleteMany({ where: { userId } });
    await tx.userRole.createMany({ data: roles.map((role) => ({ userId, role })) });
    const payload = { userId, roles, previous: before.map(({ role }) => role) };
    await recordChange(tx, orgId, 'org.rolesChanged', by, payload);
  });
}

/** Gives a new password, ends the lock and all sessions. */
export async function setPassword(userId: string, password: string, by: AuditActor): Promise<void> {
  const { username } = await requireUser(prisma, userId);
  const passwordHash = await hashNewPassword(password, username);
  await prisma.$transaction(async (tx) => {
    const { orgId } = await tx.user.update({
      where: { id: userId },
      data: { passwordHash, failedSignIns: 0, lockedUntil: null },
    });
    await recordChange(tx, orgId, 'org.passwordSet', by, { userId });
  });
  await revokeSessionsOf(userId, by);
}

/** Ends the lock that failed sign-ins caused. */
export async function unlockUser(userId: string, by: AuditActor): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const { orgId } = await requireUser(tx, userId);
    await tx.user.update({
      where: { id: userId },
      data: { failedSignIns: 0, lockedUntil: null },
    });
    await recordChange(tx, orgId, 'org.userUnlocked', by, { userId });
  });
}

/** Lets a person in or keeps them out; keeping out ends all sessions. Nothing they did is removed. */
export async function setActive(userId: string, active: boolean, by: AuditActor): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const { orgId } = await requireUser(tx, userId);
    await tx.user.update({ where: { id: userId }, data: { active } });
    const type = active ? 'org.userActivated' : 'org.userDeactivated';
    await recordChange(tx, orgId, type, by, { userId });
  });
  if (!active) await revokeSessionsOf(userId, by);
}

/** The id of the person with this username. Throws `AccessFault`. */
export async function findUserId(username: string): Promise<string> {
  const user = await prisma.user.findUnique({
    where: { username: username.trim().toLowerCase() },
    select: { id: true },
  });
  if (!user) throw new AccessFault('unknown_user', `There is no person "${username}".`);
  return user.id;
}

/** The people whom the sign-in page offers; none unless demo data is loaded. */
export async function listDemoPeople() {
  if (!env().DEMO) return [];
  const people = await prisma.user.findMany({
    where: { isDemo: true, active: true },
    select: { username: true, name: true, roles: { select: { role: true } } },
    orderBy: { id: 'asc' },
  });
  return people.map(({ username, name, roles }) => ({
    username,
    name,
    password: DEMO_PASSWORD,
    roles: ROLES.filter((role) => roles.some((held) => held.role === role)),
  }));
}

async function hashNewPassword(password: string, username: string): Promise<string> {
  const fault = passwordFault(password, username);
  if (fault) throw new AccessFault('password_refused', PASSWORD_SENTENCES[fault]);
  return hashPassword(password);
}

async function requireUser(db: Db, userId: string) {
  const user = await db.user.findUnique({ where: { id: userId } });
  if (!user) throw new AccessFault('unknown_user', 'There is no such person.');
  return user;
}

async function requireUnit(tx: Db, orgId: string, unitId: string | null): Promise<void> {
  if (!(await tx.org.findUnique({ where: { id: orgId }, select: { id: true } }))) {
    throw new AccessFault('unknown_org', 'There is no such institution.');
  }
  if (unitId === null) return;
  if (!(await tx.unit.findFirst({ where: { id: unitId, orgId }, select: { id: true } }))) {
    throw new AccessFault('unknown_unit', 'The institution has no such unit.');
  }
}
