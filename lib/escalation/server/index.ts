import 'server-only';

export { startAuditor } from './auditor';
export { checkReach, comingHours, rehearseLimit, rehearsePlan } from './rehearse';
export { type ClockHealth, clockHealth, overdueUnfired, recentClockHealth } from './status';
export { type Sweeper, startSweeper } from './sweeper';
