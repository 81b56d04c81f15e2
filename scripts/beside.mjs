/**
 * Loaded first (`node --import`) into command lines that work beside a running instance:
 * gives them its database and secrets.
 */
import { dataDirectory, productEnvironment, runningDatabase } from './environment.mjs';
import { PlainError } from './steps.mjs';

try {
  const dataDir = dataDirectory();
  const database = runningDatabase(dataDir);
  Object.assign(process.env, productEnvironment(dataDir, database));
  if (database.ownerUrl) process.env.MIGRATE_DATABASE_URL = database.ownerUrl;
} catch (error) {
  console.error(error instanceof PlainError ? error.message : error);
  process.exit(1);
}
