import type { z } from 'zod';
import type { ResponsePlan } from '@/lib/plan/schema';
import type { Actor } from './context';
import type { Decision } from './decision';
import type { Stage } from './keys';
import type { IncidentState } from './model';

/** One command: what it takes, when it is offered, and what it decides. */
export interface CommandDefinition<Input extends z.ZodType = z.ZodType> {
  input: Input;
  /** Whether it makes sense to offer it now; refusals with reasons stay in `decide`. */
  offered: (state: IncidentState, actor: Actor, plan: ResponsePlan) => boolean;
  /** Part of a larger act of the product (a stored file, the clock); no caller gives it directly. */
  isInternal?: true;
  decide: (decision: Decision, input: z.output<Input>) => void;
}

export function command<Input extends z.ZodType>(
  definition: CommandDefinition<Input>,
): CommandDefinition<Input> {
  return definition;
}

const ENDED: readonly Stage[] = ['closed', 'archived', 'dismissed'];

export const isEnded = (state: IncidentState): boolean => ENDED.includes(state.incident.stage);
export const whileOpen = (state: IncidentState): boolean => !isEnded(state);
