import { createToken } from '@/lib/access/server';
import type { DemoWorld } from '@/prisma/seed/builders/institution';

type Route = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;
type RouteModule = Record<'GET' | 'POST', Route>;

/** Addresses of the API as the folders of `app/api` have them. */
const ROUTES: [RegExp, () => Promise<RouteModule>][] = [
  [/^\/api\/health$/, () => import('@/app/api/health/route')],
  [/^\/api\/v1\/incidents$/, () => import('@/app/api/v1/incidents/route')],
  [/^\/api\/v1\/incidents\/(?<id>[^/]+)$/, () => import('@/app/api/v1/incidents/[id]/route')],
  [
    /^\/api\/v1\/incidents\/(?<id>[^/]+)\/commands$/,
    () => import('@/app/api/v1/incidents/[id]/commands/route'),
  ],
  [
    /^\/api\/v1\/incidents\/(?<id>[^/]+)\/timeline$/,
    () => import('@/app/api/v1/incidents/[id]/timeline/route'),
  ],
  [
    /^\/api\/v1\/incidents\/(?<id>[^/]+)\/export$/,
    () => import('@/app/api/v1/incidents/[id]/export/route'),
  ],
  [/^\/api\/v1\/commands$/, () => import('@/app/api/v1/commands/route')],
  [/^\/api\/v1\/plans$/, () => import('@/app/api/v1/plans/route')],
  [/^\/api\/v1\/plans\/schema$/, () => import('@/app/api/v1/plans/schema/route')],
  [/^\/api\/v1\/plans\/validate$/, () => import('@/app/api/v1/plans/validate/route')],
  [
    /^\/api\/v1\/plans\/(?<key>[^/]+)\/export$/,
    () => import('@/app/api/v1/plans/[key]/export/route'),
  ],
  [/^\/api\/v1\/plans\/(?<key>[^/]+)$/, () => import('@/app/api/v1/plans/[key]/route')],
  [
    /^\/api\/v1\/plans\/(?<key>[^/]+)\/simulate$/,
    () => import('@/app/api/v1/plans/[key]/simulate/route'),
  ],
  [/^\/api\/v1\/calendar\/due$/, () => import('@/app/api/v1/calendar/due/route')],
  [/^\/api\/v1\/duty\/tasks$/, () => import('@/app/api/v1/duty/tasks/route')],
  [/^\/api\/v1\/roster\/on-duty$/, () => import('@/app/api/v1/roster/on-duty/route')],
  [/^\/api\/v1\/roster\/export$/, () => import('@/app/api/v1/roster/export/route')],
  [/^\/api\/v1\/audit\/verify$/, () => import('@/app/api/v1/audit/verify/route')],
  [/^\/api\/v1\/audit\/public-key$/, () => import('@/app/api/v1/audit/public-key/route')],
  [/^\/api\/v1\/openapi\.json$/, () => import('@/app/api/v1/openapi.json/route')],
  [/^\/api\/v1\/.+$/, () => import('@/app/api/v1/[...path]/route')],
];

/** Sends a request to the route that serves its address, as Next would. */
export async function send(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  for (const [pattern, load] of ROUTES) {
    const found = pattern.exec(pathname);
    if (!found) continue;
    const route = (await load())[request.method as 'GET' | 'POST'];
    const parts = Object.entries(found.groups ?? {});
    const params = Object.fromEntries(
      parts.map(([key, value]) => [key, decodeURIComponent(value)]),
    );
    return route(request, { params: Promise.resolve(params) });
  }
  throw new Error(`no route for ${pathname}`);
}

// Answers are read as callers read them: by the names of the contract.
// biome-ignore lint/suspicious/noExplicitAny: the shape is what the tests assert
export type Json = any;

export interface Answer {
  status: number;
  headers: Headers;
  body: Json;
}

/** Speaks to the API as one person. */
export class Client {
  constructor(readonly token: string | null) {}

  async request(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const raw = typeof body === 'string' ? body : body === undefined ? null : JSON.stringify(body);
    const request = new Request(
      `http://localhost${path.startsWith('/api') ? '' : '/api/v1'}${path}`,
      {
        method,
        body: raw,
        headers: {
          ...(raw === null ? {} : { 'content-type': 'application/json' }),
          ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
          ...headers,
        },
      },
    );
    const response = await send(request);
    const text = await response.text();
    const isJson =
      (response.headers.get('content-type') ?? '').includes('json;') ||
      response.headers.get('content-type') === 'application/json';
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? JSON.parse(text) : text,
    };
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.request('GET', path, undefined, headers);
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.request('POST', path, body, headers);
  }

  /** Fetches a file as it is. */
  async file(path: string): Promise<{ status: number; headers: Headers; content: Buffer }> {
    const headers: Record<string, string> = this.token
      ? { authorization: `Bearer ${this.token}` }
      : {};
    const response = await send(new Request(`http://localhost/api/v1${path}`, { headers }));
    const content = Buffer.from(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, content };
  }

  /** Logs an incident; answers its id. */
  async log(input: Record<string, unknown> = {}): Promise<string> {
    const made = await this.post('/incidents', { title: '校门口路面塌陷', ...input });
    if (made.status !== 201) throw new Error(`not logged: ${JSON.stringify(made.body)}`);
    return made.body.id;
  }

  /** Gives a command and expects it to be carried out. */
  async does(id: string, type: string, input: Record<string, unknown> = {}): Promise<Json> {
    const answer = await this.command(id, type, input);
    if (answer.status !== 200) throw new Error(`${type}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  command(id: string, type: string, input: Record<string, unknown> = {}): Promise<Answer> {
    return this.post(`/incidents/${id}/commands`, { type, ...input });
  }

  /** The reason a command is refused with, or its problem code; null when it was carried out. */
  async refusal(id: string, type: string, input: Record<string, unknown> = {}) {
    const { status, body } = await this.command(id, type, input);
    return status === 200 ? null : ((body.reason ?? body.code) as string);
  }

  async read(id: string): Promise<Json> {
    const answer = await this.get(`/incidents/${id}`);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  }
}

/** A client for every person of the demo institution, by username. */
export async function clientsOf(world: DemoWorld): Promise<Record<string, Client>> {
  const entries: [string, Client][] = [];
  for (const [username, id] of Object.entries(world.people)) {
    entries.push([username, new Client(await createToken(id, 'test'))]);
  }
  return Object.fromEntries(entries);
}
