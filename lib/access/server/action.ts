import 'server-only';
import { createSafeActionClient } from 'next-safe-action';
import { newId } from '@/lib/platform/ids';
import { log } from '@/lib/platform/log';
import type { FieldError, ProblemCode } from '../problem';
import { Problem } from '../problem';
import { findActor } from './session';

/** What an action tells the form that called it when it did not work out. */
export interface ActionFailure {
  code: ProblemCode;
  reason?: string;
  detail?: Record<string, unknown>;
  errors?: FieldError[];
  /** Reference to quote to the operator when the failure was not foreseen. */
  reference?: string;
}

function failureOf(error: Error): ActionFailure {
  if (error instanceof Problem) {
    const { reason, detail, errors, reference } = error.facts;
    return {
      code: error.code,
      ...(reason ? { reason } : {}),
      ...(detail ? { detail } : {}),
      ...(errors ? { errors } : {}),
      ...(reference ? { reference } : {}),
    };
  }
  const reference = newId().slice(-12);
  log.error({ reference, err: error }, 'unexpected fault in an action');
  return { code: 'INTERNAL', reference };
}

/** Actions of people who are signed in: parse, call one domain function, answer. */
export const action = createSafeActionClient({
  handleServerError: failureOf,
}).use(async ({ next }) => {
  const actor = await findActor();
  if (!actor) throw new Problem('UNAUTHENTICATED');
  return next({ ctx: { actor } });
});
