import 'server-only';

export { startAuditor } from './auditor';
export { type ClockHealth, clockHealth, overdueUnfired } from './status';
export { type Sweeper, startSweeper } from './sweeper';
