import 'server-only';
import { prisma } from '@/lib/platform/db';

/** A person as an incident's page names them. */
export interface NamedPerson {
  id: string;
  name: string;
  title: string | null;
  phone: string | null;
  unitName: string | null;
  orgName: string;
  roles: string[];
}

/** The people behind these ids, by id, those no longer active included. */
export async function namesOf(ids: Iterable<string>): Promise<Map<string, NamedPerson>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const people = await prisma.user.findMany({
    where: { id: { in: wanted } },
    select: {
      id: true,
      name: true,
      title: true,
      phone: true,
      unit: { select: { name: true } },
      org: { select: { shortName: true } },
      roles: { select: { role: true } },
    },
  });
  return new Map(
    people.map(({ unit, org, roles, ...person }) => [
      person.id,
      {
        ...person,
        unitName: unit?.name ?? null,
        orgName: org.shortName,
        roles: roles.map(({ role }) => role),
      },
    ]),
  );
}

/** Name of an institution as it signs; empty when it does not exist. */
export async function orgNameOf(orgId: string): Promise<string> {
  const org = await prisma.org.findUnique({ where: { id: orgId }, select: { name: true } });
  return org?.name ?? '';
}
