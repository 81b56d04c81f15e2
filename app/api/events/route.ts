import { PROBLEM_STATUS } from '@/lib/access/problem';
import { findSessionId } from '@/lib/access/server';
import { openStream } from '@/lib/notify/server';

export const dynamic = 'force-dynamic';

/** Server-sent events of the person who is signed in; see docs/api.md. */
export async function GET(): Promise<Response> {
  const sessionId = await findSessionId();
  const opened = sessionId ? await openStream(sessionId) : null;
  if (opened?.ok) {
    return new Response(opened.body, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        // `no-transform` keeps compression from holding events back, the other one proxies.
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
      },
    });
  }
  const code = opened?.reason ?? 'UNAUTHENTICATED';
  const status = PROBLEM_STATUS[code];
  return Response.json(
    { type: 'about:blank', title: code, status, code },
    {
      status,
      headers: {
        'content-type': 'application/problem+json',
        ...(code === 'RATE_LIMITED' ? { 'retry-after': '30' } : {}),
      },
    },
  );
}
