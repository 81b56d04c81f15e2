import 'server-only';

export { cut } from './cut';
