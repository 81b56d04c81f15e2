import type { FieldError, ProblemCode } from './problem';
import { Problem } from './problem';

/** Titles by code; the status is the code's own. */
const TITLES = {
  INVALID_INPUT: 'The request is not valid',
  UNAUTHENTICATED: 'A token is needed',
  FORBIDDEN: 'Not within this person’s rights',
  NOT_FOUND: 'There is no such thing',
  METHOD_NOT_ALLOWED: 'Not to be used in this way',
  CONFLICT: 'Somebody else was faster',
  REFUSED: 'The rules refuse this',
  TOO_LARGE: 'The request is too large',
  RATE_LIMITED: 'Too many requests',
  UNAVAILABLE: 'Not available at the moment',
  INTERNAL: 'An unexpected fault',
} as const satisfies Record<ProblemCode, string>;

/** A failure as `application/problem+json` tells it (RFC 9457). */
export interface ProblemDocument {
  type: 'about:blank';
  title: string;
  status: number;
  code: ProblemCode;
  detail?: string;
  instance: string;
  /** Why the domain refused. */
  reason?: string;
  /** Facts of the refusal: the current version, what is missing. */
  context?: Record<string, unknown>;
  errors?: FieldError[];
  /** To be quoted to the operator. */
  reference?: string;
}

/**
 * The document of a problem. `detail` is a sentence for people; `instance` the path asked for. A
 * grade the plan does not know is told as invalid input: the caller named what does not exist.
 */
export function problemDocument(
  problem: Problem,
  instance: string,
  detail: string | null = null,
): ProblemDocument {
  const { code, facts, status } =
    problem.facts.reason === 'grade_unknown_to_plan'
      ? new Problem('INVALID_INPUT', { errors: [unknownGrade(problem)], ...problem.facts })
      : problem;
  return {
    type: 'about:blank',
    title: TITLES[code],
    status,
    code,
    ...(detail ? { detail } : {}),
    instance,
    ...(facts.reason ? { reason: facts.reason } : {}),
    ...(facts.detail ? { context: facts.detail } : {}),
    ...(facts.errors ? { errors: facts.errors } : {}),
    ...(facts.reference ? { reference: facts.reference } : {}),
  };
}

function unknownGrade({ facts }: Problem) {
  const { grade, known } = facts.detail ?? {};
  const choice = Array.isArray(known) ? `, one of ${known.join(', ')}` : '';
  return { path: 'grade', message: `the plan has no grade ${String(grade)}${choice}` };
}
