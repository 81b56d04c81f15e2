import 'server-only';

export {
  type ChangeOptions,
  type ChangeOutcome,
  type ChangeRequest,
  type ChangeResult,
  changeIncident,
  changeIncidents,
} from './change';
export { loadDirectory } from './directory';
export { loadKeys, openEvent, openPayload, streamOf } from './keys';
export {
  countIncidents,
  type ListedIncident,
  type ListFilters,
  listFilters,
  listIncidents,
} from './list';
export { loadMany } from './load';
export { allowedCommands, getIncident, type IncidentView } from './view';
export { visibleTo } from './visible';
