import 'server-only';

export {
  type DocumentAsk,
  type DocumentFile,
  exportDocument,
  exportTables,
  previewDocument,
} from './export-incident';
export { exportRoster, previewRoster, ROSTER_FORMATS, type RosterFormat } from './export-roster';
export { permissionFor } from './load-case';
export { fileResponse } from './respond';
