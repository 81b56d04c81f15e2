import 'server-only';

export { findCalendarGaps } from './gaps';
export { seedCalendar } from './seed';
export { currentCalendar, findCurrentCalendar, getCalendar, type PinnedCalendar } from './versions';
