import { planSchema, type ResponsePlan, type ResponsePlanInput } from '../schema';
import { p26 } from './p26';

const inputs: readonly ResponsePlanInput[] = [p26];

/** The written plans that come with the product, checked and with defaults filled in. */
export const presets: ReadonlyMap<string, ResponsePlan> = new Map(
  inputs.map((input) => [input.key, planSchema.parse(input)]),
);
