import 'server-only';

export { listColleagues } from './colleagues';
export { type Contact, type ContactSection, listContacts } from './contacts';
export {
  giveDelegation,
  type ListedDelegation,
  listDelegations,
  loadDelegationChoices,
  revokeDelegation,
} from './delegations';
export { createGroup, dissolveGroup, renameGroup, shareGroup } from './edit-group';
export { type Group, type GroupSeat, listGroups, loadSeatChoices } from './groups';
export { loadHeightened, type StoredPeriod } from './heightened';
export { endHeightened, startHeightened } from './periods';
export { addSeat, changeSeat, moveSeat, removeSeat } from './seats';
export { type GroupWarnings, recentGroupWarnings } from './warnings';
