import { z } from 'zod';
import { MEDIA_TIERS, type MediaTier } from '@/lib/incident/keys';

/** What is known of an incident when a grade is suggested; absent = not known. */
export interface GradingFacts {
  reposts?: number;
  items?: number;
  views?: number;
  comments?: number;
  mediaTier?: MediaTier;
  crossRegion?: boolean;
  imageImpact?: 'small' | 'large';
  keySubject?: boolean;
  casualties?: number;
  rising?: boolean;
}

const COUNTS = ['reposts', 'items', 'views', 'comments', 'casualties'] as const;
const YES_NO = ['crossRegion', 'keySubject', 'rising'] as const;

export type Criterion =
  | { all: Criterion[] }
  | { any: Criterion[] }
  | { count: (typeof COUNTS)[number]; atLeast?: number | undefined; atMost?: number | undefined }
  | { mediaTier: MediaTier[] }
  | { is: (typeof YES_NO)[number]; value: boolean }
  | { imageImpact: 'small' | 'large' }
  | { manual: { zh: string; en: string } };

export const criterionSchema: z.ZodType<Criterion> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(criterionSchema).min(1) }),
    z.strictObject({ any: z.array(criterionSchema).min(1) }),
    z.strictObject({
      count: z.enum(COUNTS),
      atLeast: z.number().optional(),
      atMost: z.number().optional(),
    }),
    z.strictObject({ mediaTier: z.array(z.enum(MEDIA_TIERS)).min(1) }),
    z.strictObject({ is: z.enum(YES_NO), value: z.boolean() }),
    z.strictObject({ imageImpact: z.enum(['small', 'large']) }),
    z.strictObject({ manual: z.strictObject({ zh: z.string(), en: z.string() }) }),
  ]),
);

export interface Finding {
  result: boolean | null;
  /** Leaves that decided a true answer. */
  reasons: Criterion[];
  /** Leaves nobody can answer yet. */
  missing: Criterion[];
}

function leaf(criterion: Criterion, result: boolean | null): Finding {
  return {
    result,
    reasons: result ? [criterion] : [],
    missing: result === null ? [criterion] : [],
  };
}

/**
 * Evaluates one criterion with three answers: holds, does not hold, not known yet (null). A branch
 * that only a person can judge (`manual`) is not known.
 */
export function evaluate(criterion: Criterion, facts: GradingFacts): Finding {
  if ('all' in criterion) return combine(criterion.all, facts, false);
  if ('any' in criterion) return combine(criterion.any, facts, true);
  if ('count' in criterion) {
    const value = facts[criterion.count];
    if (value === undefined) return leaf(criterion, null);
    const enough = criterion.atLeast === undefined || value >= criterion.atLeast;
    const within = criterion.atMost === undefined || value <= criterion.atMost;
    return leaf(criterion, enough && within);
  }
  if ('mediaTier' in criterion) {
    return leaf(
      criterion,
      facts.mediaTier === undefined ? null : criterion.mediaTier.includes(facts.mediaTier),
    );
  }
  if ('is' in criterion) {
    const value = facts[criterion.is];
    return leaf(criterion, value === undefined ? null : value === criterion.value);
  }
  if ('imageImpact' in criterion) {
    const value = facts.imageImpact;
    return leaf(criterion, value === undefined ? null : value === criterion.imageImpact);
  }
  return leaf(criterion, null);
}

/** AND and OR are one rule: a `decisive` answer in any branch settles it, a gap leaves it open. */
function combine(branches: Criterion[], facts: GradingFacts, decisive: boolean): Finding {
  const findings = branches.map((branch) => evaluate(branch, facts));
  const settled = findings.some((one) => one.result === decisive);
  const open = findings.some((one) => one.result === null);
  const result = settled ? decisive : open ? null : !decisive;
  return {
    result,
    reasons: result ? findings.filter((one) => one.result).flatMap((one) => one.reasons) : [],
    missing: result === null ? findings.flatMap((one) => one.missing) : [],
  };
}
