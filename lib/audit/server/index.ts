import 'server-only';

export { appendToStream, lockHeads, type StreamDraft } from './append';
export { recentArrangement } from './arrangements';
export { readStream } from './read';
