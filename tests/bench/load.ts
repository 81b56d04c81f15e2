import { Agent, request } from 'node:http';
import { percentile } from './numbers';

export interface LoadFigures {
  requests: number;
  perSecond: number;
  p50Ms: number;
  p95Ms: number;
}

/** Asks one page from `connections` clients at once for `seconds`, on this machine only. */
export async function load(
  url: string,
  options: { cookie?: string; connections: number; seconds: number },
): Promise<LoadFigures> {
  const { hostname } = new URL(url);
  if (hostname !== 'localhost' && hostname !== '127.0.0.1') throw new RangeError('loopback only');
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections });
  const headers = { accept: 'text/html', ...(options.cookie ? { cookie: options.cookie } : {}) };
  const end = performance.now() + options.seconds * 1000;
  const times: number[] = [];
  const client = async () => {
    while (performance.now() < end) {
      const startedAt = performance.now();
      await get(url, agent, headers);
      times.push(performance.now() - startedAt);
    }
  };
  await Promise.all(Array.from({ length: options.connections }, client));
  agent.destroy();
  return {
    requests: times.length,
    perSecond: times.length / options.seconds,
    p50Ms: percentile(times, 50),
    p95Ms: percentile(times, 95),
  };
}

function get(url: string, agent: Agent, headers: Record<string, string>): Promise<void> {
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
