import type { DeadlineRow } from './model';

/** A report the plan asks for: it is owed until it is sent, no reason takes its place. */
export const isOwedReport = ({ basis, dueAt, key }: DeadlineRow): boolean =>
  basis === 'plan' && dueAt !== null && key.startsWith('report');

/** Whether a time limit is pending and may have its reason written down. */
export const isExplainable = (deadline: DeadlineRow): boolean =>
  (deadline.state === 'open' || deadline.state === 'breached') &&
  !deadline.explainedReason &&
  !isOwedReport(deadline);
