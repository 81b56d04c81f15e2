import 'server-only';

export { type DemoClock, moveDemoClock, NoDemoError, readDemoClock } from './demo-clock';
export { createOrg, createUnit, findOrg, findUnit, type NewOrg } from './orgs';
export { findOwnCalendar } from './own-calendar';
