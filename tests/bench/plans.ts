import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { seedCalendar } from '@/lib/calendar/server';
import { GRADES } from '@/lib/incident/keys';
import { GOVERNMENT_NORMS } from '@/lib/plan/norms';
import { presets } from '@/lib/plan/presets';
import { simulate } from '@/lib/plan/simulate';
import { resolveTrial, trialInput } from '@/lib/plan/trial-input';
import { percentile } from './numbers';

const CASES_PER_PLAN = 40;
const LOADS = 5;

/** Milliseconds to load every preset in a process of its own, the schema being there already. */
const LOADING = `
  await import('./lib/plan/schema.ts');
  const startedAt = performance.now();
  await import('./lib/plan/presets/index.ts');
  console.log(performance.now() - startedAt);
`;

export interface PlanFigures {
  /** Of trying any preset under the norms on a case, parsing included. */
  simulateP95Ms: number;
  /** Median of a few fresh processes. */
  loadMs: number;
}

/** How long it takes to try a plan and to load them all; computation only, no database. */
export async function measurePlans(): Promise<PlanFigures> {
  return { simulateP95Ms: simulateP95(), loadMs: await loadMedian() };
}

function simulateP95(): number {
  const calendar = seedCalendar();
  const times: number[] = [];
  for (const preset of presets.values()) {
    const plan = { ...preset, norms: [...GOVERNMENT_NORMS] };
    for (let index = 0; index < CASES_PER_PLAN; index += 1) {
      const discovered = Date.UTC(2026, 8, 18, 2) + index * 11 * 3_600_000;
      const body = {
        discoveredAt: new Date(discovered).toISOString(),
        publishedAt: new Date(discovered - 3_600_000).toISOString(),
        facts: { reposts: index * 10, views: index * 40, rising: index % 2 === 0 },
        opinionGrade: plan.levels[index % (plan.levels.length + 1)]?.key ?? null,
        eventGrade: GRADES[index % 5] ?? null,
      };
      const startedAt = performance.now();
      const resolved = resolveTrial(plan, trialInput.parse(body));
      if (!resolved.ok) throw new Error(`${plan.key}: ${JSON.stringify(resolved.problems)}`);
      simulate(plan, resolved.trial, calendar);
      times.push(performance.now() - startedAt);
    }
  }
  return percentile(times, 95);
}

async function loadMedian(): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < LOADS; index += 1) {
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...['--conditions=react-server', '--import', 'tsx'],
      ...['--input-type=module', '--eval', LOADING],
    ]);
    times.push(Number(stdout.trim()));
  }
  return percentile(times, 50);
}
