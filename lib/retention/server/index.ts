import 'server-only';

export { startEraser } from './eraser';
export {
  type ErasedLine,
  type ErasureLine,
  listErasures,
  retentionDays,
  setRetentionDays,
} from './overview';
