import 'server-only';

export { listOfficialAccounts, loadAccountChoices, type OfficialAccountRow } from './account-rows';
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
  accountDetails,
  changeOfficialAccount,
  newOfficialAccount,
  registerOfficialAccount,
  resumeOfficialAccount,
  retireOfficialAccount,
} from './official-accounts';
export {
  createOrg,
  createUnit,
  findOrg,
  findUnit,
  type NewOrg,
  namePrincipal,
} from './orgs';
export {
  type CalendarVersionLine,
  findOwnCalendar,
  type OwnCalendar,
  recentCalendarEditors,
} from './own-calendar';
export { listUnits, loadPrincipalChoices, nameUnitPrincipal, type UnitLine } from './units';
