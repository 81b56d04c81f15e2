import 'server-only';

export { loadMessages } from './load-messages';
