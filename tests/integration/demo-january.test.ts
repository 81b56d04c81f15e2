import { afterAll, beforeAll, it } from 'vitest';
import { prisma } from '@/lib/platform/db';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { expectSound, type LoadedDemo, loadedDemo } from '../support/demo';

/** 00:40 on a Sunday of a year whose holiday notice is not loaded. */
const NOW = '2027-01-02T16:40:00.000Z';

let database: TestDatabase;
let demo: LoadedDemo;

beforeAll(async () => {
  database = await createTestDatabase();
  demo = await loadedDemo(NOW);
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

it('loads in January, past midnight, with histories that begin in the old year', async () => {
  await expectSound(demo, NOW);
});
