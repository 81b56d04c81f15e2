/**
 * Loaded first (`node --import`) into every process that the supervisor starts. It ends the
 * process when the supervisor is gone, even by kill -9, and lets a server with open event
 * streams stop at once instead of waiting for browsers that never hang up.
 */
import { subscribe } from 'node:diagnostics_channel';

const drainLimitMs = 10_000;

/** @type {Set<import('node:http').ServerResponse>} */
const streams = new Set();
let stopping = false;

// Node hands `--import` on to the processes we fork: those belong to their own parent.
if (process.connected && process.env.HUIYING_SUPERVISOR === String(process.ppid)) {
  // A broken pipe to a killed supervisor must not cut the drain short.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
  subscribe('http.server.request.start', remember);
  process.prependListener('SIGTERM', drain);
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
}

function remember(message) {
  const { response } = message;
  streams.add(response);
  response.once('close', () => streams.delete(response));
}

function drain() {
  if (stopping) return;
  stopping = true;
  for (const response of streams) {
    if (String(response.getHeader('content-type')).startsWith('text/event-stream')) response.end();
  }
  const drainsItself = process.listenerCount('SIGTERM') > 1;
  if (drainsItself) setTimeout(() => process.exit(1), drainLimitMs).unref();
  else process.exit(143);
}
