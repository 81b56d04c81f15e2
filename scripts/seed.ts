import { prisma } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { loadDemo } from '../prisma/seed/load';

/** Loads the demo data into an empty, migrated database; called by `npm run up`. */
async function main(): Promise<void> {
  if (!env().DEMO) throw new Error('Demo data loads only where DEMO=1 says so.');
  const startedMs = Date.now();
  const { world, incidents } = await loadDemo(new Date(startedMs).toISOString());
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
  console.log(
    `Demo data: ${Object.keys(world.orgs).length} institutions, ` +
      `${Object.keys(world.people).length} people, ${Object.keys(incidents).length} incidents in ${seconds} s`,
  );
}

try {
  await main();
} finally {
  await prisma.$disconnect();
}
