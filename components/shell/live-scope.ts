import type { LiveEvent } from './live-relay';

/** Places that show many incidents. */
const LISTS = ['/incidents', '/approvals', '/notifications', '/mentions', '/reports'];
const ONE_INCIDENT = /^\/incidents\/([0-9a-f-]{36})(?:\/|$)/;

/** Whether the page at this address shows what changed; the bell and the clock are on every page. */
export function concerns(pathname: string, event: LiveEvent): boolean {
  if (event.type !== 'incident.changed') return true;
  const shown = ONE_INCIDENT.exec(pathname)?.[1];
  if (shown !== undefined) return shown === event.id;
  return pathname === '/' || LISTS.includes(pathname);
}
