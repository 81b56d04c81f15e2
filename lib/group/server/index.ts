import 'server-only';

export { loadHeightened, type StoredPeriod } from './heightened';
