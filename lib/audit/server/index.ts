import 'server-only';

export { appendToStream, lockHeads, type StreamDraft } from './append';
export { readStream } from './read';
