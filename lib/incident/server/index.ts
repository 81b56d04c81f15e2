import 'server-only';

export { aggregateOf } from './aggregate';
export { revealAuthor } from './author';
export {
  type ChangeOptions,
  type ChangeOutcome,
  type ChangeRequest,
  type ChangeResult,
  type Claim,
  changeClaimed,
  changeIncident,
  changeIncidents,
} from './change';
export {
  type DeskDeadline,
  findByUrl,
  loadOwnDesk,
  recentDeskIncidents,
  recentOwnDesk,
} from './desk';
export { type DeskDuty, type DutyPerson, type DutyTurn, findDuty, recentDuty } from './desk-duty';
export type { Todo, TodoKind } from './desk-todos';
export { loadDirectory } from './directory';
export { type DirectoryAhead, loadDirectoryAhead } from './directory-ahead';
export { EXPORT_FORMATS, type Export, exportTimeline } from './export';
export { idempotent } from './idempotency';
export { streamOf } from './keys';
export {
  type ListedIncident,
  type ListFilters,
  listCounted,
  listFilters,
  listIncidents,
  type NamedIncident,
} from './list';
export { loadMany } from './load';
export { type LogForm, loadLogForm } from './log-form';
export { type NamedPerson, namesOf, orgNameOf } from './people';
export { noteWriting, type OtherWriter, type WritingNow } from './presence';
export { type Preview, previewChange } from './preview';
export { previewAnswer } from './preview-answer';
export { replay } from './replay';
export { listRegister, type RegisteredRun } from './review-register';
export {
  listWaitingSignatures,
  loadSignatureCard,
  type SignatureCard,
  type SignatureStep,
  type WaitingSignature,
} from './signatures';
export { readTimeline, type TimelineItem } from './timeline';
export { getIncident, type IncidentView } from './view';
export { visibleTo } from './visible';
export {
  type DecisionKind,
  listGivenSignatures,
  listSubmittedRuns,
  listWaitingDecisions,
  type WaitingDecision,
} from './waiting';
