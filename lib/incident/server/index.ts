import 'server-only';

export { revealAuthor } from './author';
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
export { type NamedPerson, namesOf } from './people';
export { readTimeline, type TimelineItem } from './timeline';
export { allowedCommands, getIncident, type IncidentView } from './view';
export { visibleTo } from './visible';
