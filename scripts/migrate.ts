import { applyMigrations } from '@/lib/platform/migrate';

const { DATABASE_URL: appUrl, MIGRATE_DATABASE_URL: ownerUrl } = process.env;

if (!appUrl || !ownerUrl) {
  console.error(
    'Set MIGRATE_DATABASE_URL (the owner of the tables) and DATABASE_URL (the role of the product).\n' +
      'Without them `npm run up` migrates the embedded database by itself.',
  );
  process.exit(1);
}

try {
  const appRole = decodeURIComponent(new URL(appUrl).username);
  const applied = await applyMigrations({ ownerUrl, appRole });
  for (const name of applied) console.log(`applied ${name}`);
  if (applied.length === 0) console.log('the database is up to date');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
