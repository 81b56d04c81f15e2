import 'server-only';
import { createSafeActionClient } from 'next-safe-action';
import { COMMAND_TYPES, type CommandType } from '@/lib/incident/commands';
import type { Actor } from '@/lib/incident/context';
import { newId } from '@/lib/platform/ids';
import { log } from '@/lib/platform/log';
import type { FieldError, ProblemCode } from '../problem';
import { Problem } from '../problem';
import { recordDenied } from './record';
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

/** Which command on which incident, as far as the form said; nothing that people typed. */
function attemptOf(input: unknown): { command?: string; incidentId?: string } {
  const { type, incidentId } = (input ?? {}) as { type?: unknown; incidentId?: unknown };
  return {
    ...(typeof type === 'string' && COMMAND_TYPES.includes(type as CommandType)
      ? { command: type }
      : {}),
    ...(typeof incidentId === 'string' ? { incidentId: incidentId.slice(0, 36) } : {}),
  };
}

/** Actions of people who are signed in: parse, call one domain function, answer. */
export const action = createSafeActionClient({
  handleServerError: async (error, { ctx, clientInput }) => {
    const { actor } = ctx as { actor?: Actor };
    if (actor && error instanceof Problem && error.code === 'FORBIDDEN') {
      await recordDenied(actor, attemptOf(clientInput));
    }
    return failureOf(error);
  },
}).use(async ({ next }) => {
  const actor = await findActor();
  if (!actor) throw new Problem('UNAUTHENTICATED');
  return next({ ctx: { actor } });
});
