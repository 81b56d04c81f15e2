import { Agent, request } from 'node:http';
import { percentile } from './numbers';

export interface LoadFigures {
  requests: number;
  perSecond: number;
  p50Ms: number;
  p95Ms: number;
}

/** A person at a screen of their own: one connection, one session. */
export interface Viewer {
  agent: Agent;
  headers: Record<string, string>;
}

/** A screen for each session. */
export function viewersOf(cookies: readonly string[]): Viewer[] {
  return cookies.map((cookie) => ({
    agent: new Agent({ keepAlive: true, maxSockets: 1 }),
    headers: { accept: 'text/html', cookie },
  }));
}

/**
 * Asks several pages in turn, a slice of time each and every round in another order, so that what
 * the machine does besides befalls all alike. All viewers ask at once and again as soon as they are
 * answered. On this machine only.
 */
export async function loadInTurn(
  urls: readonly string[],
  options: { viewers: readonly Viewer[]; seconds: number; sliceSeconds: number },
): Promise<LoadFigures[]> {
  const taken = urls.map(() => ({ times: [] as number[], ms: 0 }));
  const rounds = Math.max(1, Math.round(options.seconds / options.sliceSeconds));
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < urls.length; turn += 1) {
      const at = (round + turn) % urls.length;
      const slice = taken[at];
      if (!slice) continue;
      const startedAt = performance.now();
      slice.times.push(...(await loadSlice(urls[at] ?? '', options)));
      slice.ms += performance.now() - startedAt;
    }
  }
  return taken.map(({ times, ms }) => ({
    requests: times.length,
    perSecond: (times.length * 1000) / ms,
    p50Ms: percentile(times, 50),
    p95Ms: percentile(times, 95),
  }));
}

async function loadSlice(
  url: string,
  { viewers, sliceSeconds }: { viewers: readonly Viewer[]; sliceSeconds: number },
): Promise<number[]> {
  const { hostname } = new URL(url);
  if (hostname !== 'localhost' && hostname !== '127.0.0.1') throw new RangeError('loopback only');
  const end = performance.now() + sliceSeconds * 1000;
  const times: number[] = [];
  const look = async (viewer: Viewer) => {
    while (performance.now() < end) {
      const startedAt = performance.now();
      await get(url, viewer);
      times.push(performance.now() - startedAt);
    }
  };
  await Promise.all(viewers.map(look));
  return times;
}

function get(url: string, { agent, headers }: Viewer): Promise<void> {
  return new Promise((resolve, reject) => {
    request(url, { agent, headers }, (response) => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`${url} answered ${response.statusCode}`));
      });
    })
      .on('error', reject)
      .end();
  });
}

/** Cookies of a signed-in session. */
export async function signIn(baseUrl: string, username: string, password: string): Promise<string> {
  const first = await fetch(`${baseUrl}/api/auth/csrf`);
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const opened = first.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  const answer = await fetch(`${baseUrl}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: opened.join('; '), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, username, password, json: 'true' }),
  });
  const session = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  if (!session.some((cookie) => cookie?.includes('session-token='))) {
    throw new Error(`signing in as ${username} failed: ${answer.status}`);
  }
  return [...opened, ...session].join('; ');
}
