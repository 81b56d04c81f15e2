import { runChecks } from './checks.mjs';
import { arePackagesInstalled, installPackages } from './setup.mjs';
import { failWith, step } from './steps.mjs';

try {
  if (!arePackagesInstalled()) await step('Installing the npm packages', () => installPackages());
  const { failed } = await runChecks();
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  failWith(error);
}
