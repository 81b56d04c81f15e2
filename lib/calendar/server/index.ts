import 'server-only';

export { findCalendarGaps, recentCalendarGaps } from './gaps';
export { seedCalendar } from './seed';
export { currentCalendar, findCurrentCalendar, getCalendar, type PinnedCalendar } from './versions';
