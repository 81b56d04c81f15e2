import 'server-only';

export { seedCalendar } from './seed';
export { findCurrentCalendar, getCalendar, type PinnedCalendar } from './versions';
