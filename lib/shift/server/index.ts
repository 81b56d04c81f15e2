import 'server-only';

export { acknowledgeTask } from './acknowledge';
export { type DeskTasks, findDeskTasks, recentDeskTasks } from './desk';
export { linkIncident, parseOrigin, textOfOrigin } from './links';
export { type ListedTask, listTasks, type TaskFilters, taskFilters } from './list';
export { type LogEntry, readLog, writeLog } from './log';
export { type DutyTasks, startDutyTasks } from './loop';
export {
  addSource,
  filePatrol,
  fileZero,
  listSources,
  removeSource,
  sourceInput,
} from './patrols';
export { planDuty } from './plan-ahead';
export { changeSettings, loadSettings } from './settings';
export { fileSummary, handOver, receiveHandover } from './sheets';
export { sweepTasks } from './sweep';
export { getTask, type TaskView } from './view';
