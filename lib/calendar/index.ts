export {
  type CalendarData,
  type DayKind,
  dayKind,
  type WorkingHours,
} from './calendar';
export { computeDue, type DueInput } from './due';
export {
  CLOCKS,
  type Clock,
  DUE_UNITS,
  type DueRule,
  DueRuleError,
  type DueRuleProblem,
  type DueUnit,
  findDueRuleProblem,
} from './due-rule';
export type { DueResult, Step, StepCode, StepParams, Warning } from './due-steps';
export { type ExplainLocale, explainDue } from './explain';
export type { HolidayFile } from './holiday-import';
export {
  formatLocal,
  formatLocalDue,
  fromLocal,
  type Instant,
  type LocalDate,
  type LocalParts,
  localDate,
  localParts,
  localTime,
} from './instant';
export { isNight } from './work-time';
