import { adoptPreset } from '@/lib/plan/server';
import { prisma } from '@/lib/platform/db';

/** Beside the product under test: one more plan in use at a person's institution, once. */
const [username = '', presetKey = ''] = process.argv.slice(2);
const { orgId } = await prisma.user.findFirstOrThrow({ where: { username } });
const known = orgId && (await prisma.responsePlan.findFirst({ where: { orgId, key: presetKey } }));
if (orgId && !known) {
  const at = new Date().toISOString();
  await prisma.$transaction((tx) =>
    adoptPreset(tx, { orgId, presetKey, isDefault: false, publishedBy: null, at }),
  );
}
await prisma.$disconnect();
