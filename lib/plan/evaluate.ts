import type { Criterion, GradingFacts } from './criteria';

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
  if ('category' in criterion) {
    const { category } = facts;
    return leaf(criterion, category === undefined ? null : criterion.category.includes(category));
  }
  if ('imageImpact' in criterion) {
    const value = facts.imageImpact;
    return leaf(criterion, value === undefined ? null : value === criterion.imageImpact);
  }
  return leaf(criterion, (criterion.key ? facts.judged?.[criterion.key] : null) ?? null);
}

/** Leaves of a criterion, in the order they are written. */
export function leavesOf(criterion: Criterion): Criterion[] {
  if ('all' in criterion) return criterion.all.flatMap(leavesOf);
  if ('any' in criterion) return criterion.any.flatMap(leavesOf);
  return [criterion];
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
