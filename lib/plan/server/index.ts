import 'server-only';

export { type Adoption, adoptPreset } from './adopt';
export { type AdoptedPlan, findCalendarOf, listAdoptedPlans } from './adopted';
export { type DraftEditor, loadDraftEditor } from './draft-editor';
export { readRecordedDrafts } from './draft-record';
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
  listVersions,
  type PlanPage,
  type PlanVersionRow,
} from './history';
export { listLevelNames, withPlanNames } from './names';
export { findPlan, getPlanToExport, type ListedPlan, listPlans } from './offered';
export { type PublishedPlan, publishDraft, returnDraft, submitDraft } from './publishing';
export { findingSentence } from './sentences';
export { findPlanToTry, trialOf, trialOfDraft } from './trial';
export { type CheckedFile, checkPlanFile } from './validate';
export { findCurrentPlan, getPlanVersion, type PinnedPlan } from './versions';
