import type { GradingFacts } from '@/lib/plan/criteria';
import {
  type GradeSuggestion,
  type Judged,
  type JudgedLevel,
  suggestGrade,
  suggestScales,
} from '@/lib/plan/grading';
import { factsOfMentions } from './mention-facts';
import type { Flags, IncidentState } from './model';
import { increases } from './worsening';

/** What is on record of an incident before anybody assesses it: its mentions and its category. */
export function knownFacts({
  mentions,
  incident: { category },
}: Pick<IncidentState, 'mentions' | 'incident'>): GradingFacts {
  return { ...factsOfMentions(mentions), ...(category ? { category } : {}) };
}

export interface Suggestion {
  grade: GradeSuggestion;
  /** By the key of the scale, where it has criteria. */
  scales: Record<string, GradeSuggestion>;
  /** What it was made from. */
  facts: GradingFacts;
}

/**
 * Suggests the grade and the second scales of an incident. Of the flags of the quick log only
 * 在升温 says the same as a criterion; it stands in where nobody stated otherwise, and is left
 * aside where it would lower a level. That media took it up names no tier.
 *
 * @param facts stated facts over the known ones
 */
export function suggest(
  plan: Judged,
  facts: GradingFacts,
  flags: Pick<Flags, 'rising'>,
): Suggestion {
  const plain = suggestFrom(plan, facts);
  if (!flags.rising || facts.rising !== undefined) return plain;
  const flagged = suggestFrom(plan, { ...facts, rising: true });
  const scales = plan.scales.flatMap(({ key, levels }) => {
    const [without, raised] = [plain.scales[key], flagged.scales[key]];
    return without && raised ? [[key, higher(levels, raised, without)] as const] : [];
  });
  return {
    grade: higher(plan.levels, flagged.grade, plain.grade),
    scales: Object.fromEntries(scales),
    facts: flagged.facts,
  };
}

const suggestFrom = (plan: Judged, facts: GradingFacts): Suggestion => ({
  grade: suggestGrade(plan, facts),
  scales: suggestScales(plan, facts),
  facts,
});

/** The first, unless the second is graver. */
function higher(
  levels: readonly JudgedLevel[],
  first: GradeSuggestion,
  second: GradeSuggestion,
): GradeSuggestion {
  const rank = ({ grade }: GradeSuggestion) => levels.find((one) => one.key === grade)?.rank ?? -1;
  return rank(first) >= rank(second) ? first : second;
}

/** What an assessment kept of its suggestion, as far as it can be read. */
export interface KeptSuggestion {
  reasons: GradeSuggestion['reasons'];
  missing: GradeSuggestion['missing'];
  facts: GradingFacts;
  scales: Record<string, GradeSuggestion>;
}

export function keptSuggestion(
  assessment: { suggestionReasons: unknown } | undefined,
): KeptSuggestion | null {
  if (!assessment) return null;
  const kept = (assessment.suggestionReasons ?? {}) as Partial<KeptSuggestion>;
  const { reasons = [], missing = [], facts = {}, scales = {} } = kept;
  return { reasons, missing, facts, scales };
}

/**
 * What a form of assessment starts with: what the last one stated, counts and media tier never
 * below what the mentions show by now.
 */
export function factsToStartWith(
  state: Pick<IncidentState, 'mentions' | 'incident' | 'assessments'>,
) {
  const last = keptSuggestion(state.assessments.at(-1))?.facts ?? {};
  const { rising } = state.incident.flags;
  return higherFacts({ ...(rising ? { rising } : {}), ...last }, factsOfMentions(state.mentions));
}

function higherFacts(stated: GradingFacts, seen: GradingFacts): GradingFacts {
  const facts: GradingFacts = { ...stated };
  for (const { fact, after } of increases(stated, seen)) Object.assign(facts, { [fact]: after });
  return { ...seen, ...facts };
}
