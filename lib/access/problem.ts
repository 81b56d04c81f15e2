import type { RosterRefusalCode } from '@/lib/duty/refusal';
import type { GroupRefusalCode } from '@/lib/group/refusal';
import type { RefusalCode, RefusalDetail } from '@/lib/incident/refusal';
import type { AccountRefusalCode, UnitRefusalCode } from '@/lib/org/refusal';
import type { PlanRefusalCode } from '@/lib/plan/refusal';
import type { ShiftRefusalCode } from '@/lib/shift/refusal';
import type { WorkshopRefusalCode } from '@/lib/wording/refusal';

/** Stable codes of what can go wrong at the edge, with the HTTP status each is told with. */
export const PROBLEM_STATUS = {
  INVALID_INPUT: 422,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  CONFLICT: 409,
  REFUSED: 409,
  TOO_LARGE: 413,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
  INTERNAL: 500,
} as const;
export type ProblemCode = keyof typeof PROBLEM_STATUS;

export interface FieldError {
  path: string;
  message: string;
  /** Stable code and place in a file that was handed in, where the message is a sentence. */
  code?: string;
  line?: number;
  column?: number;
}

interface ProblemFacts {
  /** Why the domain refused, for `REFUSED` and `CONFLICT`. */
  reason?:
    | RefusalCode
    | PlanRefusalCode
    | RosterRefusalCode
    | ShiftRefusalCode
    | GroupRefusalCode
    | AccountRefusalCode
    | UnitRefusalCode
    | WorkshopRefusalCode;
  detail?: RefusalDetail;
  errors?: FieldError[];
  /** Reference a user can quote to the operator, for `INTERNAL`. */
  reference?: string;
}

/** An expected failure: says what happened, changed nothing. Anything else is a defect. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly facts: ProblemFacts = {},
  ) {
    super(facts.reason ? `${code}: ${facts.reason}` : code);
    this.name = 'Problem';
  }

  get status(): number {
    return PROBLEM_STATUS[this.code];
  }
}

interface Issue {
  path: PropertyKey[];
  message: string;
  /** Names of fields a strict object does not know. */
  keys?: readonly string[];
}

const MOST_ERRORS = 50;

/** Issues of a failed parse as field errors with dotted paths; at most 50 of them. */
export function invalidInput(issues: readonly Issue[]): Problem {
  const errors = issues.flatMap(({ path, message, keys }) =>
    keys
      ? keys.map((key) => ({ path: pathOf([...path, key]), message: 'unknown field' }))
      : [{ path: pathOf(path), message }],
  );
  return new Problem('INVALID_INPUT', { errors: errors.slice(0, MOST_ERRORS) });
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.map((part) => String(part).slice(0, 80)).join('.');
}
