import 'server-only';

export { type DemoClock, moveDemoClock, NoDemoError, readDemoClock } from './demo-clock';
export {
  listOfficialAccounts,
  newOfficialAccount,
  registerOfficialAccount,
  switchOfficialAccount,
} from './official-accounts';
export { createOrg, createUnit, findOrg, findUnit, type NewOrg } from './orgs';
export { findOwnCalendar } from './own-calendar';
