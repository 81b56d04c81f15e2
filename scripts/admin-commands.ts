import { parseArgs } from 'node:util';
import {
  ADMIN_ACTOR,
  createToken,
  createUser,
  findUserId,
  generatePassword,
  setActive,
  setPassword,
  setRoles,
  unlockUser,
} from '@/lib/access/server';
import { formatLocal, parseInstant } from '@/lib/calendar/instant';
import {
  createOrg,
  createUnit,
  type DemoClock,
  findOrg,
  findUnit,
  moveDemoClock,
  namePrincipal,
  readDemoClock,
} from '@/lib/org/server';

/** What was typed cannot be understood; the usage line follows the message. */
export class UsageError extends Error {}

export interface AdminCommand {
  usage: string;
  /** Does it, and answers with the lines to print. */
  run(args: string[]): Promise<string[]>;
}

/** The administrator's command lines by topic and verb. */
export const ADMIN_COMMANDS: Readonly<Record<string, AdminCommand>> = {
  'org create': {
    usage: 'org create --name NAME --code CODE [--parent CODE] [--kind KIND] [--short NAME]',
    async run(args) {
      const given = read(args, ['name', 'code'], ['parent', 'kind', 'short']);
      const parentId = given.parent === undefined ? null : (await findOrg(given.parent)).id;
      const { name, code, kind, short: shortName } = given;
      const id = await createOrg(
        { name, code, parentId, ...(kind ? { kind } : {}), ...(shortName ? { shortName } : {}) },
        ADMIN_ACTOR,
      );
      return [`created ${name} (${code}) with plan p26 and the national calendar`, id];
    },
  },
  'unit create': {
    usage: 'unit create --org CODE --name NAME',
    async run(args) {
      const { org, name } = read(args, ['org', 'name'], []);
      const { id: orgId, name: orgName } = await findOrg(org);
      const id = await createUnit(orgId, name, ADMIN_ACTOR);
      return [`created ${name} of ${orgName}`, id];
    },
  },
  'unit principal': {
    usage: 'unit principal --org CODE --unit NAME --username U',
    async run(args) {
      const { org, unit, username } = read(args, ['org', 'unit', 'username'], []);
      const { id: orgId, name } = await findOrg(org);
      await namePrincipal(await findUnit(orgId, unit), await findUserId(username), ADMIN_ACTOR);
      return [`${username} heads ${unit} of ${name} and signs what it feeds back`];
    },
  },
  'user create': {
    usage:
      'user create --username U --name NAME --role ROLE[,ROLE] --org CODE [--unit NAME] [--title T] [--password P]',
    run: createPerson,
  },
  'user roles': {
    usage: 'user roles --username U --role ROLE[,ROLE]',
    async run(args) {
      const { username, role } = read(args, ['username', 'role'], []);
      await setRoles(await findUserId(username), splitList(role), ADMIN_ACTOR);
      return [`${username} now has: ${splitList(role).join(', ')}`];
    },
  },
  'user password': {
    usage: 'user password --username U [--password P]',
    async run(args) {
      const { username, password } = read(args, ['username'], ['password']);
      const id = await findUserId(username);
      const chosen = password ?? generatePassword();
      await setPassword(id, chosen, ADMIN_ACTOR);
      const done = `${username} has a new password; open sessions ended`;
      return password === undefined ? [done, `password: ${chosen}`] : [done];
    },
  },
  'user unlock': {
    usage: 'user unlock --username U',
    async run(args) {
      const { username } = read(args, ['username'], []);
      await unlockUser(await findUserId(username), ADMIN_ACTOR);
      return [`${username} is unlocked`];
    },
  },
  'user deactivate': {
    usage: 'user deactivate --username U',
    async run(args) {
      const { username } = read(args, ['username'], []);
      await setActive(await findUserId(username), false, ADMIN_ACTOR);
      return [`${username} can no longer sign in; open sessions ended`];
    },
  },
  'user activate': {
    usage: 'user activate --username U',
    async run(args) {
      const { username } = read(args, ['username'], []);
      await setActive(await findUserId(username), true, ADMIN_ACTOR);
      return [`${username} can sign in`];
    },
  },
  'token create': {
    usage: 'token create --user U --name T [--scope S[,S]]',
    async run(args) {
      const { user, name, scope } = read(args, ['user', 'name'], ['scope']);
      const scopes = scope === undefined ? [] : splitList(scope);
      const token = await createToken(await findUserId(user), name, scopes);
      return [`token ${name} of ${user}; it is shown this once:`, token];
    },
  },
  'clock show': {
    usage: 'clock show',
    async run(args) {
      read(args, [], []);
      return clockLines(await readDemoClock());
    },
  },
  'clock set': {
    usage: 'clock set ISO (for example 2026-11-22T10:12:00+08:00)',
    async run(args) {
      const [text = '', ...more] = args;
      const wantedMs = readInstant(more.length === 0 ? text : '');
      return clockLines(await moveDemoClock((_, realMs) => wantedMs - realMs, ADMIN_ACTOR));
    },
  },
  'clock advance': {
    usage: 'clock advance 2h (or 30m, 1d, 90s, 1h30m)',
    async run(args) {
      const byMs = readDuration(args.length === 1 ? (args[0] ?? '') : '');
      return clockLines(await moveDemoClock((offsetMs) => offsetMs + byMs, ADMIN_ACTOR));
    },
  },
  'clock reset': {
    usage: 'clock reset',
    async run(args) {
      read(args, [], []);
      return clockLines(await moveDemoClock(() => 0, ADMIN_ACTOR));
    },
  },
};

async function createPerson(args: string[]): Promise<string[]> {
  const given = read(args, ['username', 'name', 'role', 'org'], ['unit', 'title', 'password']);
  const { id: orgId, name: orgName } = await findOrg(given.org);
  const unitId = given.unit === undefined ? null : await findUnit(orgId, given.unit);
  const password = given.password ?? generatePassword();
  const { username, name, title = null } = given;
  const roles = splitList(given.role);
  await createUser({ orgId, unitId, username, name, title, roles, password }, ADMIN_ACTOR);
  const done = `created ${username} (${roles.join(', ')}) at ${orgName}`;
  return given.password === undefined ? [done, `password: ${password}`] : [done];
}

function clockLines({ business, real, offsetMs }: DemoClock): string[] {
  return [
    `business time ${business} (${formatLocal(business)} in Shanghai)`,
    `real time     ${real}`,
    `offset        ${offsetMs / 1000} s`,
  ];
}

/** Named options, all single texts. A role or scope given twice counts as a list. */
function read<R extends string, O extends string>(
  args: string[],
  required: readonly R[],
  optional: readonly O[],
): Record<R, string> & Partial<Record<O, string>> {
  const names = [...required, ...optional];
  const options = Object.fromEntries(
    names.map((name) => [name, { type: 'string', multiple: true } as const]),
  );
  const values = parse(args, options);
  const given: Partial<Record<string, string>> = {};
  for (const name of names) {
    const texts = values[name];
    if (texts === undefined) continue;
    const isList = name === 'role' || name === 'scope';
    if (texts.length > 1 && !isList) throw new UsageError(`--${name} is given twice.`);
    given[name] = texts.join(',');
  }
  const missing = required.filter((name) => !given[name]?.trim());
  if (missing.length > 0) {
    throw new UsageError(`Missing: ${missing.map((name) => `--${name}`).join(', ')}.`);
  }
  return given as Record<R, string> & Partial<Record<O, string>>;
}

function parse(
  args: string[],
  options: Record<string, { type: 'string'; multiple: true }>,
): Record<string, string[] | undefined> {
  try {
    return parseArgs({ args, options, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function splitList(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

function readInstant(text: string): number {
  try {
    return parseInstant(text);
  } catch {
    throw new UsageError('Give one ISO 8601 time with its zone.');
  }
}

const UNIT_MS = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 } as const;

function readDuration(text: string): number {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)([dhms])/g)];
  const isWhole = parts.map(([part]) => part).join('') === text && text !== '';
  if (!isWhole) throw new UsageError('Give one duration, such as 2h or 1h30m.');
  return parts.reduce((sum, [, amount, unit]) => {
    return sum + Number(amount) * UNIT_MS[unit as keyof typeof UNIT_MS];
  }, 0);
}
