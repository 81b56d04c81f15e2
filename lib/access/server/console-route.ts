import 'server-only';
import { toLocale } from '@/lib/i18n/locales';
import type { Actor } from '@/lib/incident/context';
import { Problem } from '../problem';
import { isSameOrigin } from '../same-origin';
import { problemResponse } from './rest';
import { findActor } from './session';

/** A request of the console's own pages, by the person who is signed in. */
export interface ConsoleCall<Params> {
  request: Request;
  actor: Actor;
  locale: ReturnType<typeof toLocale>;
  params: Params;
}

/**
 * A route handler behind the session cookie, for content that server actions cannot carry. Changes
 * must come from a page of this site; failures are told as `application/problem+json`.
 */
export function consoleRoute<Params>(handler: (call: ConsoleCall<Params>) => Promise<Response>) {
  return async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    try {
      const isReading = request.method === 'GET' || request.method === 'HEAD';
      if (!isReading && !isSameOrigin(request.headers)) throw new Problem('FORBIDDEN');
      const actor = await findActor();
      if (!actor) throw new Problem('UNAUTHENTICATED');
      const { getLocale } = await import('next-intl/server');
      const locale = toLocale(await getLocale());
      return await handler({ request, actor, locale, params: await context.params });
    } catch (error) {
      return problemResponse(error, request);
    }
  };
}
