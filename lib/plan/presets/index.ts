import {
  type PlanPart,
  type PlanPartInput,
  planPartSchema,
  planSchema,
  type ResponsePlan,
  type ResponsePlanInput,
} from '../schema';
import { p26 } from './p26';

const WHOLE: readonly ResponsePlanInput[] = [p26];

const PARTS: readonly PlanPartInput[] = [];

/** Written plans an institution may adopt, checked and with their defaults filled in, by key. */
export const presets: ReadonlyMap<string, ResponsePlan> = new Map(
  WHOLE.map((plan) => [plan.key, planSchema.parse(plan)]),
);

/** What the sources hold besides whole plans: rules, a risk register, a report's outline. */
export const planParts: ReadonlyMap<string, PlanPart> = new Map(
  PARTS.map((part) => [part.key, planPartSchema.parse(part)]),
);
