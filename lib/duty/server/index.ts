import 'server-only';

export { gapsBetween, listShifts, onDutyAt } from './on-duty';
