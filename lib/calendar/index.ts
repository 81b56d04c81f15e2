export {
  type CalendarData,
  calendarSchema,
  type DayKind,
  DEFAULT_HOURS,
  dayKind,
  type WorkingHours,
  workingHoursSchema,
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
  isPeriodicClock,
  unitOf,
} from './due-rule';
export type { DueResult, Step, StepCode, StepParams, Warning } from './due-steps';
export { type ExplainLocale, explainDue } from './explain';
export { type HolidayFile, holidayFileSchema, importHolidays } from './holiday-import';
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
  parseInstant,
  toInstant,
} from './instant';
export {
  addWall,
  isNight,
  isWorkingTime,
  wallMinutesBetween,
  workMinutesBetween,
} from './work-time';
