import { afterAll, beforeAll, it } from 'vitest';
import { prisma } from '@/lib/platform/db';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { expectSound, type LoadedDemo, loadedDemo } from '../support/demo';

/** A Tuesday, 19:25, before the long story of September can have ended. */
const NOW = '2026-09-22T11:25:00.000Z';

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

it('loads on an evening in September, with an earlier make-up day', async () => {
  await expectSound(demo, NOW);
});
