import 'server-only';

export { type Adoption, adoptPreset } from './adopt';
export { findCurrentPlan, getPlanVersion, type PinnedPlan } from './versions';
