import 'server-only';

export {
  changeIncident,
  changeIncidents,
  type ChangeOptions,
  type ChangeOutcome,
  type ChangeRequest,
  type ChangeResult,
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
