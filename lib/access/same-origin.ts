/**
 * Whether a request that a cookie signs came from a page of this very site, so that no other site
 * can act with somebody's session. What carries neither sign of its origin is refused: browsers
 * send one with every change.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  if (origin === null || host === null || !URL.canParse(origin)) return false;
  return new URL(origin).host === host;
}
