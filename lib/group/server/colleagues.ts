import 'server-only';
import { prisma } from '@/lib/platform/db';

/** Active people of an institution who work on incidents, by unit and account. */
export async function listColleagues(orgId: string) {
  const people = await prisma.user.findMany({
    where: {
      orgId,
      active: true,
      NOT: { roles: { some: { role: { in: ['sysadmin', 'secadmin', 'audit_admin'] } } } },
    },
    orderBy: [{ unit: { position: 'asc' } }, { username: 'asc' }],
    take: 1000,
    select: { id: true, name: true, title: true, phone: true, unit: { select: { name: true } } },
  });
  return people.map(({ unit, ...person }) => ({ ...person, unit: unit?.name ?? null }));
}
