import 'server-only';

export {
  type Adopted,
  type CalendarPreview,
  type MovedLimit,
  previewCalendar,
  saveCalendar,
} from './calendar-adoption';
export { calendarEditInput, newCalendarVersion } from './calendar-store';
export { type DemoClock, moveDemoClock, NoDemoError, readDemoClock } from './demo-clock';
export {
  listOfficialAccounts,
  newOfficialAccount,
  registerOfficialAccount,
  switchOfficialAccount,
} from './official-accounts';
export { createOrg, createUnit, findOrg, findUnit, type NewOrg, namePrincipal } from './orgs';
export {
  type CalendarVersionLine,
  findOwnCalendar,
  type OwnCalendar,
  recentCalendarEditors,
} from './own-calendar';
