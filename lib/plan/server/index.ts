import 'server-only';

export { type Adoption, adoptPreset } from './adopt';
export { type AdoptedPlan, findAdoptedPlan, findCalendarOf, listAdoptedPlans } from './adopted';
export { type DraftSummary, type DraftView, getDraft, listDrafts } from './draft-view';
export {
  adoptAsDraft,
  type DraftMark,
  discardDraft,
  editDraft,
  importDraft,
  startDraft,
} from './drafts';
export {
  compareVersions,
  getPlanForPage,
  getVersion,
  listVersions,
  type PlanPage,
  type PlanVersionRow,
} from './history';
export { findPlan, getPlanToExport, type ListedPlan, listPlans } from './offered';
export { type PublishedPlan, publishDraft, returnDraft, submitDraft } from './publishing';
export { findingSentence, planProblem } from './sentences';
export { findPlanToTry, trialOf } from './trial';
export { type CheckedFile, checkPlanFile } from './validate';
export { findCurrentPlan, getPlanVersion, type PinnedPlan } from './versions';
