import 'server-only';

export { type Adoption, adoptPreset } from './adopt';
export { findPlan, type ListedPlan, listPlans } from './listing';
export { findPlanToTry, trialOf } from './trial';
export { findCurrentPlan, getPlanVersion, type PinnedPlan } from './versions';
