import {
  type PlanPart,
  type PlanPartInput,
  planPartSchema,
  planSchema,
  type ResponsePlan,
  type ResponsePlanInput,
} from '../schema';
import { p01 } from './p01';
import { p02 } from './p02';
import { p03 } from './p03';
import { p04 } from './p04';
import { p05 } from './p05';
import { p06 } from './p06';
import { p07 } from './p07';
import { p26 } from './p26';

const WHOLE: readonly ResponsePlanInput[] = [p01, p02, p03, p04, p06, p07, p26];

const PARTS: readonly PlanPartInput[] = [p05];

/** Written plans an institution may adopt, checked and with their defaults filled in, by key. */
export const presets: ReadonlyMap<string, ResponsePlan> = new Map(
  WHOLE.map((plan) => [plan.key, planSchema.parse(plan)]),
);

/** What the sources hold besides whole plans: rules, a risk register, a report's outline. */
export const planParts: ReadonlyMap<string, PlanPart> = new Map(
  PARTS.map((part) => [part.key, planPartSchema.parse(part)]),
);
