import 'server-only';
import { pino } from 'pino';

/** Structured log on standard output. Personal data is never logged: ids and codes only. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: null,
  redact: ['password', 'token', 'authorization', 'cookie', '*.password', '*.token'],
});
