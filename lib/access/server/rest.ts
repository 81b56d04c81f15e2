import 'server-only';
import { type Locale, localeOfHeader } from '@/lib/i18n/locales';
import type { Actor } from '@/lib/incident/context';
import { env } from '@/lib/platform/env';
import { newId } from '@/lib/platform/ids';
import { log } from '@/lib/platform/log';
import { holdsPermission, type Permission } from '../policy';
import { invalidInput, Problem } from '../problem';
import { type Allowance, takeTurn } from '../rate-limit';
import { problemDocument } from '../rest-problem';
import { scopesCover, type TokenRight } from '../scopes';
import { recordDenied } from './record';
import { readJsonBody, readTextBody } from './request-body';
import { sentenceOf } from './rest-sentence';
import { findActor } from './session';
import { actorFromBearer } from './tokens';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
const METHODS: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** What Next hands a route handler beside the request. */
interface RouteContext {
  params: Promise<Record<string, string | string[]>>;
}
type RouteFunction = (request: Request, context: RouteContext) => Promise<Response>;

/** One call of the API by somebody who is known. */
export interface RestCall {
  request: Request;
  actor: Actor;
  /** Language of sentences in the answer, from `Accept-Language`. */
  locale: Locale;
  query: Record<string, string>;
  /** A part of the path. */
  param: (name: string) => string;
  /** The JSON object of the body. @throws Problem TOO_LARGE, INVALID_INPUT */
  body: () => Promise<Record<string, unknown>>;
  /** The text of the body, whatever its type. @throws Problem TOO_LARGE, INVALID_INPUT */
  text: () => Promise<string>;
  /** Whether the token leaves a right of its user. */
  covers: (right: TokenRight) => boolean;
  /** Whether the person holds a right anywhere. */
  holds: (permission: Permission) => boolean;
  /** @throws Problem FORBIDDEN when the token is narrowed to other rights */
  require: (right: TokenRight) => void;
}

export type RestHandler = (call: RestCall) => Promise<Response>;

/**
 * The route functions of one address: who calls and how often, then the handler; every failure as
 * `application/problem+json`. Changes need a token, so that no other site can make them with
 * somebody's cookie; reading also takes the session.
 */
export function rest(
  handlers: Partial<Record<Method, RestHandler>>,
): Record<Method, RouteFunction> {
  const allow = METHODS.filter((method) => handlers[method]);
  const of = (method: Method): RouteFunction => {
    const handler = handlers[method];
    return (request, context) =>
      answer(
        request,
        async () => {
          if (!handler) throw new Problem('METHOD_NOT_ALLOWED');
          const call = await openCall(request, method, (await context.params) ?? {});
          return recordingDenials(call, () => handler(call));
        },
        allow,
      );
  };
  return {
    GET: of('GET'),
    POST: of('POST'),
    PUT: of('PUT'),
    PATCH: of('PATCH'),
    DELETE: of('DELETE'),
  };
}

/** As `rest` for what needs no token. */
export function restPublic(handler: (request: Request) => Promise<Response>) {
  const refuse: RouteFunction = (request) =>
    answer(request, () => Promise.reject(new Problem('METHOD_NOT_ALLOWED')), ['GET']);
  const read: RouteFunction = (request) => answer(request, () => handler(request), ['GET']);
  return { GET: read, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse };
}

async function openCall(
  request: Request,
  method: Method,
  params: Record<string, string | string[]>,
): Promise<RestCall> {
  const { actor, scopes, limitKey } = await identify(request, method);
  limitRate(limitKey);
  const covers = (right: TokenRight) => scopesCover(scopes, right);
  return {
    request,
    actor,
    locale: localeOfHeader(request.headers.get('accept-language')),
    query: readQuery(request),
    param: (name) => String(params[name] ?? ''),
    body: () => readJsonBody(request),
    text: () => readTextBody(request),
    covers,
    holds: (permission) => holdsPermission(actor, permission),
    require: (right) => {
      if (!covers(right)) throw new Problem('FORBIDDEN');
    },
  };
}

async function identify(request: Request, method: Method) {
  const bearer = await actorFromBearer(request.headers.get('authorization'));
  if (bearer) {
    return { actor: bearer.actor, scopes: bearer.scopes, limitKey: bearer.tokenId };
  }
  const isSession = (request.headers.get('cookie') ?? '').includes('next-auth.session-token=');
  const mayUseSession = method === 'GET' && !request.headers.has('authorization') && isSession;
  const actor = mayUseSession ? await findActor() : null;
  if (!actor) throw new Problem('UNAUTHENTICATED');
  return { actor, scopes: [], limitKey: actor.id };
}

function readQuery(request: Request): Record<string, string> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const bad = Object.entries(query).find(([, value]) => value.includes(String.fromCharCode(0)));
  if (bad) throw invalidInput([{ path: [bad[0]], message: 'holds a character that is no text' }]);
  return query;
}

// Routes are bundled apart: what was used is kept for the whole process.
const shared = globalThis as typeof globalThis & { huiyingTurns?: Map<string, Allowance> };
const MOST_CALLERS = 10_000;

class TooMany extends Problem {
  constructor(readonly waitSeconds: number) {
    super('RATE_LIMITED');
  }
}

function limitRate(key: string): void {
  shared.huiyingTurns ??= new Map();
  const turns = shared.huiyingTurns;
  if (turns.size > MOST_CALLERS) turns.clear();
  const turn = takeTurn(turns.get(key) ?? null, Date.now(), env().API_REQUESTS_PER_MINUTE);
  turns.set(key, turn.allowance);
  if (turn.waitSeconds > 0) throw new TooMany(turn.waitSeconds);
}

/** An attempt at something outside one's rights stays on record. */
async function recordingDenials(call: RestCall, act: () => Promise<Response>): Promise<Response> {
  try {
    return await act();
  } catch (error) {
    const { actor, request } = call;
    if (error instanceof Problem && error.code === 'FORBIDDEN') {
      await recordDenied(actor, { method: request.method, path: new URL(request.url).pathname });
    }
    throw error;
  }
}

async function answer(
  request: Request,
  act: () => Promise<Response>,
  allow: readonly Method[],
): Promise<Response> {
  try {
    return await act();
  } catch (error) {
    return problemResponse(error, request, allow);
  }
}

/** Any failure as `application/problem+json`; what was not foreseen is logged under a reference. */
export function problemResponse(
  error: unknown,
  request: Request,
  allow: readonly Method[] = [],
): Response {
  const problem = error instanceof Problem ? error : unexpected(error);
  const locale = localeOfHeader(request.headers.get('accept-language'));
  const { pathname } = new URL(request.url);
  const document = problemDocument(problem, pathname, sentenceOf(problem, locale));
  return Response.json(document, {
    status: document.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(problem.code === 'UNAUTHENTICATED' ? { 'www-authenticate': 'Bearer' } : {}),
      ...(problem.code === 'METHOD_NOT_ALLOWED' ? { allow: allow.join(', ') } : {}),
      ...(problem instanceof TooMany ? { 'retry-after': String(problem.waitSeconds) } : {}),
    },
  });
}

function unexpected(error: unknown): Problem {
  const reference = newId().slice(-12);
  log.error({ reference, err: error }, 'unexpected fault in the API');
  return new Problem('INTERNAL', { reference });
}

/** An answer in JSON that no cache keeps. */
export function json(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
