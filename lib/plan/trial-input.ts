import { z } from 'zod';
import { instant, optionalCategory, optionalInstant } from '@/lib/incident/input';
import { findCommonGrade } from '@/lib/incident/keys';
import { gradingFactsSchema, statedFacts } from './criteria';
import { findLevel } from './grading';
import type { ResponsePlan } from './schema';
import type { TrialCase } from './simulate';
import type { Moments } from './starts';

/** Start events a trial may name besides the moments that have fields of their own. */
const TRIAL_EVENTS = [
  'known',
  'published',
  'event_occurred',
  'opinion_occurred',
  'ordered',
  'oral_reported',
  'graded',
  'resolved',
  'stable',
] as const;

const name = z.string().trim().min(1).max(64);

/** A case as pages and programs state it; grades, scales and categories by key or Chinese label. */
export const trialInput = z.strictObject({
  discoveredAt: instant,
  knownAt: optionalInstant,
  publishedAt: optionalInstant,
  eventOccurredAt: optionalInstant,
  opinionOccurredAt: optionalInstant,
  facts: gradingFactsSchema.default({}),
  opinionGrade: name.nullish(),
  scales: z.record(name, name).default({}),
  eventGrade: name.nullish(),
  category: optionalCategory,
  events: z
    .array(z.strictObject({ type: z.enum(TRIAL_EVENTS), at: instant }))
    .max(50)
    .default([]),
});
export type TrialInput = z.output<typeof trialInput>;

export interface TrialProblem {
  path: string;
  message: string;
}

/**
 * A stated case in the plan's own keys, or what the plan does not know of it. Of several moments
 * for one start event the earliest counts.
 */
export function resolveTrial(
  plan: ResponsePlan,
  given: TrialInput,
): { ok: true; trial: TrialCase } | { ok: false; problems: TrialProblem[] } {
  const problems: TrialProblem[] = [];
  const unknown = (path: string, known: readonly string[]) => {
    problems.push({ path, message: `must be one of ${known.join(', ') || '(none)'}` });
    return null;
  };
  const opinionGrade = given.opinionGrade
    ? (findLevel(plan, given.opinionGrade)?.key ??
      unknown(
        'opinionGrade',
        plan.levels.map((one) => one.key),
      ))
    : null;
  const eventGrade = given.eventGrade
    ? (findCommonGrade(given.eventGrade) ??
      unknown('eventGrade', ['especially_serious', 'serious', 'relatively_serious', 'ordinary']))
    : null;
  const scales: Record<string, string> = {};
  for (const [wanted, value] of Object.entries(given.scales)) {
    const scale = plan.scales.find((one) => one.key === wanted || one.label.zh === wanted);
    const level = scale?.levels.find((one) => one.key === value || one.label.zh === value);
    if (!scale)
      unknown(
        `scales.${wanted}`,
        plan.scales.map((one) => one.key),
      );
    else if (!level)
      unknown(
        `scales.${wanted}`,
        scale.levels.map((one) => one.key),
      );
    else scales[scale.key] = level.key;
  }
  if (problems.length > 0) return { ok: false, problems };
  const facts = statedFacts(given.facts);
  const moments = momentsOf(given);
  const trial = { moments, facts, opinionGrade, scales, eventGrade, category: given.category };
  return { ok: true, trial };
}

function momentsOf(given: TrialInput): Moments {
  const at = (type: (typeof TRIAL_EVENTS)[number], field: string | null = null) =>
    [field, ...given.events.filter((one) => one.type === type).map((one) => one.at)]
      .filter((moment) => moment !== null)
      .sort()[0] ?? null;
  return {
    discovered: given.discoveredAt,
    known: at('known', given.knownAt),
    published: at('published', given.publishedAt),
    event_occurred: at('event_occurred', given.eventOccurredAt),
    opinion_occurred: at('opinion_occurred', given.opinionOccurredAt),
    ordered: at('ordered'),
    oral_reported: at('oral_reported'),
    graded: at('graded'),
    resolved: at('resolved'),
    stable: at('stable'),
  };
}
