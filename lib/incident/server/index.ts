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
export { loadMany } from './load';
